// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Laws
internal import Statistics
internal import Support

/// The smallest (d, m), d first, at which a refuted claim is still refuted, of those tried.
///
/// Gamma, C0 and C1 stay; R and eps follow d and m by their default rules where they did so in the cell to begin with. A cell is refuted by
/// its exact law where there is one, else by dense trials with an error rate of their own, split over the cells tried; the cell to
/// begin with is by the run that found it.
struct CellShrinking {
    let options: RunOptions
    let start: Cell
    /// What the run found of the start.
    let found: RunResult.Cell

    struct Refuted: Sendable {
        let cell: Cell
        let evidence: VerdictBasis
        let probability: RunResult.Probability
        let allowed: Double
        /// Absent where a law decides.
        let trials: Int?
        let violations: Int?
    }

    /// Trials of one cell at most.
    static let trials = 320
    /// After every so many a cell whose share of violations is not above what is allowed is given up.
    static let patience = 16

    /// A cell whose draw has more numbers is not tried, unless its law is known.
    static let largestDraw = 20_000_000.0

    /// Lexicographically the first refuted cell, the start itself at the latest.
    func smallest() throws -> Refuted {
        let cells = candidates()
        let alpha = try ErrorBudget(rate: options.errorRate, cells: cells.count).perSequence
        var judge: CellJudge?
        for cell in cells where cell != start {
            let prepared = try PreparedCell(cell)
            guard prepared.inDomain, prepared.bound.isFinite else { continue }
            if let law = prepared.law, let verdict = prepared.lawVerdict {
                guard verdict == .refuted else { continue }
                let exact = LawAgreement.unitInterval(law.left)
                return Refuted(
                    cell: cell, evidence: .law, probability: .init(lower: exact.lowerBound, upper: exact.upperBound),
                    allowed: prepared.allowed, trials: nil, violations: nil)
            }
            guard Double(cell.parameters.d) * Double(cell.parameters.m) <= Self.largestDraw else { continue }
            // Tuning a confidence sequence takes longer than most cells do; what it depends on seldom changes.
            if judge?.allowed != prepared.allowed { judge = try CellJudge(allowed: prepared.allowed, alpha: alpha) }
            guard let judge, let refuted = try refuted(prepared, judge) else { continue }
            return refuted
        }
        let byLaw = found.evidence == .law
        return Refuted(
            cell: start, evidence: found.evidence, probability: found.probability, allowed: try PreparedCell(start).allowed,
            trials: byLaw ? nil : found.trials, violations: byLaw ? nil : found.violations)
    }

    private func refuted(_ prepared: PreparedCell, _ fresh: CellJudge) throws -> Refuted? {
        var judge = fresh
        let trial = try prepared.trial(options)
        while judge.final == nil && judge.trials < Self.trials {
            judge.record(prepared.status(try trial.bracket(UInt64(judge.trials))))
            // Giving up early can miss a cell, never call one refuted.
            let isHopeless = Double(judge.violations) <= judge.allowed * Double(judge.trials)
            if judge.trials % Self.patience == 0 && isHopeless { return nil }
        }
        guard judge.final == .refuted else { return nil }
        return Refuted(
            cell: prepared.cell, evidence: .trials, probability: .init(lower: judge.limits.lower, upper: judge.limits.upper),
            allowed: prepared.allowed, trials: judge.trials, violations: judge.violations)
    }

    // MARK: the cells tried

    private func candidates() -> [Cell] {
        let p = start.parameters
        let dimensions = Self.rising([1, 2, 3, 5, 10, 25, 50, 100, 250, 500], upTo: p.d)
        return dimensions.flatMap { d in
            let edge = domainEdge(d)
            return Self.rising((0...15).flatMap { k in [1, 2, 5].map { $0 * Self.powerOfTen(k) } } + [edge], upTo: p.m)
                .compactMap { cell(d, $0) }
        }
    }

    private static func powerOfTen(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 10 } }

    private static func rising(_ values: [Int], upTo last: Int) -> [Int] { Set(values.filter { $0 < last } + [last]).sorted() }

    /// The smallest m at which the claim's hypotheses hold, if they do so from some m on.
    private func domainEdge(_ d: Int) -> Int {
        Bisection.firstInteger(after: 0, upTo: start.parameters.m) { isInDomain(d, $0) }
    }

    private func isInDomain(_ d: Int, _ m: Int) -> Bool {
        guard let cell = cell(d, m) else { return false }
        return cell.claim.hypotheses(cell.parameters.arguments).allSatisfy { $0.holds }
    }

    /// The claim at (d, m); nil where it is not defined there.
    private func cell(_ d: Int, _ m: Int) -> Cell? {
        let p = start.parameters
        guard let usual = try? Parameters(d: p.d, m: p.m, gamma: p.gamma, c0: p.c0, c1: p.c1) else { return nil }
        guard
            let parameters = try? Parameters(
                d: d, m: m, gamma: p.gamma, c0: p.c0, c1: p.c1, radius: p.radius == usual.radius ? nil : p.radius,
                epsilon: p.epsilon == usual.epsilon ? nil : p.epsilon)
        else { return nil }
        return try? Cell(start.claim, parameters)
    }
}
