// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Statistics

/// One cell under way: which trials are next, and what those made so far say.
struct CellRun {
    /// At most so many trials are made.
    let limit: Int
    let trial: any CellTrial
    private let options: RunOptions
    private let entry: Plan.Entry
    private let cell: PreparedCell
    private let lawfulCells: Int
    /// Whether the exact law gives the verdict. It needs no trial then; a fixed number of them is made, for the quantile and to be held
    /// against the law.
    private let isByLaw: Bool
    private var judge: CellJudge
    private var values = BracketValues()
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant

    /// - Parameters:
    ///   - alpha: the error probability of each of the cell's two sequences.
    ///   - lawfulCells: how many of the run's cells have a law.
    /// - Throws: where the cell, its law or its draws are not defined.
    init(_ entry: Plan.Entry, options: RunOptions, alpha: Double, lawfulCells: Int) throws {
        cell = try PreparedCell(entry.cell)
        trial = try cell.trial(options)
        judge = try CellJudge(allowed: cell.allowed, alpha: alpha)
        isByLaw = cell.lawVerdict != nil
        limit = cell.trialLimit(entry, options)
        (self.options, self.entry, self.lawfulCells) = (options, entry, lawfulCells)
        start = clock.now
    }

    /// The numbers of the trials to be made next; nil where none is needed any more.
    var nextBatch: Range<Int>? {
        guard values.count < limit, isByLaw || judge.final == nil else { return nil }
        return values.count..<Swift.min(limit, values.count + batch)
    }

    /// Where trials are cheaper many at a time, there are more of them in a batch as the cell goes on.
    private var batch: Int {
        trial.isPipelined ? Swift.max(options.batch, Swift.min(4096, values.count / 8)) : options.batch
    }

    /// How many trials a thread makes at a time: enough for a fifth of a second, so that no more is lost where the run is cut short, as
    /// far as all threads get some. The clock decides how the work is cut and nothing of its result.
    var chunk: Int {
        let share = (batch + options.threads - 1) / options.threads
        guard values.count > 0 else { return 1 }
        let seconds = (clock.now - start) / .seconds(1) * Double(options.threads) / Double(values.count)
        return Swift.max(1, Swift.min(share, Int(Swift.min(0.2 / Swift.max(seconds, 1e-9), 1e9))))
    }

    /// Takes the next trials' brackets, in order, up to the one that makes the verdict final.
    ///
    /// - Throws: ``UnusableTrial``.
    mutating func take(_ brackets: [TrialBracket]) throws(UnusableTrial) {
        for bracket in brackets {
            guard !bracket.attained.isNaN else { throw UnusableTrial(cell: entry.cell.description, trial: values.count) }
            values.append(bracket)
            judge.record(cell.status(bracket))
            if judge.final != nil && !isByLaw { break }
        }
    }

    /// - Throws: ``LawContradiction`` where the trials cannot come from the law.
    func result() throws -> RunResult.Cell {
        // A verdict by law ends at a number of trials that is fixed; another one may end anywhere up to the limit.
        try LawAgreement.check(cell, judge, cells: lawfulCells, looks: isByLaw ? 1 : limit)
        return try cell.result(judge: judge, values: values, errorRate: options.errorRate, expected: entry.expected)
    }
}
