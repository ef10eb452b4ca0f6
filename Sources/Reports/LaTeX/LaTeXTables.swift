// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Verifier

/// Tables that a paper may \input: `verdicts.tex` and `audit.tex`.
///
/// They need booktabs, longtable and array, and no more than the text width of an article.
public enum LaTeXTables {
    private static let packages = "% In the preamble: \\usepackage{array,booktabs,longtable} and \\usepackage[T1]{fontenc}\n"
    private static let e = Escaping.latex

    // MARK: runs

    /// A table by claim, then all cells.
    public static func verdicts(_ contents: ReportContents) -> String {
        guard let result = contents.result else { return "" }
        var text = "% Made by: \(comment(contents.command)); lemmacheck \(result.version), seed \(result.seed).\n" + packages
        text += byClaim(result, in: contents.catalogue)
        return text + cells(result)
    }

    private static func byClaim(_ result: RunResult, in catalogue: Catalogue) -> String {
        let claims = result.cells.map(\.claim).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let rows = claims.map { claim -> [String] in
            let summary = ClaimTable.Summary(result.cells.filter { $0.claim == claim })
            return [claim, catalogue.claim(claim)?.quantityText ?? ""] + summary.counts + [summary.slack, summary.failsAt]
        }
        return longTable(
            caption:
                "Verdicts by claim: cells tried and their outcomes; slack is bound over quantile, above 1 the bound has room to spare.",
            columns: [
                .init("claim", .text(0.09)), .init("quantity", .text(0.28)), .init("cells", .number), .init("PASS", .number),
                .init("FAIL", .number), .init("OPEN", .number), .init("slack", .text(0.13)), .init("fails at", .text(0.14)),
            ], rows: rows, size: "\\footnotesize")
    }

    private static func cells(_ result: RunResult) -> String {
        let rows = result.cells.map { cell -> [String] in
            let others: [(String, Double?)] = [("C0", cell.c0), ("C1", cell.c1), ("R", cell.radius), ("eps", cell.epsilon)]
            let values = others.compactMap { name, value in value.map { "\(name) = \(Digits.text($0, 3))" } }
            let verdict = cell.verdict?.rawValue ?? "out of domain"
            return [
                cell.claim, "\(cell.d)", Digits.text(Double(cell.m), 7), "\(cell.gamma)", values.joined(separator: ", "),
                Digits.text(cell.bound), cell.quantile.map { Digits.text($0.value) } ?? "", cell.slack.map { Digits.text($0, 3) } ?? "",
                "\(ClaimOutcome(cell.verdict).rawValue) \(verdict)\(cell.vacuous ? ", vacuous" : "")",
            ]
        }
        return longTable(
            caption: "All cells of the run, family-wise error rate \(Digits.text(result.errorRate)).",
            columns: [
                .init("claim", .text(0.08)), .init("d", .number), .init("m", .number), .init("gamma", .number),
                .init("others", .text(0.18)), .init("bound", .number), .init("quantile", .number), .init("slack", .number),
                .init("verdict", .text(0.16)),
            ], rows: rows, size: "\\scriptsize")
    }

    // MARK: the audit

    /// Every line of the proofs.
    public static func audit(_ contents: ReportContents) -> String {
        guard let audit = contents.audit else { return "" }
        let report = AuditReport(audit, in: contents.catalogue)
        var text = "% Made by: lemmacheck audit\(audit.version.map { "; lemmacheck \($0)" } ?? "").\n" + packages
        let rows = audit.steps.map { step -> [String] in
            let verdict = step.verdictText + (step.assurance.map { ", \($0.rawValue)" } ?? "") + (step.coq == nil ? "" : ", Coq")
            return [step.id, step.statementLine, "\(step.outcome.rawValue) \(verdict)", step.witness?.text ?? step.note ?? ""]
        }
        text += longTable(
            caption: "Audit of the proofs. \(report.summary)",
            columns: [
                .init("claim", .text(0.09)), .init("statement", .text(0.39)), .init("verdict", .text(0.16)),
                .init("witness or remark", .text(0.26)),
            ], rows: rows, size: "\\scriptsize")
        return text
    }

    // MARK: tables

    struct Column {
        enum Kind {
            case number
            /// A paragraph of this part of the line's width.
            case text(Double)
        }

        let title: String
        let kind: Kind

        init(_ title: String, _ kind: Kind) { (self.title, self.kind) = (title, kind) }

        var layout: String {
            switch kind {
            case .number: "r"
            case .text(let share): ">{\\raggedright\\arraybackslash}p{\(share)\\linewidth}"
            }
        }
    }

    private static func longTable(caption: String, columns: [Column], rows: [[String]], size: String) -> String {
        let head = columns.map { e($0.title) }.joined(separator: " & ")
        var text = "{\(size)\\setlength{\\tabcolsep}{3pt}\\emergencystretch=2em\n"
        text += "\\begin{longtable}{@{}\(columns.map(\.layout).joined())@{}}\n"
        text += "\\caption{\(e(caption))}\\\\\n\\toprule\n\(head) \\\\\n\\midrule\n\\endfirsthead\n"
        text += "\\toprule\n\(head) \\\\\n\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n"
        for row in rows {
            text +=
                zip(columns, row).map { column, cell in
                    switch column.kind {
                    case .number: e(cell)
                    case .text: breakable(cell)
                    }
                }.joined(separator: " & ") + " \\\\\n"
        }
        return text + "\\end{longtable}}\n"
    }

    /// Text that may be broken behind a bracket, a sign or a comma, where it has no space.
    static func breakable(_ text: String) -> String {
        var result = ""
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if !result.isEmpty { result += " " }
            var run = 0
            for character in word {
                result += e(String(character))
                run += 1
                if run >= 3, "/,;:)]}+*=<>|^_-.".contains(character) || run >= 12 {
                    result += "\\allowbreak{}"
                    run = 0
                }
            }
        }
        return result
    }

    /// In a comment, which ends with its line.
    private static func comment(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.isASCII && $0.value >= 0x20 ? Character($0) : " " })
    }
}
