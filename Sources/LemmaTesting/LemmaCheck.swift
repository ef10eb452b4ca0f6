// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Claims
internal import LazyPaper
internal import Sampler
public import Verifier

/// A lemma's bound, or a bound of your own, checked inside a test suite:
///
/// ```swift
/// @Test func gradientStaysLarge() async throws {
///     try await expectHolds(LemmaCheck(.gradientNorm, d: 784, m: 10_000, gamma: 0.05, c0: 1))
/// }
/// ```
///
/// The verdict is a value, for any testing library. The same seed gives the same verdict on every machine and any number of threads, so
/// that such a test does not flicker; its error rate is the probability that the seed was an unlucky one.
public struct LemmaCheck: Sendable, CustomStringConvertible {
    /// One point of the grid.
    public struct Cell: Sendable, CustomStringConvertible {
        /// As reports have it.
        public let result: RunResult.Cell
        /// What the claim's hypotheses say that fails here; empty in its domain.
        public let failedHypotheses: [String]
        /// The command that repeats this cell; nil where the quantity or the bound is a closure, which no command has.
        public let replayCommand: String?
        /// One line: the claim, where, the evidence, and the verdict. Numbers have six digits.
        public let description: String

        /// `nil` where a hypothesis of the claim fails.
        public var verdict: Verdict? { result.verdict }
        /// Of P(violates), by an exact law or by confidence sequences; of an event, of its probability.
        public var limits: RunResult.Probability { result.probability }
        /// The (1-gamma)-quantile of the attained suprema with its confidence limits; for a lower bound the gamma-quantile of the infima.
        public var quantile: RunResult.Quantile? { result.quantile }
        /// Bound over quantile, for a lower bound quantile over bound: above 1 there is room to spare.
        public var slack: Double? { result.slack }
        /// Whether a trivial bound says as much.
        public var isVacuous: Bool { result.vacuous }
    }

    /// In the grid's order, at least one.
    public let cells: [Cell]
    private let run: RunResult
    private let options: RunOptions
    private let catalogue: Catalogue

    /// Checks a claim of the paper, or your own bound on its quantity, at every point of a grid.
    ///
    /// - Parameters:
    ///   - claim: of the paper, or sharper than it.
    ///   - grid: values of each parameter; R and eps take their defaults of `Parameters` unless given.
    ///   - bound: in the place of the claim's own; nothing is assumed then.
    ///   - seed: of every stream; that of the suite, or 1, unless given.
    ///   - errorRate: the probability that any cell's verdict is wrong; 1e-3 unless given, or a share of the suite's
    ///     (`.sharedErrorRate`).
    ///   - maxTrials: draws of a cell, at most.
    ///   - limits: memory and operations that the check may need.
    ///   - threads: at most; the verdicts do not depend on them.
    /// - Throws: `ParameterError` where the claim has no right-hand side to verify, `GridError` where a parameter is out of range or
    ///   missing, `ExpressionError` where `bound` has a fault, `CostError` for a size that cannot be run, ``LemmaTestingError``; a
    ///   one-line error where the error rate is out of range.
    public init(
        _ claim: Claim, grid: Grid, bound: LemmaBound? = nil, seed: UInt64? = nil, errorRate: Double? = nil, maxTrials: Int = 4000,
        limits: CostLimits = CostLimits(), threads: Int = 1
    ) async throws {
        guard let measured = claim.measured else {
            throw ParameterError(parameter: "claim", value: claim.id, allowed: "a claim with an explicit right-hand side on a quantity")
        }
        var options = try LemmaSession.options(seed: seed, errorRate: errorRate)
        (options.maxTrials, options.limits, options.threads) = (maxTrials, limits, Swift.max(1, threads))
        try await self.init(BoundedCells(measured, grid, bound), options)
    }

    /// The same by the claim's ID, stars and pluses included: B.7/f*, B.7/1+.
    ///
    /// - Throws: ``LemmaTestingError`` where there is no such claim; else as the other.
    public init(
        _ id: String, grid: Grid, bound: LemmaBound? = nil, seed: UInt64? = nil, errorRate: Double? = nil, maxTrials: Int = 4000,
        limits: CostLimits = CostLimits(), threads: Int = 1
    ) async throws {
        try await self.init(
            Self.claim(id), grid: grid, bound: bound, seed: seed, errorRate: errorRate, maxTrials: maxTrials, limits: limits,
            threads: threads)
    }

