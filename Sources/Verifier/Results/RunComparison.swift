// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims

/// What changed from one run to another: the object that `lemmacheck diff --json` prints of two runs.
///
/// Cells are matched by claim and parameters. Values are compared as they are given: results that were rounded alike are to be compared
/// with one another. Keys that do not apply are absent.
public struct RunComparison: Sendable, Hashable, Codable {
    public static let schema = "lemmacheck/diff/1"

    /// One of the two.
    public struct Side: Sendable, Hashable, Codable {
        public var version: String?
        public var run: String?
        /// How many cells it has; of an audit, steps.
        public var cells: Int

        public init(version: String?, run: String?, cells: Int) { (self.version, self.run, self.cells) = (version, run, cells) }
    }

    /// A value that is not the same in both; absent where one has none.
    public struct Change<Value: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
        public var old: Value?
        public var new: Value?

        /// Nil where nothing changed.
        public init?(_ old: Value?, _ new: Value?) {
            guard old != new else { return nil }
            (self.old, self.new) = (old, new)
        }
    }

    /// A number that is not the same in both.
    public struct NumberChange: Sendable, Hashable, Codable {
        public var old: Double?
        public var new: Double?
        /// (new - old) / |old|; absent where one is absent or infinite, or old is 0.
        public var relative: Double?

        init?(_ old: Double?, _ new: Double?) {
            guard old != new else { return nil }
            (self.old, self.new) = (old, new)
            guard let old, let new, old != 0 else { return }
            let change = (new - old) / old.magnitude
            relative = change.isFinite ? change : nil
        }
    }

    /// A cell by its claim and parameters, and what changed in it; of a cell that only one run has, nothing.
    public struct Cell: Sendable, Hashable, Codable {
        public var claim: String
        public var d: Int?
        public var m: Int?
        public var gamma: Double?
        public var c0: Double?
        public var c1: Double?
        public var radius: Double?
        public var epsilon: Double?
        public var parameters: [String: Double]?
        /// Absent values are out of domain.
        public var verdict: Change<Verdict>?
        public var bound: NumberChange?
        public var quantile: NumberChange?
        public var slack: NumberChange?
        public var probability: Change<RunResult.Probability>?
        public var trials: Change<Int>?

        init(_ cell: RunResult.Cell) {
            (claim, d, m, gamma) = (cell.claim, cell.d, cell.m, cell.gamma)
            (c0, c1, radius, epsilon, parameters) = (cell.c0, cell.c1, cell.radius, cell.epsilon, cell.parameters)
        }

        init(_ old: RunResult.Cell, _ new: RunResult.Cell) {
            self.init(new)
            verdict = Change(old.verdict, new.verdict)
            bound = NumberChange(old.bound, new.bound)
            quantile = NumberChange(old.quantile?.value, new.quantile?.value)
            slack = NumberChange(old.slack, new.slack)
            probability = Change(old.probability, new.probability)
            trials = Change(old.trials, new.trials)
        }

        var isChanged: Bool {
            verdict != nil || bound != nil || quantile != nil || slack != nil || probability != nil || trials != nil
        }
    }

    /// Counts of cells.
    public struct Summary: Sendable, Hashable, Codable {
        /// Of both runs.
        public var compared: Int
        /// Those of them in which each of these is another one.
        public var verdicts: Int
        public var bounds: Int
        public var quantiles: Int
        public var slacks: Int
        public var probabilities: Int
        public var trials: Int
        /// Of one run alone: the newer, the older.
        public var came: Int
        public var went: Int
    }

    public var schema = RunComparison.schema
    public var kind = "verify"
    public var old: Side
    public var new: Side
    /// In the newer run's order.
    public var changed: [Cell]
    public var came: [Cell]
    public var went: [Cell]
    public var summary: Summary

    /// Compares two results.
    public init(old: RunResult, new: RunResult) {
        (self.old, self.new) = (Side(old), Side(new))
        // A report has each cell once; of what has it twice, the first is meant.
        let before = Dictionary(old.cells.map { (Cell($0), $0) }) { first, _ in first }
        let after = Set(new.cells.map { Cell($0) })
        let pairs = new.cells.compactMap { cell in before[Cell(cell)].map { Cell($0, cell) } }
        changed = pairs.filter(\.isChanged)
        came = new.cells.map { Cell($0) }.filter { before[$0] == nil }
        went = old.cells.map { Cell($0) }.filter { !after.contains($0) }
        summary = Summary(
            compared: pairs.count, verdicts: pairs.count { $0.verdict != nil }, bounds: pairs.count { $0.bound != nil },
            quantiles: pairs.count { $0.quantile != nil }, slacks: pairs.count { $0.slack != nil },
            probabilities: pairs.count { $0.probability != nil }, trials: pairs.count { $0.trials != nil },
            came: came.count, went: went.count)
    }

    /// Whether both runs have the same cells, whatever was found there.
    public var isOfSameCells: Bool { came.isEmpty && went.isEmpty }
    /// Whether there are cells of both, and none has another verdict; of two without any, that is so too.
    public var hasSameVerdicts: Bool { summary.verdicts == 0 && (summary.compared > 0 || isOfSameCells) }
}

extension RunComparison.Side {
    fileprivate init(_ result: RunResult) { self.init(version: result.version, run: result.run, cells: result.cells.count) }
}
