// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Verifier

/// All that a run and an audit found, on one page: a matrix at a glance, then claim by claim, the audit line by line, the experiments.
public enum HTMLReport {
    /// - Parameters:
    ///   - contents: a run, an audit or both; the page says how the other one is made.
    ///   - figures: those of the claims, and of the whole report.
    ///   - experiments: what ``RecordedFigures/drawn()`` gives of the contents' own.
    public static func page(_ contents: ReportContents, figures: [ReportFigure] = [], experiments: [ReportFigure] = []) -> String {
        var body = header(contents) + navigation(contents) + "<main id=\"content\">\n"
        if let result = contents.result {
            body += "<section id=\"verdicts\">\n<h2>Verdicts at a glance</h2>\n"
            if result.interrupted == true {
                body += "<p><strong>The run was interrupted: these are the cells that it reached.</strong></p>\n"
            }
            body += HTMLWords.html + HTMLMatrix.html(result) + byClaim(result, contents.catalogue) + sharpness(result) + whole(figures)
            body += HTMLPage.toContents + "</section>\n" + claims(result, contents, figures)
        } else {
            body += "<p>This page has no run: <code>lemmacheck</code> makes one.</p>\n"
        }
        if let audit = contents.audit {
            let part = HTMLAudit(audit, in: contents.catalogue, contents.experiments, drawn: experiments)
            body += part.html
            if part.hasExperiments {
                body += "<section id=\"experiments\">\n<h2>The experiments</h2>\n\(networks)\(omission(contents))"
                body += part.experiments
                body += HTMLPage.toContents + "</section>\n"
            }
        } else {
            body += "<p>This page has no audit: <code>lemmacheck audit --out</code> the same folder makes one.</p>\n"
        }
        body += "</main>\n"
        return HTMLPage.page(title: "lemmacheck: what was found", body: body)
    }

    private static func sharpness(_ result: RunResult) -> String {
        guard let table = SharpnessTable.table(result) else { return "" }
        return "<h3>\(SharpnessTable.title)</h3>\n<p>\(Escaping.markup(SharpnessTable.words))</p>\n"
            + HTMLPage.table(caption: "The paper's bounds beside sharper ones", table.columns, table.rows)
    }

    private static let networks = """
        <p>What the paper says of networks trained on images of the digits 0 and 1. It states trends in words: each line says by which \
        rule it was read, and its verdict is about the networks of the recorded run under that rule.</p>

        """

    /// That figures are left out, and why.
    private static func omission(_ contents: ReportContents) -> String {
        contents.experiments?.omission.map { "<p class=\"quiet\">\(Escaping.markup($0))</p>\n" } ?? ""
    }

    private static func header(_ contents: ReportContents) -> String {
        let e = Escaping.markup
        var text = "<header>\n<h1>Do the lemmas hold, with their own constants?</h1>\n"
        text +=
            "<p>The lemmas say of a random two-layer network that, with high probability, a quantity stays within a bound for every choice "
        text += "of weights in a ball around the initial ones. Each bound is evaluated with its explicit constants and compared, at points "
        text += "of a grid, with the worst weights of the ball: in random draws, or by a probability that is known exactly. Each line of "
        text += "the proofs is decided too, over its whole domain.</p>\n"
        if let result = contents.result {
            text += "<p><strong>\(e(MarkdownReport.summary(result)))</strong> A cell is one claim at one point.</p>\n"
            text += "<p class=\"quiet small\">Made by \(HTMLPage.code(contents.command)), version \(e(result.version))"
            text += "\(result.run.map { ", run \(e($0))" } ?? ""), seed \(result.seed), generator \(e(result.rng)), sampler "
            text += "\(result.sampler.rawValue). The probability that any verdict that rests on draws is wrong is at most "
            text += "\(Digits.text(result.errorRate)), over all cells together.</p>\n"
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
        return "<nav id=\"contents\" aria-label=\"Contents\"><ul>\n\(items.joined(separator: "\n"))\n</ul></nav>\n"
    }

    /// What stands for the whole report: the frontier's map.
    private static func whole(_ figures: [ReportFigure]) -> String {
        let missing = !figures.isEmpty && figures.allSatisfy { $0.svg == nil }
        let note = missing ? "<p class=\"quiet\">Without figures: gnuplot, which draws them, was not found.</p>\n" : ""
        return note
            + figures.filter { $0.claim == nil }.map { HTMLPage.figure($0) }.joined()
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
            text += HTMLPage.toContents + "</section>\n"
        }
        return text
    }

    /// A row a claim, with what it is about and how much room its bound has.
    private static func byClaim(_ result: RunResult, _ catalogue: Catalogue) -> String {
        let claims = result.cells.map(\.claim).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let titles = ["claim", "quantity"] + ClaimTable.Summary.titles + ["slack", "fails at"]
        return HTMLPage.table(
            caption: "Claim by claim: the quantity that is bounded, cells by outcome, slack from the smallest to the largest",
            titles.enumerated().map { .init(title: $1, isNumber: (2...5).contains($0)) },
            claims.map { claim in
                let summary = ClaimTable.Summary(result.cells.filter { $0.claim == claim })
                return [claim, catalogue.claim(claim)?.quantityText ?? ""] + summary.counts + [summary.slack, summary.failsAt]
            }, wrapping: ["quantity", "fails at"], target: { HTMLPage.anchor("claim", $0) })
    }
}
