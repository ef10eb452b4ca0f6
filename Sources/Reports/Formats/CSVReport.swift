// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Claims
public import Verifier

/// A result as CSV: one row a cell or a step, an empty field where a column does not apply.
public enum CSVReport {
    /// A column: its name in the first line, and what stands in it.
    public struct Column<Row>: Sendable {
        public let name: String
        public let meaning: String
        let text: @Sendable (Row) -> String

        init(_ name: String, _ meaning: String, _ text: @escaping @Sendable (Row) -> String) {
            (self.name, self.meaning, self.text) = (name, meaning, text)
        }

        init(_ name: String, _ meaning: String, number: @escaping @Sendable (Row) -> Double?) {
            self.init(name, meaning) { row in number(row).map { "\($0)" } ?? "" }
        }
    }

    /// A cell, with the run that it is of.
    public struct CellRow: Sendable {
        let cell: RunResult.Cell
        let run: String?
        /// Whether its claim bounds its quantity from below.
        let isOfLowerBound: Bool
    }

    public static func text(of result: RunResult, in catalogue: Catalogue) -> String {
        let lower = Set(catalogue.all.flatMap { [$0] + $0.repairs }.compactMap(\.measured).filter { $0.direction == .lower }.map(\.id))
        return text(cells, result.cells.map { CellRow(cell: $0, run: result.run, isOfLowerBound: lower.contains($0.claim)) })
    }

    public static func text(of audit: AuditDocument) -> String { text(steps, audit.steps) }

    private static func text<Row>(_ columns: [Column<Row>], _ rows: [Row]) -> String {
        let lines = [columns.map(\.name)] + rows.map { row in columns.map { Escaping.csv($0.text(row)) } }
        return lines.map { $0.joined(separator: ",") + "\n" }.joined()
    }

    /// Of `verdicts.csv`.
    public static let cells: [Column<CellRow>] = [
        .init("claim", "the claim's ID") { $0.cell.claim },
        .init("d", "the dimension") { $0.cell.d.map(String.init) ?? "" },
        .init("m", "the width") { $0.cell.m.map(String.init) ?? "" },
        .init("gamma", "the failure probability", number: { $0.cell.gamma }),
        .init("c0", "C0, where the claim depends on it", number: { $0.cell.c0 }),
        .init("c1", "C1, where the claim depends on it", number: { $0.cell.c1 }),
        .init("radius", "R, where the claim depends on it", number: { $0.cell.radius }),
        .init("epsilon", "the mesh eps, where the claim depends on it", number: { $0.cell.epsilon }),
        .init("parameters", "parameters of one's own: n=100 k=3") { row in
            row.cell.named.filter(\.isOwn).map { "\($0.symbol)=\($0.text)" }.joined(separator: " ")
        },
        .init("in_domain", "whether the claim's own hypotheses hold; where not, there is no verdict") { "\($0.cell.inDomain)" },
        .init("vacuous", "whether the bound says no more than a trivial one") { "\($0.cell.vacuous)" },
        .init("bound", "the right-hand side; infinite where it says nothing") { "\($0.cell.bound)" },
        .init("method", "how the supremum is found: exact, certified, attack or law") { $0.cell.method.rawValue },
        .init("evidence", "what the verdict rests on: law or trials") { $0.cell.evidence.rawValue },
        .init("trials", "draws made") { "\($0.cell.trials)" },
        .init("violations", "draws that violate the claim") { "\($0.cell.violations)" },
        .init("undecided", "draws that neither violate it nor are certified not to") { "\($0.cell.undecided)" },
        .init("probability_lower", "P(violates), of an event its own: enclosure or confidence limit from below") {
            "\($0.cell.probability.lower)"
        },
        .init("probability_upper", "the same from above") { "\($0.cell.probability.upper)" },
        .init("probability_of", "violation or event; empty for a claim about every draw") { $0.cell.probabilityOf?.rawValue ?? "" },
        .init(
            "quantile", "the (1-gamma)-quantile of the suprema, for a lower bound the gamma-quantile of the infima",
            number: { $0.cell.quantile?.value }),
        .init("quantile_lower", "its confidence limit from below", number: { $0.cell.quantile?.lower }),
        .init("quantile_upper", "its confidence limit from above", number: { $0.cell.quantile?.upper }),
        .init("maximum", "of an upper bound: the largest value attained", number: { $0.isOfLowerBound ? nil : $0.cell.maximum }),
        .init("minimum", "of a lower bound: the smallest value attained", number: { $0.isOfLowerBound ? $0.cell.maximum : nil }),
        .init("attained", "of a bracketed quantity: the median of what an attack attains", number: { $0.cell.attained }),
        .init("certified", "of a bracketed quantity: the median of what is certified", number: { $0.cell.certified }),
        .init("certified_by", "draws or law") { $0.cell.certifiedBy?.rawValue ?? "" },
        .init("slack", "bound over quantile, for a lower bound quantile over bound", number: { $0.cell.slack }),
        .init("outcome", "PASS, FAIL or OPEN") { ClaimOutcome($0.cell.verdict).rawValue },
        .init("verdict", "holds, refuted, consistent or inconclusive; empty out of domain") { $0.cell.verdict?.rawValue ?? "" },
        .init("expected", "the verdict that the plan expects") { $0.cell.expected?.rawValue ?? "" },
        .init("note", "why there is no verdict where one would be looked for") { $0.cell.note ?? "" },
        .init("run", "names the run: version, plan and options") { $0.run ?? "" },
    ]

    /// Of `audit.csv`.
    public static let steps: [Column<AuditDocument.Step>] = [
        .init("id", "the claim's ID; a repair's ends with a star") { $0.id },
        .init("kind", "deterministic, probability, uniform, existence or experiment") { $0.kindName },
        .init("outcome", "PASS, FAIL or OPEN") { $0.outcome.rawValue },
        .init("verdict", "proved, refuted, holds, consistent or inconclusive; empty where not judged") { $0.verdict?.rawValue ?? "" },
        .init("assurance", "machine or argued, of proofs and refutations") { $0.assurance?.rawValue ?? "" },
        .init("coq", "the domain on which Coq has checked it") { $0.coq?.domain ?? "" },
        .init("place", "where it stands in the paper") { $0.place },
        .init("statement", "what it says") { $0.statementLine },
        .init("domain", "its stated domain") { $0.domain },
        .init("method", "how it was decided") { $0.method },
        .init("witness", "of a refuted one: a point at which it fails") { $0.witness?.text ?? "" },
        .init("probability", "the probability at the witness or the tightest point", number: { $0.probability }),
        .init("gamma", "what it is held against", number: { $0.gamma }),
        .init("repairs", "IDs of repairs that were found to hold, separated by spaces") { ($0.repairs ?? []).joined(separator: " ") },
        .init("note", "what else there is to know") { $0.note ?? "" },
    ]

    /// The columns with their meanings, as Markdown: what schemas/csv.md holds.
    public static var documentation: String {
        func table<Row>(_ columns: [Column<Row>]) -> String {
            TextTable(
                columns: ["column", "meaning"].map { .init(title: $0, isNumber: false) },
                rows: columns.map { ["`\($0.name)`", $0.meaning] }
            ).markdown
        }
        return """
            # Columns of the CSV files

            A field is empty where its column does not apply. Text that a spreadsheet would take for a formula has an apostrophe before it.

            ## verdicts.csv, a row a cell

            \(table(cells))
            ## audit.csv, a row a step

            \(table(steps))
            """
    }
}
