// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
public import Bounds
public import Claims
internal import Laws
internal import LazyBall
public import Sampler

/// sup over W, r and ||delta|| <= R of Phi(r, delta; W), that is of ||grad f(x) - grad f(x + delta)|| (Lemma B.9).
public struct GradientDifference: LimitedInLaw, HomogeneousQuantity {
    public init() {}

    public var name: String { "gradient-difference" }
    public var title: String { "sup over W, ||delta|| <= R of ||grad f(x; a, W) - grad f(x+delta; a, W)||" }
    public var extremum: Extremum { .supremum }
    public var method: Method { .certified }
    public var dependsOn: Set<OptionalParameter> { [.c0, .radius] }
    public var degree: Int { 1 }
    public var columns: [String] { ["attained", "certified"] }
    public var definition: (any QuantityDefinition)? { GradientSumDefinition(.difference, projected: false) }

    public func check(_ parameters: Parameters) throws(ParameterError) {}

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound { .signedSumOfMovedRows(p) }

    /// The bound of B.9/1+ in ball arithmetic, which is proved for d >= 3 and 0 < R < 1.
    public func limitInLaw(at parameters: Parameters, failing failure: Double) -> Double? {
        guard parameters.d >= 3, parameters.radius > 0, parameters.radius < 1 else { return nil }
        let bound = SharpB9.gradientDifference(
            Arguments(
                d: Ball(parameters.d), m: Ball(parameters.m), gamma: Ball(exactly: failure), c0: Ball(exactly: parameters.c0),
                c1: Ball(exactly: parameters.c1), radius: Ball(exactly: parameters.radius), epsilon: Ball(exactly: parameters.epsilon)))
        let limit = bound.value
        return limit.isFinite ? limit.upper : nil
    }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        search(draws, at: parameters, bound: bound)
    }

    public func trial(_ draws: Draws, at parameters: Parameters) throws -> any CellTrial { search(draws, at: parameters, bound: nil) }

    /// - Parameter bound: beyond which the search need not go; nil where it is to go as far as it can.
    private func search(_ draws: Draws, at parameters: Parameters, bound: Double?) -> DifferenceTrial {
        DifferenceTrial(draws, at: parameters) { problem in
            let rounding = problem.roundingError
            let bracket = GradientDifferenceBracket(problem, bound: bound.map { $0 - rounding })
            return TrialBracket(attained: bracket.attained, certified: bracket.certified + rounding, rounding: rounding)
        }
    }

    public func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (_ trial: UInt64) throws -> [Double] {
        { trial in
            let bracket = try search(draws, at: parameters, bound: nil).bracket(trial)
            return [bracket.attained, bracket.certified]
        }
    }

    public func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost {
        .movableRows(parameters, sampler)
    }

    public func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] {
        let d = parameters.d
        let problem = draw.differenceProblem(radius: parameters.ballRadius, perturbation: parameters.radius)
        let witness = GradientDifferenceBracket(problem, bound: bound).witness
        let after = witness.expand(problem.movable)
        let moved = DifferenceMoves.moved(of: draw, among: problem, dimension: d) { index, _ in Array(after[index * d..<(index + 1) * d]) }
        return [WitnessDraft(moved: moved, delta: witness.perturbation)]
    }
}
