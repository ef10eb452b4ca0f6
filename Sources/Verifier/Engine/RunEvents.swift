// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims

/// Trials of one cell that follow each other, done.
public struct TrialBlock: Sendable, Hashable {
    /// The cell's place in the plan.
    public let cell: Int
    /// The number of the first trial.
    public let first: Int
    /// What was found in each, from that trial on.
    public let brackets: [TrialBracket]

    public init(cell: Int, first: Int, brackets: [TrialBracket]) {
        (self.cell, self.first, self.brackets) = (cell, first, brackets)
    }
}

/// Trials that an earlier, interrupted run of the same plan has made: they are not made again.
public struct KnownTrials: Sendable, Hashable {
    private var byCell: [Int: [Int: TrialBracket]] = [:]

    public init() {}

    /// Takes in the trials of `block`; of a trial that is known already the last word stands.
    public mutating func add(_ block: TrialBlock) {
        for (offset, bracket) in block.brackets.enumerated() { byCell[block.cell, default: [:]][block.first + offset] = bracket }
    }

    func bracket(cell: Int, trial: Int) -> TrialBracket? { byCell[cell]?[trial] }

    /// How many there are.
    public var count: Int { byCell.values.reduce(0) { $0 + $1.count } }
}

/// What a run tells while it goes on, in the task that it runs in.
public struct RunEvents {
    /// What a run has done so far.
    public struct Progress: Sendable {
        /// Cells finished, of how many.
        public let cells: Int
        public let total: Int
        /// The cell under way, its trials so far, and how many it may come to.
        public let cell: Claims.Cell
        public let trials: Int
        public let limit: Int
    }

    /// Called often.
    public var progress: (Progress) -> Void
    /// Called with every block of trials that is done, in the order in which they end; what it throws ends the run.
    public var blockDone: (TrialBlock) throws -> Void
    /// Called with every cell that is done, in the plan's order; what it throws ends the run.
    public var cellDone: (RunResult.Cell) throws -> Void

    public init(
        progress: @escaping (Progress) -> Void = { _ in }, blockDone: @escaping (TrialBlock) throws -> Void = { _ in },
        cellDone: @escaping (RunResult.Cell) throws -> Void = { _ in }
    ) {
        (self.progress, self.blockDone, self.cellDone) = (progress, blockDone, cellDone)
    }
}
