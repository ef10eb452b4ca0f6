// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims

/// The audit on a screen.
extension AuditReport {
    /// A table: a row a step and, where there is something to say of it, the lines below; then the summary.
    public func text(on screen: Screen = .pipe) -> String {
        let cells = steps.map { step in
            [step.id, step.kindName, "\(step.outcome.rawValue) \(step.verdictText)", step.assurance?.rawValue ?? ""]
        }
        let table = TextTable(
            columns: ["step", "kind", "verdict", "assurance", "how"].map { .init(title: $0, isNumber: false) },
            rows: cells.map { $0 + [""] })
        let layout = table.layout, room = Swift.max(20, screen.width - layout.width - 2)
        let lines = zip(steps, cells).map { step, cells in
            screen.painted(layout.line(cells + [shortened(step.method, room)]), step.outcome)
                + remarks(step).map { screen.wrapped(shortened($0, 3 * screen.width), first: "        ", indent: 8) }.joined()
        }
        return layout.title + lines.joined() + "\n" + screen.wrapped(summary)
    }

    /// The witness or the note, and what Coq has checked.
    private func remarks(_ step: AuditDocument.Step) -> [String] {
        let brief = step.witness?.text ?? step.note ?? ""
        return [brief, step.coq.map { "checked by Coq: \($0.domain)" } ?? ""].filter { !$0.isEmpty }
    }

    /// `text` in one line, cut between two words where it is longer.
    private func shortened(_ text: String, _ length: Int) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        let line = words.joined(separator: " ")
        if line.count <= length { return line }
        var short = ""
        for word in words {
            guard short.count + 1 + word.count + 4 <= length else { break }
            short += (short.isEmpty ? "" : " ") + word
        }
        return short.isEmpty ? line.prefix(length - 4) + " ..." : short + " ..."
    }

    /// What the audit found, below an explanation: each row's verdict, witness, note and evidence.
    public func findings(on screen: Screen = .pipe) -> String {
        steps.map { step in
            var details: [String] = step.isRepair ? [step.statement] : []
            if let witness = step.witness { details.append("witness: \(witness.text)") }
            if let note = step.note { details.append(note) }
            details += (step.evidence ?? []).map { "\($0.standing.rawValue): \($0.text)" }
            if let coq = step.coq { details.append(coq.text) }
            return screen.wrapped("\(step.id) \(step.headline), by: \(step.method)", first: "  ", indent: 4)
                + details.map { screen.wrapped($0, first: "    ", indent: 6) }.joined()
        }.joined()
    }
}
