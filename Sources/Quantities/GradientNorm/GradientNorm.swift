// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import LazyBall
public import Sampler

/// inf over W of ||grad f(x; a, W)||: from below by a sum over neurons of closed-form minima along a direction, from above by the W that
/// Frank-Wolfe finds (Lemma B.7).
public struct GradientNorm: HomogeneousQuantity {
    public init() {}

    public var name: String { "gradient-norm" }
    public var title: String { "inf over W of ||grad f(x; a, W)||" }
    public var extremum: Extremum { .infimum }
    public var method: Method { .certified }
    public var dependsOn: Set<OptionalParameter> { [.c0] }
    public var degree: Int { 1 }
    public var columns: [String] { ["attained", "certified", "norm_w0"] }
    public var definition: (any QuantityDefinition)? { GradientSumDefinition(.gradient, projected: false) }

    public func check(_ parameters: Parameters) throws(ParameterError) {}

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound { TrivialBound(0, "a norm is at least 0") }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        GradientNormTrial(draws: draws, radius: parameters.ballRadius, bound: bound)
    }

    public func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (_ trial: UInt64) throws -> [Double] {
        { trial in
            let problem = try GradientMoves.problem(draws, trial, radius: parameters.ballRadius)
            let bracket = GradientNormBracket(problem, dimension: parameters.d)
            return [bracket.attained, bracket.certified, bracket.atInitialization]
        }
    }

    public func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost {
        .flippableRows(parameters, sampler)
    }

    /// Frank-Wolfe's W, and one of few but large moves.
    public func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] {
        let problem = draw.gradientProblem(radius: parameters.ballRadius)
        let bracket = GradientNormBracket(problem, dimension: parameters.d, bound: bound)
        let found = GradientMoves.expanded(bracket.witness, problem, draw, dimension: parameters.d)
        return [found, GradientMoves.descent(of: draw, at: parameters)].compactMap { $0 }
    }
}
