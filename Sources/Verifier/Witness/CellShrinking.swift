// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Laws
internal import Statistics

/// The smallest (d, m), d first, at which a refuted claim is still refuted, of those tried.
///
/// Those of ``ShrunkCells``. A cell is refuted by its exact law where there is one, else by dense trials with an error rate of their own,
/// split over the cells tried; the cell to begin with is by the run that found it.
struct CellShrinking {
    let options: RunOptions
    let start: Cell
    /// What the run found of the start, from how many cells and with which sampler.
    let found: RunResult.Cell
    let run: RunResult

    struct Refuted: Sendable {
        let cell: Cell
        let evidence: VerdictBasis
        let probability: RunResult.Probability
        let allowed: Double
        /// Absent where a law decides.
        let count: Count?
    }

    /// Trials, and all that the limits of P(violates) depend on.
    struct Count: Sendable {
        let trials: Int
        let violations: Int
        let undecided: Int
        let alpha: Double
        let sampler: SamplerKind
    }

    /// Trials of one cell at most.
    static let trials = 320
    /// After every so many a cell whose share of violations is not above what is allowed is given up.
    static let patience = 16

    /// A cell whose draw has more numbers is not tried, unless its law is known.
    static let largestDraw = 20_000_000.0

    /// Lexicographically the first refuted cell, the start itself at the latest.
    func smallest() throws -> Refuted {
        let cells = ShrunkCells(start: start)
        let alpha = try cells.alpha(rate: options.errorRate)
        var judge: CellJudge?
        for cell in cells.all where cell != start {
            let prepared = try PreparedCell(cell)
            guard prepared.inDomain, prepared.bound.isFinite else { continue }
            if let law = prepared.law, let verdict = prepared.lawVerdict {
                guard verdict == .refuted else { continue }
                let exact = LawAgreement.unitInterval(law.left)
                return Refuted(
                    cell: cell, evidence: .law, probability: .init(lower: exact.lowerBound, upper: exact.upperBound),
                    allowed: prepared.allowed, count: nil)
            }
            guard Double(cell.parameters.d) * Double(cell.parameters.m) <= Self.largestDraw else { continue }
            // Tuning a confidence sequence takes longer than most cells do; what it depends on seldom changes.
            if judge?.allowed != prepared.allowed { judge = try CellJudge(allowed: prepared.allowed, alpha: alpha) }
            guard let judge, let refuted = try refuted(prepared, judge, alpha: alpha) else { continue }
            return refuted
        }
        return try unshrunk()
    }

    /// The cell to begin with, as the run found it.
    func unshrunk() throws -> Refuted {
        Refuted(
            cell: start, evidence: found.evidence, probability: found.probability, allowed: try PreparedCell(start).allowed,
            count: found.evidence == .law
                ? nil
                : Count(
                    trials: found.trials, violations: found.violations, undecided: found.undecided, alpha: try run.alpha,
                    sampler: run.sampler))
    }

    private func refuted(_ prepared: PreparedCell, _ fresh: CellJudge, alpha: Double) throws -> Refuted? {
        let judge = try prepared.judged(by: fresh, prepared.trial(options), limit: Self.trials, patience: Self.patience)
        guard judge.final == .refuted else { return nil }
        return Refuted(
            cell: prepared.cell, evidence: .trials, probability: .init(lower: judge.limits.lower, upper: judge.limits.upper),
            allowed: prepared.allowed,
            count: Count(
                trials: judge.trials, violations: judge.violations, undecided: judge.undecided, alpha: alpha, sampler: options.sampler))
    }
}
