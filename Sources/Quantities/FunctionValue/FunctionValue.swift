// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import LazyBall
public import Sampler

/// sup over W of |f(x; a, W)|, in closed form: the supremum separates over neurons (Lemma B.5).
public struct FunctionValue: BiasedQuantity {
    public init() {}

    public var name: String { "function-value" }
    public var title: String { "sup over W of |f(x; a, W)|" }
    public var extremum: Extremum { .supremum }
    public var method: Method { .exact }
    public var dependsOn: Set<OptionalParameter> { [.c0] }
    public var degree: Int { 1 }
    public var columns: [String] { ["sup_abs_f", "abs_f0"] }
    public var definition: (any QuantityDefinition)? { FunctionDefinition(.atW) }

    public func check(_ parameters: Parameters) throws(ParameterError) {}

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound {
        TrivialBound(p.sqrtM + TrivialBound.deviation(p) + p.c0, "|f(x; W)| <= ||W0 x|| + C0, the norm a chi variable of m degrees")
    }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        try trial(draws, at: parameters, bound: bound, bias: 0)
    }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double, bias: Double) throws -> any CellTrial {
        FunctionTrial { trial in
            let range = try FunctionMoves.range(draws, trial, radius: parameters.ballRadius, bias: bias)
            return TrialBracket(closedForm: range.absoluteSupremum, rounding: range.roundingError)
        }
    }

    public func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (_ trial: UInt64) throws -> [Double] {
        { trial in
            let range = try FunctionMoves.range(draws, trial, radius: parameters.ballRadius)
            return [range.absoluteSupremum, range.atInitialization.magnitude]
        }
    }

    public func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost {
        switch sampler {
        case .dense: .denseDraw(parameters)
        case .reduced: .pass(neurons: Double(parameters.m), numbers: 1)
        }
    }

    public func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] {
        [FunctionMoves.draft(of: draw, at: parameters) { _ in 0 }]
    }
}
