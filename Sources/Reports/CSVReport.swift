// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
public import Verifier

/// A result as CSV: one row a cell, an empty field where a key does not apply.
public enum CSVReport {
    static let header = [
        "claim", "d", "m", "gamma", "c0", "c1", "radius", "epsilon", "in_domain", "vacuous", "bound", "method", "evidence",
        "trials", "violations", "undecided", "probability_lower", "probability_upper", "probability_of",
        "quantile", "quantile_lower", "quantile_upper", "maximum", "slack", "outcome", "verdict", "expected", "note", "run",
    ]

    public static func text(of result: RunResult) -> String {
        ([header] + result.cells.map { row($0, run: result.run) }).map { $0.joined(separator: ",") + "\n" }.joined()
    }

    private static func row(_ cell: RunResult.Cell, run: String?) -> [String] {
        func field(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
        return [
            cell.claim, "\(cell.d)", "\(cell.m)", field(cell.gamma), field(cell.c0), field(cell.c1), field(cell.radius),
            field(cell.epsilon), "\(cell.inDomain)", "\(cell.vacuous)", field(cell.bound), cell.method.rawValue,
            cell.evidence.rawValue, "\(cell.trials)", "\(cell.violations)", "\(cell.undecided)",
            field(cell.probability.lower), field(cell.probability.upper), cell.probabilityOf?.rawValue ?? "",
            field(cell.quantile?.value),
            field(cell.quantile?.lower), field(cell.quantile?.upper), field(cell.maximum), field(cell.slack),
            ClaimOutcome(cell.verdict).rawValue, cell.verdict?.rawValue ?? "", cell.expected?.rawValue ?? "", cell.note ?? "", run ?? "",
        ]
    }
}
