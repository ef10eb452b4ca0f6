// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Verifier

/// Tables and figures that a paper may \input: `verdicts.tex`, `audit.tex`, `figures.tex`.
///
/// The tables need booktabs and longtable, the figures graphicx, and no more than the text width of an article. An audit of claims about
/// experiments has figures too, behind its table.
public enum LaTeXTables {
    private static let packages = "% In the preamble: \\usepackage{booktabs,longtable}\n"

    /// A table by claim, then all cells.
    public static func verdicts(_ contents: ReportContents) -> String {
        guard let result = contents.result else { return "" }
        let made = "% Made by: \(contents.command); lemmacheck \(result.version), seed \(result.seed)."
        return LaTeXText.comment(made) + "\n" + packages + byClaim(result, in: contents.catalogue) + cells(result)
    }

    private static func byClaim(_ result: RunResult, in catalogue: Catalogue) -> String {
        let claims = result.cells.map(\.claim).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let rows = claims.map { claim -> [String] in
            let summary = ClaimTable.Summary(result.cells.filter { $0.claim == claim })
            return [claim, catalogue.claim(claim)?.quantityText ?? ""] + summary.counts + [summary.slack, summary.failsAt]
        }
        return LaTeXTable(
            caption:
                "Verdicts by claim: cells tried and their outcomes. Slack is the bound over the quantile, for a lower bound the quantile "
                + "over the bound: above 1 the bound has room to spare.",
            columns: [
                .init("claim", .text, 0.09), .init("quantity", .text, 0.28), .init("cells", .number, 0.06), .init("PASS", .number, 0.065),
                .init("FAIL", .number, 0.06), .init("OPEN", .number, 0.07), .init("slack", .text, 0.14), .init("fails at", .text, 0.14),
            ], rows: rows, size: "\\footnotesize"
        ).text
    }

    private static func cells(_ result: RunResult) -> String {
        let rows = result.cells.map { cell -> [String] in
            let values = cell.named.filter { BasicParameter(rawValue: $0.key) == nil }.map { "\($0.symbol) = \(Digits.text($0.value, 3))" }
            let verdict = cell.verdict?.rawValue ?? "out of domain"
            return [
                cell.claim, short(cell.d.map(Double.init)), short(cell.m.map(Double.init)), short(cell.gamma),
                values.joined(separator: ", "),
                Digits.text(cell.bound), VerdictColumn.quantile.text(cell), VerdictColumn.slack.text(cell),
                "\(ClaimOutcome(cell.verdict).rawValue) \(verdict)\(cell.vacuous ? ", vacuous" : "")",
            ]
        }
        return LaTeXTable(
            caption:
                "All cells of the run. A verdict that rests on draws is wrong in any of them with probability at most "
                + "\(Digits.text(result.errorRate)). A tilde: the draws leave a confidence limit of the quantile open.",
            columns: [
                .init("claim", .text, 0.08), .init("d", .number, 0.04), .init("m", .number, 0.055), .init("gamma", .number, 0.075),
                .init("other parameters", .text, 0.205), .init("bound", .number, 0.105), .init("quantile", .number, 0.105),
                .init("slack", .number, 0.075), .init("verdict", .text, 0.14),
            ], rows: rows, size: "\\scriptsize", space: "0pt"
        ).text
    }

    /// A parameter in all its digits, as a power of ten where that is all of it.
    private static func short(_ x: Double?) -> String {
        guard let x else { return "" }
        let text = Digits.text(x, 3)
        return Double(text) == x ? text : Digits.text(x, 16)
    }

    /// Every line of the proofs.
    public static func audit(_ contents: ReportContents) -> String {
        guard let audit = contents.audit else { return "" }
        let report = AuditReport(audit, in: contents.catalogue)
        let made = "% Made by: lemmacheck audit\(audit.version.map { "; lemmacheck \($0)" } ?? "")."
        let rows = audit.steps.map { step -> [String] in
            let verdict = step.verdictText + (step.assurance.map { ", \($0.rawValue)" } ?? "") + (step.coq == nil ? "" : ", Coq")
            return [step.id, step.statementLine, "\(step.outcome.rawValue) \(verdict)", step.witness?.text ?? step.note ?? ""]
        }
        return LaTeXText.comment(made) + "\n" + packages + (contents.experiments.map(preamble) ?? "")
            + LaTeXTable(
                caption: "Audit of the proofs. \(report.summary)",
                columns: [
                    .init("claim", .text, 0.1), .init("statement", .text, 0.42), .init("verdict", .text, 0.15),
                    .init("witness or remark", .text, 0.28),
                ], rows: rows, size: "\\scriptsize"
            ).text + (contents.experiments.map(experiments) ?? "")
    }

    /// What an article needs for the figures of experiments and how it names them, or why there are none.
    private static func preamble(_ experiments: RecordedFigures) -> String {
        if let omission = experiments.omission { return LaTeXText.comment("% \(omission)") + "\n" }
        let labels = experiments.entries.map { "\\ref{\(label($0.figure.name))}" }
        return graphics + "% The experiments' figures stand behind the table: \(labels.joined(separator: ", ")).\n"
    }

    /// Figures of experiments, of the PDF files in audit-figures/.
    private static func experiments(_ experiments: RecordedFigures) -> String {
        guard experiments.omission == nil else { return "" }
        let floats = experiments.entries.map { entry in
            let figure = entry.figure
            let caption =
                "The paper's \(figure.title); drawn from the recorded networks. \(figure.alt) About the "
                + "\(entry.claims.count == 1 ? "claim" : "claims") \(entry.claims.joined(separator: ", "))."
            return float(
                "\(RecordedFigures.folder)/\(figure.name)", caption: LaTeXText.words(caption, longest: 24), label: label(figure.name))
        }
        return floats.joined(separator: "\n")
    }

    /// What \ref calls a figure of an experiment.
    private static func label(_ name: String) -> String { "fig:lc-\(name)" }

    private static let graphics =
        "% In the preamble: \\usepackage{graphicx}, and \\graphicspath{{FOLDER/}} for a document outside of this folder.\n"

    private static func float(_ file: String, caption: String, label: String? = nil) -> String {
        """
        \\begin{figure}
        \\centering
        \\includegraphics[width=\\linewidth]{\(file)}
        \\caption{\(caption)}\(label.map { "\\label{\($0)}" } ?? "")
        \\end{figure}

        """
    }

    /// A floating figure each, of the PDF files in figures/.
    static func figures(_ figures: [ReportFigure]) -> String {
        let floats = figures.map { float("\(FigureDrawer.folder)/\($0.name)", caption: LaTeXText.words($0.title)) }
        return graphics + floats.joined(separator: "\n")
    }
}
