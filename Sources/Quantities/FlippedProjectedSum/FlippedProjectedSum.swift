// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import LazyBall
public import Sampler

/// sup over W of the norm of the flipped neurons' sum (1/sqrt m) sum_s a_s P w_{s,0} (relu'(<w_s,x>) - relu'(<w_{s,0},x>)), P = I - x x^T
/// (Lemma B.7, eq. 7).
public struct FlippedProjectedSum: HomogeneousQuantity {
    public init() {}

    public var name: String { "flipped-projected-sum" }
    public var title: String { "sup over v of the flipped neurons' projected sum" }
    public var extremum: Extremum { .supremum }
    public var method: Method { .certified }
    public var dependsOn: Set<OptionalParameter> { [.c0] }
    public var degree: Int { 1 }
    public var columns: [String] { ["attained", "certified"] }
    public var definition: (any QuantityDefinition)? { GradientSumDefinition(.flips, projected: true) }

    public func check(_ parameters: Parameters) throws(ParameterError) {}

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound { .signedSum(p) }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        GradientDeviationTrial(draws: draws, radius: parameters.ballRadius, bound: bound, quantity: .projectedFlips)
    }

    public func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (_ trial: UInt64) throws -> [Double] {
        { trial in
            let bracket = try GradientDeviationTrial(
                draws: draws, radius: parameters.ballRadius, bound: nil, quantity: .projectedFlips
            ).bracket(trial)
            return [bracket.attained, bracket.certified]
        }
    }

    public func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost {
        .flippableRows(parameters, sampler)
    }

    public func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] {
        [GradientMoves.deviation(.projectedFlips, of: draw, at: parameters, bound: bound)]
    }
}
