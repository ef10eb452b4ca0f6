// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import LazyBall
public import Sampler

/// sup over W of ||P grad f(x; a, W) - P grad f(x; a, W0)||, P = I - x x^T (Lemma B.7).
public struct ProjectedGradientChange: HomogeneousQuantity {
    public init() {}

    public var name: String { "projected-gradient-change" }
    public var title: String { "sup over W of the part of grad f(x; a, W) - grad f(x; a, W0) orthogonal to x" }
    public var extremum: Extremum { .supremum }
    public var method: Method { .certified }
    public var dependsOn: Set<OptionalParameter> { [.c0] }
    public var degree: Int { 1 }
    public var columns: [String] { ["attained", "certified"] }
    public var definition: (any QuantityDefinition)? { GradientSumDefinition(.change, projected: true) }

    public func check(_ parameters: Parameters) throws(ParameterError) {}

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound { .signedSumOfMovedRows(p) }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        GradientDeviationTrial(draws: draws, radius: parameters.ballRadius, bound: bound, quantity: .projectedDifference)
    }

    public func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (_ trial: UInt64) throws -> [Double] {
        { trial in
            let bracket = try GradientDeviationTrial(
                draws: draws, radius: parameters.ballRadius, bound: nil, quantity: .projectedDifference
            ).bracket(trial)
            return [bracket.attained, bracket.certified]
        }
    }

    public func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost {
        .flippableRows(parameters, sampler)
    }

    public func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] {
        [GradientMoves.deviation(.projectedDifference, of: draw, at: parameters, bound: bound)]
    }
}
