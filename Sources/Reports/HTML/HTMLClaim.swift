// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Support
internal import Verifier

/// One claim's section of the page: what it says, what was measured, what that means, and how to repeat it.
struct HTMLClaim {
    let id: String
    let cells: [RunResult.Cell]
    let contents: ReportContents
    let figure: ReportFigure?

    private var claim: Claim? { contents.catalogue.claim(id) }

    var html: String {
        let summary = ClaimTable.Summary(cells), e = Escaping.markup
        let place = claim.map { " <span class=\"quiet small\">\(e($0.place))</span>" } ?? ""
        var text = "<section id=\"\(HTMLPage.anchor("claim", id))\">\n<h3>\(e(id))\(place) \(ClaimOutcomeMark.word(summary.outcome))"
        text += " <span class=\"small\">\(e(share(summary.outcome)))</span></h3>\n"
        if let claim {
            text += "<code class=\"statement\">\(e(claim.statement))</code>\n"
            text += "<p>Domain: \(HTMLPage.code(claim.domain)).</p>\n" + hypotheses
        } else {
            text += "<p>This version knows no claim of that name.</p>\n"
        }
        text += drawing + table + method + witness + repairs
        text += "<p>To repeat: \(HTMLPage.code(repeated))</p>\n"
        return text + "</section>\n"
    }

    /// "at 4 of 18 cells".
    private func share(_ outcome: ClaimOutcome) -> String {
        let count = cells.count { ClaimOutcome($0.verdict) == outcome }
        return "at \(count == cells.count ? "" : "\(count) of ")\(cells.count) \(cells.count == 1 ? "cell" : "cells")"
    }

    /// The hypotheses that are checked at each cell, with how many cells meet them.
    private var hypotheses: String {
        guard let measured = claim?.measured else { return "" }
        let points = cells.compactMap { cell in
            try? cell.point()
        }
        let all = points.map { measured.hypotheses($0.arguments) }
        guard let first = all.first, !first.isEmpty else { return "" }
        let items = first.indices.map { index in
            let met = all.count { $0.indices.contains(index) && $0[index].holds }
            return "<li>\(HTMLPage.code(first[index].text)): met at \(met) of \(all.count) \(all.count == 1 ? "cell" : "cells")</li>\n"
        }
        return "<p>Hypotheses checked at each cell:</p>\n<ul>\n\(items.joined())</ul>\n"
    }

    private var drawing: String { figure.map { HTMLPage.figure($0, reading) } ?? "" }

    /// How the claim's figure is read.
    private var reading: String {
        guard let measured = claim?.measured else { return "" }
        let sharper = contents.catalogue.claim(id + "+") == nil ? "" : "; dashed: the sharper bound \(id)+"
        let marks = " Open points: the bound is vacuous there; crosses: a hypothesis fails."
        return switch measured.assertion {
        case .withProbability:
            "Above: points with their limits are the quantile, lines the bound\(sharper). Below: the probability that a draw violates the "
                + "claim, and, dotted, what the claim allows.\(marks)"
        case .probabilityOfEvent: "Points: the probability of the event; lines: the bound\(sharper).\(marks)"
        case .everyDraw: "Points: the most extreme value of all draws; lines: the bound\(sharper).\(marks)"
        }
    }

    private var table: String {
        let used = VerdictColumn.onPage.filter { column in cells.contains { !column.text($0).isEmpty } }
        return HTMLPage.table(
            caption: "\(id): \(claim?.quantityText ?? "the quantity"), against the bound",
            used.map { .init(title: $0.title, isNumber: $0.isNumber) }, cells.map { cell in used.map { $0.text(cell) } },
            names: used.prefix(while: \.isParameter).count, wrapping: hasRemarks ? ["verdict"] : [])
    }

    /// Whether a verdict has more beside it than a word.
    private var hasRemarks: Bool { cells.contains { VerdictColumn.remarks($0).joined().count > 20 } }

    private var method: String {
        guard let claim else { return "" }
        let e = Escaping.markup
        var text = "<p>How it is checked: \(HTMLPage.prose(claim.check.text)) The verdicts rest on \(evidence).</p>\n"
        let found = Set(cells.compactMap(\.verdict))
        let meanings = claim.verdictMeanings.filter { found.contains($0.verdict) }
        guard !meanings.isEmpty else { return text }
        text += "<p>What the verdicts above mean:</p>\n<dl>\n"
        for (verdict, meaning) in meanings { text += "<dt>\(e(verdict.rawValue))</dt><dd>\(e(meaning))</dd>\n" }
        return text + "</dl>\n"
    }

    private var evidence: String {
        let law = cells.count { $0.evidence == .law }, trials = cells.reduce(0) { $0 + $1.trials }
        let draws = "\(trials) draws in all"
        if law == cells.count { return "an exact law or a limit in law at every cell, with \(draws) beside it" }
        return law == 0 ? draws : "an exact law at \(law) of \(cells.count) cells, and \(draws)"
    }

    private var witness: String {
        guard let witness = contents.witnesses.first(where: { $0.claim == id }) else { return "" }
        let p = witness.parameters, e = Escaping.markup
        let sign = claim?.sense == .lower ? ">=" : "<="
        let moved = witness.moved.count == 1 ? "one neuron" : "\(witness.moved.count) neurons"
        return
            "<p>Witness, a draw that violates the claim: trial \(witness.draw.trial) at d = \(p.d), m = \(p.m), with \(moved) moved within "
            + "the ball. The value is \(e(Digits.text(witness.value, 6))), and the claim says "
            + "\(e("\(sign) \(Digits.text(witness.bound, 6))")). To see it again, in the folder of this page: "
            + "\(HTMLPage.code("lemmacheck replay witnesses/\(WitnessReport.fileName(witness.claim))"))</p>\n"
    }

    /// What the audit says of the claim, and what may stand in its place.
    private var repairs: String {
        guard let audit = contents.audit, let step = audit.steps.first(where: { $0.id == id }) else { return "" }
        let e = Escaping.markup
        func link(_ step: AuditDocument.Step) -> String {
            "<a href=\"#\(HTMLPage.anchor("audit", step.id))\">\(e(step.id))</a>"
        }
        var text = "<p>Over its whole domain the audit (\(link(step))) says: \(ClaimOutcomeMark.word(step.outcome)) \(e(step.verdictText))"
        text += "\(assurance(step.assurance)).</p>\n"
        let holding = audit.steps.filter { (step.repairs ?? []).contains($0.id) }
        for repair in holding { text += "<p>In its place: \(link(repair)), \(HTMLPage.code(repair.statementLine))</p>\n" }
        return text
    }

    private func assurance(_ assurance: Assurance?) -> String {
        switch assurance {
        case nil: ""
        case .machine: ", every line of it checked by machine"
        case .argued: ", some lines of it argued in words"
        }
    }

    /// The whole run's command where it names the claim's cells, else the claim on the default plan.
    private var repeated: String {
        contents.command == "lemmacheck" ? "lemmacheck verify \(id.shellWord)" : contents.command
    }
}
