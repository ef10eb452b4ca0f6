// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
internal import Sampler
internal import Statistics
internal import Support

/// Runs a plan: cell after cell, each until its verdict is final, the trials of a batch in parallel.
public struct Engine: Sendable {
    /// What a run has done so far.
    public struct Progress: Sendable {
        /// Cells finished, of how many.
        public let cells: Int
        public let total: Int
        /// The cell under way and its trials so far.
        public let cell: Claims.Cell
        public let trials: Int
    }

    public let options: RunOptions

    /// - Throws: a one-line error where the error rate is outside (0, 1).
    public init(_ options: RunOptions) throws {
        _ = try ErrorBudget(rate: options.errorRate, cells: 1)
        self.options = options
        // Trials run in parallel; a sum that BLAS splits over threads would depend on their number.
        LinearAlgebraLibrary.useOneThread()
    }

    /// Runs `plan`.
    ///
    /// - Parameters:
    ///   - progress: called between batches.
    ///   - isInterrupted: asked between batches; once true, the run ends with the cells that it has, and says so.
    /// - Throws: ``LawContradiction`` where a cell's trials cannot come from its law, ``UnusableTrial`` where one has no value, and what a
    ///   quantity's draws or a law throw.
    public func run(
        _ plan: Plan, progress: (Progress) -> Void = { _ in }, isInterrupted: () -> Bool = { false }
    ) async throws -> RunResult {
        let alpha = try ErrorBudget(rate: options.errorRate, cells: Swift.max(1, plan.entries.count)).perSequence
        let lawfulCells = plan.entries.count { $0.cell.claim.measurement.law.isKnown }
        var cells: [RunResult.Cell] = []
        for entry in plan.entries {
            if isInterrupted() { break }
            cells.append(
                try await run(entry, alpha: alpha, lawfulCells: lawfulCells, isInterrupted: isInterrupted) { trials in
                    progress(Progress(cells: cells.count, total: plan.entries.count, cell: entry.cell, trials: trials))
                })
        }
        return RunResult(
            version: Version.current, seed: options.seed, rng: options.generator.rawValue, sampler: options.sampler,
            errorRate: options.errorRate, interrupted: isInterrupted() ? true : nil, cells: cells,
            summary: RunResult.summary(of: cells))
    }

    private func run(
        _ entry: Plan.Entry, alpha: Double, lawfulCells: Int, isInterrupted: () -> Bool, progress: (Int) -> Void
    ) async throws -> RunResult.Cell {
        let cell = try PreparedCell(entry.cell)
        let trial = try cell.trial(options)
        var judge = try CellJudge(allowed: cell.allowed, alpha: alpha)
        // A law's verdict needs no trial; a fixed number of them is made, for the quantile and to be held against the law.
        let byLaw = cell.lawVerdict != nil
        let limit = byLaw ? Self.lawTrials : entry.trials ?? options.maxTrials
        var attained: [Double] = []
        while attained.count < limit, byLaw || judge.final == nil {
            progress(attained.count)
            let count = Swift.min(options.batch, limit - attained.count)
            let first = attained.count
            let brackets = try await Parallel.map(
                count, threads: options.threads, chunk: (count + options.threads - 1) / options.threads
            ) { try trial.bracket(UInt64(first + $0)) }
            for bracket in brackets {
                guard !bracket.attained.isNaN else { throw UnusableTrial(cell: entry.cell.description, trial: attained.count) }
                attained.append(bracket.attained)
                judge.record(cell.status(bracket))
                if judge.final != nil && !byLaw { break }
            }
            if isInterrupted() { break }
        }
        // A verdict by law ends at a number of trials that is fixed; another one may end anywhere up to the limit.
        try LawAgreement.check(cell, judge, cells: lawfulCells, looks: byLaw ? 1 : limit)
        return try cell.result(judge: judge, attained: attained, alpha: alpha, expected: entry.expected)
    }

    /// Trials of a cell whose verdict an exact law gives.
    static let lawTrials = 256
}

extension KnownLaw {
    /// Whether a law is known somewhere.
    fileprivate var isKnown: Bool {
        switch self {
        case .unknown: false
        case .known: true
        }
    }
}
