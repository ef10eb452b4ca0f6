// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Verifier

/// All that a run and an audit found, on one page: a matrix at a glance, then claim by claim, the audit line by line, the experiments.
public enum HTMLReport {
    /// - Parameters:
    ///   - contents: a run, an audit or both; the page says how the other one is made.
    ///   - figures: those of the claims, and of the whole report.
    public static func page(_ contents: ReportContents, figures: [ReportFigure] = []) -> String {
        var body = header(contents)
        body += "<main id=\"content\">\n" + navigation(contents)
        if let result = contents.result {
            body += "<section id=\"verdicts\">\n<h2>Verdicts at a glance</h2>\n" + HTMLMatrix.html(result)
            if result.interrupted == true {
                body += "<p><strong>The run was interrupted: these are the cells that it reached.</strong></p>\n"
            }
            body += reading + whole(figures) + "</section>\n" + claims(result, contents, figures)
        } else {
            body += "<p>This page has no run: <code>lemmacheck</code> makes one.</p>\n"
        }
        if let audit = contents.audit {
            let part = HTMLAudit(audit, in: contents.catalogue)
            body += part.html
            if part.hasExperiments { body += "<section id=\"experiments\">\n<h2>The experiments</h2>\n\(part.experiments)</section>\n" }
        } else {
            body += "<p>This page has no audit: <code>lemmacheck audit --out</code> the same folder makes one.</p>\n"
        }
        body += "</main>\n"
        return HTMLPage.page(title: "lemmacheck: what was found", body: body)
    }

    private static func header(_ contents: ReportContents) -> String {
        let e = Escaping.markup
        var text = "<header>\n<h1>Do the lemmas hold, with their own constants?</h1>\n"
        text += "<p>Each claim of the paper, checked by number: its bound against the exact or certified supremum over the lazy ball, in "
        text += "draws whose verdicts carry an error rate, or by an exact law; and every line of the proofs, over its whole domain.</p>\n"
        if let result = contents.result {
            text += "<p><strong>\(e(MarkdownReport.summary(result)))</strong></p>\n"
            text += "<p class=\"quiet small\">Made by \(HTMLPage.code(contents.command)): lemmacheck \(e(result.version))"
            text += "\(result.run.map { ", run \(e($0))" } ?? ""), seed \(result.seed), generator \(e(result.rng)), sampler "
            text += "\(result.sampler.rawValue), family-wise error rate \(Digits.text(result.errorRate)).</p>\n"
        }
        if let audit = contents.audit {
            text += "<p><strong>\(e("Audit: " + AuditReport(audit, in: contents.catalogue).summary))</strong></p>\n"
            if let version = audit.version, let own = contents.result?.version, version != own {
                text += "<p>The audit was made by another version, \(e(version)).</p>\n"
            }
        }
        return text + "</header>\n"
    }

    private static func navigation(_ contents: ReportContents) -> String {
        let e = Escaping.markup
        var items: [String] = []
        if let result = contents.result {
            items.append("<li><a href=\"#verdicts\">Verdicts at a glance</a></li>")
            let names = sections(result)
            items += names.map { "<li><a href=\"#\(HTMLPage.anchor("lemma", $0))\">\(e(title($0, contents.catalogue)))</a></li>" }
        }
        if let audit = contents.audit {
            items.append("<li><a href=\"#audit\">The audit</a></li>")
            if HTMLAudit(audit, in: contents.catalogue).hasExperiments {
                items.append("<li><a href=\"#experiments\">The experiments</a></li>")
            }
        }
        return "<nav aria-label=\"Contents\"><ul>\n\(items.joined(separator: "\n"))\n</ul></nav>\n"
    }

    /// What stands for the whole report: the frontier's map.
    private static func whole(_ figures: [ReportFigure]) -> String {
        let drawn = figures.filter { $0.claim == nil }.compactMap { figure in figure.svg.map { (figure, $0) } }
        let missing = !figures.isEmpty && figures.allSatisfy { $0.svg == nil }
        let note = missing ? "<p class=\"quiet\">Without figures: gnuplot, which draws them, was not found.</p>\n" : ""
        return note
            + drawn.map { figure, svg in
                "<figure>\n\(svg)\n<figcaption>\(Escaping.markup(figure.title))</figcaption>\n</figure>\n"
            }.joined()
    }

    private static func sections(_ result: RunResult) -> [String] {
        result.cells.map { String($0.claim.prefix { $0 != "/" }) }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func title(_ name: String, _ catalogue: Catalogue) -> String {
        catalogue.sections.first { $0.name == name }?.title ?? name
    }

    private static func claims(_ result: RunResult, _ contents: ReportContents, _ figures: [ReportFigure]) -> String {
        var text = ""
        for name in sections(result) {
            let own = result.cells.filter { String($0.claim.prefix { $0 != "/" }) == name }
            let ids = own.map(\.claim).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            text += "<section id=\"\(HTMLPage.anchor("lemma", name))\">\n<h2>\(Escaping.markup(title(name, contents.catalogue)))</h2>\n"
            if let setting = contents.catalogue.sections.first(where: { $0.name == name })?.setting, !setting.isEmpty {
                text += "<details><summary>The setting (Section 2 of the paper)</summary>\n<code class=\"statement\">"
                text += "\(Escaping.markup(setting))</code>\n</details>\n"
            }
            for id in ids {
                text +=
                    HTMLClaim(
                        id: id, cells: own.filter { $0.claim == id }, contents: contents, figure: figures.first { $0.claim == id }
                    ).html
            }
            text += "</section>\n"
        }
        return text
    }

    private static let reading = """
        <details><summary>How to read this</summary>
        <dl>
        <dt>bound</dt><dd>the claim's right-hand side, evaluated at the point.</dd>
        <dt>quantile</dt><dd>how large the claim's left-hand side is in all but a share gamma of the draws: the (1-gamma)-quantile of the \
        supremum over the lazy ball; for a lower bound the gamma-quantile of the infimum.</dd>
        <dt>slack</dt><dd>bound over quantile, for a lower bound quantile over bound: above 1 the bound has room to spare.</dd>
        <dt>P(violates)</dt><dd>the probability that a draw violates the claim: exact, or confidence limits.</dd>
        <dt>vacuous</dt><dd>the bound says no more than a trivial one, which needs no lemma.</dd>
        <dt>PASS</dt><dd>proved, or holds: the probability of violation is at most what the claim allows.</dd>
        <dt>FAIL</dt><dd>refuted: it is more. Whether that was expected is said beside it.</dd>
        <dt>OPEN</dt><dd>neither is shown, or a hypothesis of the claim's own fails at the point.</dd>
        </dl>
        </details>

        """
}
