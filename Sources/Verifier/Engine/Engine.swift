// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Programs
internal import Sampler
internal import Statistics
internal import Support

/// Runs a plan: cell after cell, each until its verdict is final, the trials of a batch in parallel.
public struct Engine: Sendable {
    /// What every run of this engine does besides its plan.
    public let options: RunOptions

    /// - Throws: a one-line error where the error rate is outside (0, 1).
    public init(_ options: RunOptions) throws {
        _ = try ErrorBudget(rate: options.errorRate, cells: 1)
        self.options = options
    }

    /// Runs `plan`.
    ///
    /// - Parameters:
    ///   - plan: the cells, in their order.
    ///   - known: trials that need not be made; the result is the same as without them, bit for bit.
    ///   - events: is told of what is done.
    /// - Throws: `CostError` before the first draw where the plan may need too much, ``LawContradiction`` where a cell's trials cannot
    ///   come from its law, ``UnusableTrial`` where one has no value, what a quantity's draws or a law throw, and what `events` throw.
    public func run(
        _ plan: Plan, known: KnownTrials = KnownTrials(), events: RunEvents = RunEvents()
    ) async throws -> RunResult {
        try plan.checkCosts(options)
        let alpha = try ErrorBudget(rate: options.errorRate, cells: Swift.max(1, plan.entries.count)).perSequence
        let lawfulCells = plan.entries.count { $0.cell.claim.measurement.law.isKnown || $0.cell.claim.quantity is any LimitedInLaw }
        var cells: [RunResult.Cell] = []
        // A program runs until the last cell that asks it.
        let lastUse = plan.entries.enumerated().reduce(into: [ProgramCommand: Int]()) { last, item in
            if let program = item.element.cell.claim.quantity as? ProgramQuantity { last[program.command] = item.offset }
        }
        defer { for entry in plan.entries { (entry.cell.claim.quantity as? ProgramQuantity)?.endPrograms() } }
        for (index, entry) in plan.entries.enumerated() {
            var run = try CellRun(entry, options: options, alpha: alpha, lawfulCells: lawfulCells)
            while let batch = run.nextBatch {
                events.progress(
                    .init(cells: index, total: plan.entries.count, cell: entry.cell, trials: batch.lowerBound, limit: run.limit))
                try run.take(
                    try await brackets(batch, of: run.trial, known: { known.bracket(cell: index, trial: $0) }, chunk: run.chunk) {
                        try events.blockDone(TrialBlock(cell: index, first: $0, brackets: $1))
                    })
            }
            if let program = entry.cell.claim.quantity as? ProgramQuantity, lastUse[program.command] == index { program.endPrograms() }
            let cell = try run.result()
            cells.append(cell)
            try events.cellDone(cell)
        }
        return RunResult(of: plan, options: options, cells: cells)
    }

    /// The brackets of the trials `numbers`, those that are not known made in parallel.
    ///
    /// - Parameters:
    ///   - chunk: how many trials a thread makes before it tells of them.
    ///   - done: is told of those made, in blocks of trials that follow each other.
    private func brackets(
        _ numbers: Range<Int>, of trial: any CellTrial, known: (Int) -> TrialBracket?, chunk: Int,
        done: (Int, [TrialBracket]) throws -> Void
    ) async throws -> [TrialBracket] {
        var result = numbers.map(known)
        let missing = numbers.filter { result[$0 - numbers.lowerBound] == nil }
        let chunks = stride(from: 0, to: missing.count, by: chunk).map { Array(missing[$0..<Swift.min(missing.count, $0 + chunk)]) }
        // Of several failures that of the first trial is told, on any number of threads.
        var failure: (chunk: Int, error: any Error)?
        func fail(_ chunk: Int, _ error: any Error) { if chunk < failure?.chunk ?? .max { failure = (chunk, error) } }
        _ = await Parallel.map(
            chunks.count, threads: options.threads, progress: { _ in }, isInterrupted: { failure != nil },
            finished: { start, made in
                for (index, made) in zip(start..., made) {
                    for (number, bracket) in zip(chunks[index], made.brackets) { result[number - numbers.lowerBound] = bracket }
                    for block in Self.blocks(chunks[index][...], made.brackets) {
                        do { try done(block.first, block.brackets) } catch { fail(index, error) }
                    }
                    if let error = made.failure { fail(index, error) }
                }
            }, { MadeTrials(trial, chunks[$0]) })
        if let failure { throw failure.error }
        return result.compactMap { $0 }
    }

    /// Trials with gaps between them, cut at the gaps.
    private static func blocks(_ numbers: ArraySlice<Int>, _ brackets: [TrialBracket]) -> [(first: Int, brackets: [TrialBracket])] {
        var blocks: [(first: Int, brackets: [TrialBracket])] = []
        for (number, bracket) in zip(numbers, brackets) {
            if let last = blocks.last, last.first + last.brackets.count == number {
                blocks[blocks.count - 1].brackets.append(bracket)
            } else {
                blocks.append((number, [bracket]))
            }
        }
        return blocks
    }
}

/// What came of some trials: the brackets of those before the first that failed.
private struct MadeTrials: Sendable {
    private(set) var brackets: [TrialBracket] = []
    private(set) var failure: (any Error)?

    init(_ trial: any CellTrial, _ numbers: [Int]) {
        do { try trial.brackets(numbers.map(UInt64.init)) { brackets.append($0) } } catch { failure = error }
    }
}

extension KnownLaw {
    /// Whether a law is known somewhere.
    fileprivate var isKnown: Bool {
        switch self {
        case .unknown: false
        case .known, .atLeast: true
        }
    }
}
