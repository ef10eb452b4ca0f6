// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import ExactLaws
internal import Sampler
internal import Statistics

/// Runs a plan: cell after cell, each until its verdict is final, the trials of a batch in parallel.
public struct Engine: Sendable {
    /// What a run has done so far.
    public struct Progress: Sendable {
        /// Cells finished, of how many.
        public let cells: Int
        public let total: Int
        /// The cell under way and its trials so far.
        public let cell: Verifier.Cell
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
    public func run(
        _ plan: Plan, progress: (Progress) -> Void = { _ in }, isInterrupted: () -> Bool = { false }
    ) async throws -> RunResult {
        let alpha = try ErrorBudget(rate: options.errorRate, cells: Swift.max(1, plan.entries.count)).perSequence
        var cells: [RunResult.Cell] = []
        for entry in plan.entries {
            if isInterrupted() { break }
            cells.append(try await run(entry, alpha: alpha, isInterrupted: isInterrupted) { trials in
                progress(Progress(cells: cells.count, total: plan.entries.count, cell: entry.cell, trials: trials))
            })
        }
        return RunResult(
            version: Version.current, seed: options.seed, rng: options.generator.rawValue, sampler: options.sampler,
            errorRate: options.errorRate, interrupted: isInterrupted() ? true : nil, cells: cells,
            summary: RunResult.summary(of: cells))
    }

    private func run(
        _ entry: Plan.Entry, alpha: Double, isInterrupted: () -> Bool, progress: (Int) -> Void
    ) async throws -> RunResult.Cell {
        let question = try Question(entry.cell)
        let trial = try TrialFactory(options: options).trial(of: question)
        var judge = try CellJudge(allowed: question.allowed, alpha: alpha)
        // A law's verdict needs no trial; a fixed number of them is made, for the quantile and to be held against the law.
        let byLaw = question.lawVerdict != nil
        let limit = byLaw ? Self.lawTrials : entry.trials ?? options.maxTrials
        var attained: [Double] = []
        while attained.count < limit, byLaw || judge.final == nil {
            progress(attained.count)
            let count = Swift.min(options.batch, limit - attained.count)
            for bracket in try await brackets(of: trial, from: attained.count, count: count) {
                attained.append(bracket.attained)
                judge.record(question.status(bracket))
                if judge.final != nil && !byLaw { break }
            }
            if isInterrupted() { break }
        }
        return question.result(judge: judge, method: trial.method, attained: attained, alpha: alpha, expected: entry.expected)
    }

    /// Trials of a cell whose verdict an exact law gives.
    static let lawTrials = 256

    /// The brackets of trials `first..<first + count`, in order.
    private func brackets(of trial: some CellTrial, from first: Int, count: Int) async throws -> [TrialBracket] {
        let threads = Swift.max(1, Swift.min(options.threads, count))
        if threads == 1 { return try (first..<first + count).map { try trial.bracket(UInt64($0)) } }
        return try await withThrowingTaskGroup(of: (Int, [TrialBracket]).self) { group in
            for thread in 0..<threads {
                group.addTask {
                    (thread, try stride(from: first + thread, to: first + count, by: threads).map {
                        try trial.bracket(UInt64($0))
                    })
                }
            }
            var brackets = [TrialBracket](repeating: TrialBracket(exactly: 0), count: count)
            for try await (thread, results) in group {
                for (index, bracket) in results.enumerated() { brackets[thread + index * threads] = bracket }
            }
            return brackets
        }
    }
}
