// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import Statistics
internal import Verifier

/// A lemma's bound, or a bound of your own, checked inside a test suite:
///
/// ```swift
/// @Test func gradientStaysLarge() async throws {
///     let check = try await LemmaCheck(.gradientNorm, d: 784, m: 10_000, gamma: 0.05, c0: 1)
///     #expect(check.verdict == .holds, "\(check)")
/// }
/// ```
///
/// It depends on no testing library: the verdict is a value. The same seed gives the same verdict on every machine, so that
/// such a test does not flicker; its error rate is the probability that the seed was an unlucky one.
public struct LemmaCheck: Sendable, CustomStringConvertible {
    /// `nil` where the claim's own hypotheses fail at the point.
    public let verdict: Verdict?
    /// One line: what was checked, the evidence and the verdict.
    public let description: String

    /// Checks a claim of the paper at one point. R and eps take their defaults of `Parameters` unless given.
    ///
    /// - Throws: `ParameterError` where a parameter is out of range or the claim has no right-hand side to verify; a one-line error where
    ///   the error rate is out of range.
    public init(
        _ claim: Claim, d: Int, m: Int, gamma: Double, c0: Double, c1: Double = 1, radius: Double? = nil,
        epsilon: Double? = nil, seed: UInt64 = 1, errorRate: Double = 1e-3, maxTrials: Int = 4000
    ) async throws {
        var options = RunOptions()
        (options.seed, options.errorRate, options.maxTrials) = (seed, errorRate, maxTrials)
        let parameters = try Parameters(d: d, m: m, gamma: gamma, c0: c0, c1: c1, radius: radius, epsilon: epsilon)
        guard let measured = claim.measured else {
            throw ParameterError(parameter: "claim", value: claim.id, allowed: "a claim with an explicit right-hand side on a quantity")
        }
        let cell = try Cell(measured, parameters)
        let result = try await Engine(options).run(Plan(entries: [Plan.Entry(cell: cell)]))
        let found = result.cells[0]
        verdict = found.verdict
        description = """
            \(cell): \(found.verdict?.rawValue ?? "out of domain"); bound \(found.bound), P(violates) in \
            [\(found.probability.lower), \(found.probability.upper)] from \(found.trials) trials (seed \(seed))
            """
    }

    /// Checks that a quantity of your own obeys `bound` with probability at least 1 - gamma.
    ///
    /// - Parameters:
    ///   - name: of the quantity, for the description.
    ///   - bound: the bound; nan says nothing, and every draw satisfies it.
    ///   - direction: whether it limits the quantity from above or from below.
    ///   - gamma: in (0, 1).
    ///   - errorRate: the probability that the verdict is wrong, in (0, 1).
    ///   - maxTrials: at most how many draws.
    ///   - trial: brackets the quantity in the draw of the given number, from 0: a value that is attained and one that is
    ///     certified not to be exceeded (infinite where there is none). It is called in order, on one thread.
    /// - Throws: `ParameterError` where gamma is out of range, a one-line error where the error rate is, and what `trial` throws.
    public init(
        _ name: String, bound: Double, direction: BoundDirection = .upper, gamma: Double, errorRate: Double = 1e-3,
        maxTrials: Int = 4000, trial: (Int) throws -> TrialBracket
    ) throws {
        guard gamma > 0, gamma < 1 else {
            throw ParameterError(parameter: "gamma", value: "\(gamma)", allowed: "a number in (0, 1)")
        }
        var judge = try CellJudge(allowed: gamma, alpha: ErrorBudget(rate: errorRate, cells: 1).perSequence)
        for number in 0..<maxTrials where judge.final == nil {
            let bracket = try trial(number)
            judge.record(direction == .upper ? bracket.status(upperBound: bound) : bracket.status(lowerBound: bound))
        }
        verdict = judge.verdict
        let limits = judge.limits
        description = """
            \(name): \(judge.verdict.rawValue); bound \(bound), P(violates) in [\(limits.lower), \(limits.upper)] \
            from \(judge.trials) trials
            """
    }
}
