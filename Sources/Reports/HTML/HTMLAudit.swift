// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims

/// The audit's part of the page: a table by lemma, then every line of the proofs.
struct HTMLAudit {
    private let report: AuditReport
    private let titles: [String]

    init(_ audit: AuditDocument, in catalogue: Catalogue) {
        report = AuditReport(audit, in: catalogue)
        titles = audit.steps.map(report.title).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func steps(_ title: String) -> [AuditDocument.Step] { report.steps.filter { report.title(of: $0) == title } }

    var html: String {
        var text = "<section id=\"audit\">\n<h2>The audit: every line of the proofs</h2>\n"
        text += "<p>\(Escaping.markup(report.summary))</p>\n"
        text +=
            "<p>Decided over the whole stated domain. A star marks a repair: what may stand in the place of a claim that fails, or whose "
        text += "proof does. <em>machine</em>: every line below the verdict is checked in ball or integer arithmetic or by exact algebra; "
        text += "<em>argued</em>: some are arguments in words.</p>\n"
        text += overview
        for title in titles where !isExperiment(title) { text += section(title) }
        return text + "</section>\n"
    }

    /// The rows that speak of experiments, apart; empty where there are none.
    var experiments: String { titles.filter(isExperiment).map(section).joined() }

    var hasExperiments: Bool { titles.contains(where: isExperiment) }

    private func isExperiment(_ title: String) -> Bool { steps(title).allSatisfy { $0.experiment == true } }

    private var overview: String {
        let columns = ["", "claims", "PASS", "FAIL", "OPEN", "machine", "argued", "Coq", "repairs"]
        return HTMLPage.table(
            caption: "Lines of the proofs by lemma", columns.enumerated().map { .init(title: $1, isNumber: $0 > 0) },
            titles.map { title in
                let (repairs, claims) = (steps(title).filter(\.isRepair), steps(title).filter { !$0.isRepair })
                func count(_ outcome: ClaimOutcome) -> String { "\(claims.count { $0.outcome == outcome })" }
                return [
                    title.isEmpty ? "Other claims" : title, "\(claims.count)", count(.pass), count(.fail), count(.open),
                    "\(claims.count { $0.assurance == .machine })", "\(claims.count { $0.assurance == .argued })",
                    "\(steps(title).count { $0.coq != nil })", "\(repairs.count)",
                ]
            })
    }

    private func section(_ title: String) -> String {
        "<h3>\(Escaping.markup(title.isEmpty ? "Other claims" : title))</h3>\n" + steps(title).map(row).joined()
    }

    private func row(_ step: AuditDocument.Step) -> String {
        let e = Escaping.markup
        var text = "<details id=\"\(HTMLPage.anchor("audit", step.id))\"><summary>\(e(step.id)) \(ClaimOutcomeMark.word(step.outcome)) "
        text += "\(e(step.verdictText))\(step.assurance.map { ", \($0.rawValue)" } ?? "")"
        text += " <span class=\"quiet small\">\(e(step.method))</span></summary>\n"
        text += "<code class=\"statement\">\(e(step.statement))</code>\n"
        text += "<p class=\"small\">\(e(step.place)); domain: \(HTMLPage.code(step.domain))</p>\n"
        if let witness = step.witness { text += "<p><strong>Witness</strong>: \(HTMLPage.code(witness.text))</p>\n" }
        if let note = step.note { text += "<p>\(e(note))</p>\n" }
        if let evidence = step.evidence {
            text += "<ul class=\"small\">\n"
            for item in evidence { text += "<li><em>\(e(item.standing.rawValue))</em>: \(e(item.text))</li>\n" }
            text += "</ul>\n"
        }
        if let coq = step.coq { text += "<p class=\"small\">\(e(coq.text))</p>\n" }
        if let repairs = step.repairs {
            let links = repairs.map { "<a href=\"#\(HTMLPage.anchor("audit", $0))\">\(e($0))</a>" }
            text += "<p>Repair: \(links.joined(separator: ", "))</p>\n"
        }
        if let table = step.boundary {
            text += HTMLPage.table(caption: table.caption, table.columns.map { .init(title: $0, isNumber: false) }, table.rows)
        }
        return text + "</details>\n"
    }
}
