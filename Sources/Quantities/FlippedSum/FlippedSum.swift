// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import LazyBall
public import Sampler

/// sup over W of the norm of the flipped neurons' sum
/// (1/sqrt m) sum_s a_s w_{s,0} (relu'(<w_s,x>) - relu'(<w_{s,0},x>)) (Lemma B.8, eq. 9).
public struct FlippedSum: HomogeneousQuantity {
    public init() {}

    public var name: String { "flipped-sum" }
    public var title: String { "sup over W of the sum of the neurons that flip at x" }
    public var extremum: Extremum { .supremum }
    public var method: Method { .certified }
    public var dependsOn: Set<OptionalParameter> { [.c0] }
    public var degree: Int { 1 }
    public var columns: [String] { ["attained", "certified"] }
    public var definition: (any QuantityDefinition)? { GradientSumDefinition(.flips, projected: false) }

    public func check(_ parameters: Parameters) throws(ParameterError) {}

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound { .signedSumOfMovedRows(p) }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        GradientDeviationTrial(draws: draws, radius: parameters.ballRadius, bound: bound, quantity: .flips)
    }

    public func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (_ trial: UInt64) throws -> [Double] {
        { trial in
            let bracket = try GradientDeviationTrial(
                draws: draws, radius: parameters.ballRadius, bound: nil, quantity: .flips
            ).bracket(trial)
            return [bracket.attained, bracket.certified]
        }
    }

    public func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost {
        .flippableRows(parameters, sampler)
    }

    public func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] {
        [GradientMoves.deviation(.flips, of: draw, at: parameters, bound: bound)]
    }
}
