// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Sampler

/// t*, the smallest step against the gradient that brings f to 0, on the network as drawn.
public struct FlippingStep: Quantity {
    public init() {}

    public var name: String { "flipping-step" }
    public var title: String { "smallest flipping step t*" }
    public var extremum: Extremum { .supremum }
    public var method: Method { .certified }
    public var dependsOn: Set<OptionalParameter> { [] }
    public var columns: [String] { ["lower", "upper", "value", "gradient_norm"] }
    /// The first zero on a line is no function of a sum over neurons.
    public var definition: (any QuantityDefinition)? { nil }

    public func check(_ parameters: Parameters) throws(ParameterError) {}

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound {
        TrivialBound(.infinity, "no step at all may flip the sign")
    }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        Trial(draws: draws, farthest: bound.isFinite ? 2 * bound : FlippingStepBracket.farthest)
    }

    public func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (_ trial: UInt64) throws -> [Double] {
        { trial in
            let draw = try LineDraw(draws, trial: trial).withPositiveValue
            let bracket = FlippingStepBracket(draw)
            return [bracket.lower, bracket.upper, draw.value, draw.gradientNorm]
        }
    }

    public func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost {
        .pass(neurons: Double(parameters.m), numbers: sampler == .dense ? Double(parameters.d) : 2)
            + .search(rows: Double(parameters.m), dimension: 2, passes: 1000)
    }

    public func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] { [] }

    private struct Trial: CellTrial {
        let draws: Draws
        let farthest: Double

        func bracket(_ trial: UInt64) throws -> TrialBracket {
            let bracket = FlippingStepBracket(try LineDraw(draws, trial: trial).withPositiveValue, farthest: farthest)
            return TrialBracket(attained: bracket.lower, certified: bracket.upper)
        }
    }
}