    /// At one point.
    public init(
        _ claim: Claim, d: Int, m: Int, gamma: Double, c0: Double, c1: Double = 1, radius: Double? = nil,
        epsilon: Double? = nil, bound: LemmaBound? = nil, seed: UInt64? = nil, errorRate: Double? = nil, maxTrials: Int = 4000
    ) async throws {
        let grid = Grid(
            d: [d], m: [m], gamma: [gamma], c0: [c0], c1: [c1], radius: radius.map { [$0] } ?? [], epsilon: epsilon.map { [$0] } ?? [])
        try await self.init(claim, grid: grid, bound: bound, seed: seed, errorRate: errorRate, maxTrials: maxTrials)
    }

    /// At one point, by the claim's ID.
    public init(
        _ id: String, d: Int, m: Int, gamma: Double, c0: Double, c1: Double = 1, radius: Double? = nil,
        epsilon: Double? = nil, bound: LemmaBound? = nil, seed: UInt64? = nil, errorRate: Double? = nil, maxTrials: Int = 4000
    ) async throws {
        try await self.init(
            Self.claim(id), d: d, m: m, gamma: gamma, c0: c0, c1: c1, radius: radius, epsilon: epsilon, bound: bound, seed: seed,
            errorRate: errorRate, maxTrials: maxTrials)
    }

    /// Runs cells that are made ready.
    init(_ bounded: BoundedCells, _ options: RunOptions) async throws {
        (self.options, catalogue) = (options, bounded.catalogue)
        let run = try await Engine(options).run(bounded.plan)
        self.run = run
        cells = zip(bounded.cells, run.cells).map { cell, result in
            Cell(
                result: result,
                failedHypotheses: cell.claim.hypotheses(cell.parameters.arguments).filter { !$0.holds }.map(\.text),
                replayCommand: bounded.isRepeatable ? run.command(of: result) : nil, description: run.account(of: result, cell.claim))
        }
    }

    private static func claim(_ id: String) throws -> Claim {
        guard let claim = LazyPaper.catalogue.claim(id) else {
            throw LemmaTestingError.noClaim(id, near: LazyPaper.catalogue.nearest(id))
        }
        return claim
    }
}

extension LemmaCheck {
    /// The cell that speaks most against the claim: one that is refuted before one that is out of the domain, inconclusive, consistent.
    public var worst: Cell {
        let order: [Verdict?] = [.refuted, nil, .inconclusive, .consistent, .holds, .proved]
        return order.lazy.compactMap { verdict in cells.first { $0.verdict == verdict } }.first ?? cells[0]
    }

    /// Of ``worst``; `nil` where a hypothesis of the claim fails there.
    public var verdict: Verdict? { worst.verdict }
    /// Whether the claim holds at every cell, in its domain.
    public var holds: Bool { cells.allSatisfy { $0.verdict == .holds } }
    /// Whether the bound is vacuous at every cell: then `holds` says nothing that a trivial bound does not.
    public var isVacuous: Bool { cells.allSatisfy(\.isVacuous) }
    public var limits: RunResult.Probability { worst.limits }
    public var quantile: RunResult.Quantile? { worst.quantile }
    public var slack: Double? { worst.slack }
    public var failedHypotheses: [String] { worst.failedHypotheses }
    public var replayCommand: String? { worst.replayCommand }

    /// A W (and delta) of the ball beyond the bound, at the simplest cell where ``worst`` is still refuted; nil where it is not refuted,
    /// where nothing is found, and for closures. It is looked for at each call: seconds.
    public var counterexample: Witness? {
        get throws {
            guard worst.verdict == .refuted else { return nil }
            return try WitnessSearch(options, in: catalogue).finding(worst.result, of: run)?.witness
        }
    }

    /// A line a cell, and the command that repeats it.
    public var description: String {
        cells.map { $0.description + ($0.replayCommand.map { "\nrepeat: \($0)" } ?? "") }.joined(separator: "\n")
    }
}

/// What a check cannot be made of: one line.
public enum LemmaTestingError: Error, Sendable, Hashable, CustomStringConvertible {
    case noClaim(String, near: [String])
    /// A suite whose error rate is shared among a number of checks makes one more.
    case moreChecks(than: Int)
    /// A plan names programs, which run only where that is said.
    case commandsNotAllowed(String, plan: String)
    /// A plan of proof steps alone.
    case nothingToCheck(plan: String)

    public var description: String {
        switch self {
        case .noClaim(let id, let near):
            "there is no claim '\(id)'\(near.isEmpty ? "; `lemmacheck list` shows all" : "; did you mean \(near.joined(separator: ", "))?")"
        case .commandsNotAllowed(let command, let plan): "\(plan): would run `\(command)`: allowCommands is needed to run what it names"
        case .nothingToCheck(let plan): "\(plan): has no claim to check"
        case .moreChecks(let count): "the suite shares its error rate among \(count) checks and makes more: raise `checks`"
        }
    }
}
