// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims

/// The audit's part of the page: a table by lemma, then every line of the proofs.
struct HTMLAudit {
    private let report: AuditReport
    private let titles: [String]
    private let plates: [Plate]

    /// A figure of an experiment.
    private struct Plate {
        let figure: ReportFigure
        /// IDs of the claims that it is about.
        let claims: [String]
        /// The line that it stands before: the first of these.
        let place: Int?

        var anchor: String { HTMLPage.anchor("experiment", figure.name) }
    }

    /// - Parameter drawn: the drawings of `experiments`, in their order; those that there are.
    init(_ audit: AuditDocument, in catalogue: Catalogue, _ experiments: RecordedFigures? = nil, drawn: [ReportFigure] = []) {
        plates = zip(drawn, experiments?.entries ?? []).filter { $0.0.svg != nil }.map { figure, entry in
            Plate(figure: figure, claims: entry.claims, place: audit.steps.firstIndex { $0.id == entry.claims.first })
        }
        report = AuditReport(audit, in: catalogue)
        titles = audit.steps.map(report.title).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func steps(_ title: String) -> [AuditDocument.Step] { report.steps.filter { report.title(of: $0) == title } }

    var html: String {
        var text = "<section id=\"audit\">\n<h2>The audit: every line of the proofs</h2>\n"
        text += "<p>\(Escaping.markup(report.summary))</p>\n"
        text += Self.words
        text += overview
        for title in titles where !isExperiment(title) { text += section(title) }
        return text + HTMLPage.toContents + "</section>\n"
    }

    private static let words = """
        <p>The run above tries points; the audit decides each displayed line of the proofs over the whole domain that is stated with it. \
        A line opens to show its statement, its domain and what the verdict rests on.</p>
        <dl>
        <dt>B.7/f</dt><dd>a line of the proof of Lemma B.7, or a statement of the lemma, where a number stands for the letter. A star \
        (B.7/f*) marks a repair: what may stand in the place of a claim that fails, or whose proof does. A plus marks a sharper bound, \
        a prime another reading of the same line.</dd>
        <dt>machine, argued</dt><dd>machine: all that a verdict rests on is checked by ball or integer arithmetic, in which rounding is \
        accounted for, or by exact algebra. argued: a part of it is an argument in words, which is printed.</dd>
        <dt>shown, argued, measured</dt><dd>of a single item below a line: checked by machine; an argument in words; read off draws or \
        recorded networks.</dd>
        <dt>Coq</dt><dd>the proof assistant Coq has checked it too, in the file that is named.</dd>
        </dl>

        """

    private static func anchor(_ title: String) -> String { HTMLPage.anchor("audit-of", title) }

    /// The rows that speak of experiments, apart; empty where there are none.
    var experiments: String { titles.filter(isExperiment).map(section).joined() }

    var hasExperiments: Bool { titles.contains(where: isExperiment) }

    private func isExperiment(_ title: String) -> Bool { steps(title).allSatisfy { $0.experiment == true } }

    private var overview: String {
        let columns = ["section", "claims", "PASS", "FAIL", "OPEN", "machine", "argued", "Coq", "repairs"]
        return HTMLPage.table(
            caption: "Lines of the proofs by lemma", columns.enumerated().map { .init(title: $1, isNumber: $0 > 0) },
            titles.map { title in
                let (repairs, claims) = (steps(title).filter(\.isRepair), steps(title).filter { !$0.isRepair })
                func count(_ outcome: ClaimOutcome) -> String { "\(claims.count { $0.outcome == outcome })" }
                return [
                    name(title), "\(claims.count)", count(.pass), count(.fail), count(.open),
                    "\(claims.count { $0.assurance == .machine })", "\(claims.count { $0.assurance == .argued })",
                    "\(steps(title).count { $0.coq != nil })", "\(repairs.count)",
                ]
            }, target: { shown in titles.first { name($0) == shown }.map(Self.anchor) })
    }

    private func name(_ title: String) -> String { title.isEmpty ? "Other claims" : title }

    private func section(_ title: String) -> String {
        var text = "<h3 id=\"\(Self.anchor(title))\">\(Escaping.markup(name(title)))</h3>\n"
        for (index, step) in report.steps.enumerated() where report.title(of: step) == title {
            text += plates.filter { $0.place == index }.map(drawing).joined() + row(step)
        }
        return text
    }

    /// A figure of an experiment, with links to the lines that it is about, wherever they stand.
    private func drawing(_ plate: Plate) -> String {
        let links = plate.claims.map { "<a href=\"#\(HTMLPage.anchor("audit", $0))\">\(Escaping.markup($0))</a>" }
        return HTMLPage.figure(
            plate.figure, "From the recorded networks, on the axes of the paper's figure; about ", id: plate.anchor,
            end: links.joined(separator: ", "))
    }

    private func row(_ step: AuditDocument.Step) -> String {
        let e = Escaping.markup
        var text = "<details><summary><strong>\(e(step.id))</strong> \(ClaimOutcomeMark.word(step.outcome)) "
        text += "\(e(step.verdictText))\(step.assurance.map { ", \($0.rawValue)" } ?? "")\(step.coq == nil ? "" : ", Coq")"
        text += " <code class=\"line\">\(e(step.statementLine))</code></summary>\n"
        // The ID is of what is inside: a link to it opens the line.
        text += "<code class=\"statement\" id=\"\(HTMLPage.anchor("audit", step.id))\">\(e(step.statement))</code>\n"
        text += "<p class=\"small\">\(e(step.place)); domain: \(HTMLPage.code(step.domain)); "
        text += "decided by: \(HTMLPage.prose(step.method))</p>\n"
        let drawn = plates.filter { $0.claims.contains(step.id) }
        if !drawn.isEmpty {
            let links = drawn.map { "<a href=\"#\($0.anchor)\">\(e($0.figure.title))</a>" }
            text += "<p>Drawn in: \(links.joined(separator: "; "))</p>\n"
        }
        if let witness = step.witness { text += "<p><strong>Witness</strong>: \(HTMLPage.code(witness.text))</p>\n" }
        if let note = step.note { text += "<p>\(HTMLPage.prose(note))</p>\n" }
        if let evidence = step.evidence {
            text += "<ul class=\"small\">\n"
            for item in evidence { text += "<li><em>\(e(item.standing.rawValue))</em>: \(HTMLPage.prose(item.text))</li>\n" }
            text += "</ul>\n"
        }
        if let coq = step.coq { text += "<p class=\"small\">\(e(coq.text))</p>\n" }
        if let repairs = step.repairs {
            let links = repairs.map { "<a href=\"#\(HTMLPage.anchor("audit", $0))\">\(e($0))</a>" }
            text += "<p>Repair: \(links.joined(separator: ", "))</p>\n"
        }
        if let table = step.boundary {
            let columns = table.columns.enumerated().map { index, title in
                let numbers = table.rows.allSatisfy { $0.indices.contains(index) && Double($0[index]) != nil }
                return TextTable.Column(title: title, isNumber: numbers)
            }
            text += HTMLPage.table(caption: table.title, columns, table.rows)
        }
        return text + "</details>\n"
    }
}
