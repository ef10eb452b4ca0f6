// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
public import Verifier

/// A review for a terminal and as Markdown.
public struct ReviewReport {
    let review: Review

    public init(_ review: Review) { self.review = review }

    var title: String { "\(review.subject) at \(review.pointText)" }

    /// What was run, for the head of a page.
    var settings: String {
        let run = review.run
        return "lemmacheck \(run.version), seed \(run.seed), generator \(run.rng), sampler \(run.sampler.rawValue), "
            + "family-wise error rate \(Digits.text(run.errorRate))"
    }

    /// The statements that have a bound on a quantity.
    static let columns: [VerdictColumn] = VerdictColumn.inReview

    var statements: TextTable? {
        let cells = review.run.cells
        guard !cells.isEmpty else { return nil }
        let used = Self.columns.filter { column in cells.contains { !column.text($0).isEmpty } }
        return TextTable(
            columns: used.map { .init(title: $0.title, isNumber: $0.isNumber) }, rows: cells.map { cell in used.map { $0.text(cell) } })
    }

    private static func phrase(_ here: ReviewStep.Standing, _ count: Int) -> String {
        switch here {
        case .holds: count == 1 ? "holds" : "hold"
        case .fails: count == 1 ? "fails" : "fail"
        case .open: "not decided"
        case .outside: "outside \(count == 1 ? "its" : "their") domain"
        case .general: "proved over \(count == 1 ? "its" : "their") domain, with no number at the point"
        }
    }

    /// "16 claims at this point: 14 hold, 1 fails, 1 not decided."
    var counts: String {
        let steps = review.steps
        let parts = ReviewStep.Standing.allCases.compactMap { standing -> String? in
            let count = steps.count { $0.here == standing }
            return count == 0 ? nil : "\(count) \(Self.phrase(standing, count))"
        }
        return "\(steps.count) \(steps.count == 1 ? "claim" : "claims") at this point: \(parts.joined(separator: ", "))."
    }

    func line(of witness: Witness) -> String {
        let p = witness.parameters
        let others = [("C0", p.c0), ("C1", p.c1), ("R", p.radius), ("eps", p.epsilon)].compactMap { name, value in
            value.map { ", \(name) = \(Digits.text($0))" }
        }
        return "\(witness.claim): d = \(p.d), m = \(p.m), gamma = \(Digits.text(p.gamma))\(others.joined()); trial \(witness.draw.trial), "
            + "\(witness.moved.count) \(witness.moved.count == 1 ? "neuron" : "neurons") moved, value \(Digits.text(witness.value, 6)), "
            + "bound \(Digits.text(witness.bound, 6))"
    }

    // MARK: on a screen

    /// - Parameters:
    ///   - screen: its width and colours.
    ///   - folder: where the witnesses were written; nil where they were not.
    public func text(on screen: Screen, folder: String? = nil) -> String {
        var text = screen.wrapped(title) + screen.wrapped(settings) + "\n"
        if let statements { text += statements.plain + "\n" }
        let width = review.steps.map(\.id.count).max() ?? 0
        for step in review.steps {
            let name = step.id + String(repeating: " ", count: width - step.id.count)
            // What does not hold is told with its words; the others are in `explain`.
            let statement = step.here == .fails || step.here == .open ? "\(step.statementLine): " : ""
            text += screen.wrapped(statement + step.text, first: "\(name)  ", indent: width + 2)
        }
        text += "\n" + screen.wrapped(counts)
        for witness in review.witnesses {
            let replay = folder.map { "; lemmacheck replay \($0)/witnesses/\(WitnessReport.fileName(witness.claim))" } ?? ""
            text += screen.wrapped("Witness against \(line(of: witness))\(replay)", indent: 2)
        }
        return text + "\n" + screen.wrapped(review.paragraph)
    }

    // MARK: as Markdown

    var markdown: String {
        var page = "# \(Escaping.markdown(title))\n\n\(Escaping.markdown(review.paragraph))\n\n"
        page += "Made by \(Escaping.markdownCode(review.command)): \(settings).\n\n"
        if let statements { page += "## Statements\n\n\(statements.markdown)\n" }
        page += "## The lemma and its proof at this point\n\n\(counts)\n\n"
        let table = TextTable(
            columns: ["claim", "here", "whole domain", "what is found"].map { .init(title: $0, isNumber: false) },
            rows: review.steps.map { step in [step.id, step.here.rawValue, Self.overall(step), step.text] })
        page += table.markdown + "\n"
        page += "### What each claim says\n\n"
        for step in review.steps {
            let (place, statement) = (Escaping.markdown(step.place), Escaping.markdownCode(step.statementLine))
            page += "- **\(step.id)** (\(place)): \(statement); domain: \(Escaping.markdownCode(step.domain))\n"
        }
        if !review.witnesses.isEmpty {
            page += "\n## Witnesses\n\n"
            for witness in review.witnesses {
                page += "- \(line(of: witness)): `lemmacheck replay witnesses/\(WitnessReport.fileName(witness.claim))`\n"
            }
        }
        return page
    }

    /// "FAIL, refuted, machine"; blank where the audit decides by draws of its own.
    static func overall(_ step: ReviewStep) -> String {
        guard let outcome = step.outcome, let verdict = step.verdict else { return "" }
        return ([outcome.rawValue, verdict.rawValue] + (step.assurance.map { [$0.rawValue] } ?? [])).joined(separator: ", ")
    }
}
