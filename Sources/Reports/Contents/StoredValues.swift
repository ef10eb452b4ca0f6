// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Verifier

/// Values that a report's JSON may have by its types and no report has: the first, by its key, with what is allowed.
///
/// What lays out tables and counts relies on them: rows as long as their titles, sums that do not overflow, numbers that compare.
enum StoredValues {
    /// More draws are no run's.
    static let mostTrials = 1_000_000_000_000
    private static let mostCells = 1_000_000

    static func fault(in run: RunResult) -> String? {
        guard run.cells.count <= mostCells else { return "'cells' has \(run.cells.count) cells: at most \(mostCells)" }
        guard isShare(run.errorRate) else { return "'errorRate' is \(run.errorRate): a number between 0 and 1" }
        for (index, cell) in run.cells.enumerated() {
            if let fault = fault(in: cell) { return "'cells[\(index)].\(fault)" }
        }
        return nil
    }

    /// Without the quotation mark before it.
    private static func fault(in cell: RunResult.Cell) -> String? {
        if cell.claim.isEmpty { return "claim' is empty: an ID" }
        for (name, value) in [("d", cell.d), ("m", cell.m)] {
            if let value, value < 1 { return "\(name)' is \(value): an integer from 1" }
        }
        if let gamma = cell.gamma, !isShare(gamma) { return "gamma' is \(gamma): a number between 0 and 1" }
        if let (name, value) = cell.parameters?.sorted(by: { $0.key < $1.key }).first(where: { !$0.value.isFinite }) {
            return "parameters.\(name)' is \(value): a finite number"
        }
        let parameters = [("c0", cell.c0), ("c1", cell.c1), ("radius", cell.radius), ("epsilon", cell.epsilon)]
        for (name, value) in parameters {
            if let value, !(value >= 0 && value.isFinite) { return "\(name)' is \(value): a finite number from 0" }
        }
        for (name, value) in [("trials", cell.trials), ("violations", cell.violations), ("undecided", cell.undecided)]
        where !(0...mostTrials).contains(value) {
            return "\(name)' is \(value): an integer from 0 to 1e12"
        }
        let numbers: [(String, Double?)] = [
            ("bound", cell.bound), ("probability.lower", cell.probability.lower), ("probability.upper", cell.probability.upper),
            ("quantile.value", cell.quantile?.value), ("quantile.lower", cell.quantile?.lower), ("quantile.upper", cell.quantile?.upper),
            ("maximum", cell.maximum), ("attained", cell.attained), ("certified", cell.certified), ("slack", cell.slack),
        ]
        for (name, value) in numbers where value?.isNaN == true { return "\(name)' is nan: a number or an infinity" }
        return nil
    }

    static func fault(in audit: AuditDocument) -> String? {
        for (index, step) in audit.steps.enumerated() {
            if let fault = fault(in: step) { return "'steps[\(index)].\(fault)" }
        }
        return nil
    }

    private static func fault(in step: AuditDocument.Step) -> String? {
        if step.id.isEmpty { return "id' is empty: an ID" }
        let numbers: [(String, Double?)] = [
            ("probability", step.probability), ("gamma", step.gamma), ("witness.lhs", step.witness?.lhs),
            ("witness.rhs", step.witness?.rhs), ("witness.excess", step.witness?.excess),
        ]
        for (name, value) in numbers where value?.isNaN == true { return "\(name)' is nan: a number or an infinity" }
        guard let table = step.boundary else { return nil }
        guard !table.columns.isEmpty else { return "boundary.columns' is empty: at least one title" }
        for (index, row) in table.rows.enumerated() where row.count != table.columns.count {
            return "boundary.rows[\(index)]' has \(row.count) entries: \(table.columns.count)"
        }
        return nil
    }

    private static func isShare(_ x: Double) -> Bool { x > 0 && x < 1 }
}
