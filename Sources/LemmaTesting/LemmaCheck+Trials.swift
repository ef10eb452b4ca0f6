// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import LazyPaper
public import Sampler
internal import Verifier

extension LemmaCheck {
    /// Checks that a quantity of your own obeys `bound` with probability at least 1 - gamma.
    ///
    /// - Parameters:
    ///   - name: of the quantity, for the description and the key of its streams.
    ///   - bound: a finite number.
    ///   - direction: the side of the quantity on which it is.
    ///   - gamma: in (0, 1).
    ///   - seed: of the streams; that of the suite, or 1, unless given.
    ///   - errorRate: the probability that the verdict is wrong.
    ///   - maxTrials: draws, at most.
    ///   - threads: at most; the verdict does not depend on them.
    ///   - trial: brackets the quantity in the draw of the given number, from 0, whose stream it is given: a value that is attained and one
    ///     that is certified not to be exceeded (infinite where there is none; for a lower bound certified <= attained). What it depends
    ///     on besides must not change: then the same seed gives the same verdict.
    /// - Throws: `ParameterError` where gamma is out of range or the bound no finite number, a one-line error where the error rate is out
    ///   of range, and what `trial` throws.
    public init(
        _ name: String, bound: Double, direction: BoundDirection = .upper, gamma: Double, seed: UInt64? = nil, errorRate: Double? = nil,
        maxTrials: Int = 4000, threads: Int = 1, trial: @escaping @Sendable (Int, inout RandomStream) throws -> TrialBracket
    ) async throws {
        try NumberRange.finite.check("bound", bound)
        var options = try LemmaSession.options(seed: seed, errorRate: errorRate)
        (options.maxTrials, options.threads) = (maxTrials, Swift.max(1, threads))
        let claim = Claim(
            name, place: "a claim of one's own", kind: .uniform, statement: "a quantity of one's own against a bound of one's own",
            domain: "",
            subject: .measured(
                Measurement(
                    quantity: ClosureQuantity(name: name, extremum: direction == .upper ? .supremum : .infimum, trial: trial),
                    formula: NumberFormula(bound), law: .unknown, parameters: ClaimParameters(basics: [.gamma]))),
            failing: .gamma, check: .attack("A closure brackets each draw."), decidedBy: .draws)
        guard let measured = claim.measured else { preconditionFailure("a measured claim has a quantity") }
        let cell = try Claims.Cell(measured, Parameters(d: 1, m: 1, gamma: gamma, c0: 0))
        try await self.init(BoundedCells([cell]), options)
    }

    /// The same for a trial that has numbers of its own.
    public init(
        _ name: String, bound: Double, direction: BoundDirection = .upper, gamma: Double, errorRate: Double? = nil, maxTrials: Int = 4000,
        trial: @escaping @Sendable (Int) throws -> TrialBracket
    ) async throws {
        try await self.init(
            name, bound: bound, direction: direction, gamma: gamma, errorRate: errorRate, maxTrials: maxTrials
        ) { number, _ in try trial(number) }
    }
}

/// A quantity that a closure measures.
struct ClosureQuantity: Quantity {
    let name: String
    let extremum: Extremum
    let trial: @Sendable (Int, inout RandomStream) throws -> TrialBracket

    var title: String { name }
    var method: Method { .certified }
    var dependsOn: Set<OptionalParameter> { [] }
    var columns: [String] { ["attained", "certified"] }
    var definition: (any QuantityDefinition)? { nil }
    func check(_ parameters: Parameters) throws(ParameterError) {}

    func trivialBound(_ p: Arguments<Double>) -> TrivialBound {
        TrivialBound(extremum == .infimum ? -.infinity : .infinity, "nothing is known of it")
    }

    func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        ClosureTrial(draws: draws, trial: trial)
    }

    func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (_ trial: UInt64) throws -> [Double] {
        let trial = ClosureTrial(draws: draws, trial: trial)
        return { number in
            let bracket = try trial.bracket(number)
            return [bracket.attained, bracket.certified]
        }
    }

    func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost { .fewNumbers }
    func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] { [] }
}

private struct ClosureTrial: CellTrial {
    let draws: Draws
    let trial: @Sendable (Int, inout RandomStream) throws -> TrialBracket

    func bracket(_ number: UInt64) throws -> TrialBracket {
        var stream = draws.stream(number)
        return try trial(Int(number), &stream)
    }
}
