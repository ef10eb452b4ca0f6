// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import LazyBall
public import Sampler

/// |f(x; a, W0)|: no W is chosen.
public struct FunctionValueAtInitialization: BiasedQuantity {
    public init() {}

    public var name: String { "function-value-at-initialization" }
    public var title: String { "|f(x; a, W0)|" }
    public var extremum: Extremum { .supremum }
    public var method: Method { .exact }
    public var dependsOn: Set<OptionalParameter> { [] }
    public var degree: Int { 1 }
    public var columns: [String] { ["abs_f0"] }
    public var definition: (any QuantityDefinition)? { FunctionDefinition(.atW0) }

    public func check(_ parameters: Parameters) throws(ParameterError) {}

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound {
        TrivialBound(p.sqrtM + TrivialBound.deviation(p), "|f(x; W0)| <= ||W0 x||, a chi variable of m degrees")
    }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        try trial(draws, at: parameters, bound: bound, bias: 0)
    }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double, bias: Double) throws -> any CellTrial {
        FunctionTrial { trial in
            switch draws.sampler {
            // With a bias the active neurons' values are no half-normals, whose sum has a short law: they are drawn one by one.
            case .reduced where bias != 0, .dense:
                let range = try FunctionMoves.range(draws, trial, radius: parameters.ballRadius, bias: bias)
                return TrialBracket(closedForm: range.atInitialization.magnitude, rounding: range.roundingError)
            case .reduced:
                return TrialBracket(exactly: try draws.reduced(trial).valuesAtInitialization().function.magnitude)
            }
        }
    }

    public func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (_ trial: UInt64) throws -> [Double] {
        let trial = try self.trial(draws, at: parameters, bound: .infinity)
        return { [try trial.bracket($0).attained] }
    }

    public func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost {
        switch sampler {
        case .dense: .denseDraw(parameters)
        case .reduced: .fewNumbers
        }
    }

    public func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] { [WitnessDraft()] }
}
