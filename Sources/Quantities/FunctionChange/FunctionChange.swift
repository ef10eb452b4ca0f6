// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import LazyBall
public import Sampler

/// sup over W of |f(x; a, W) - f(x; a, W0)|, in closed form.
public struct FunctionChange: BiasedQuantity {
    public init() {}

    public var name: String { "function-change" }
    public var title: String { "sup over W of |f(x; a, W) - f(x; a, W0)|" }
    public var extremum: Extremum { .supremum }
    public var method: Method { .exact }
    public var dependsOn: Set<OptionalParameter> { [.c0] }
    public var degree: Int { 1 }
    public var columns: [String] { ["sup"] }
    public var definition: (any QuantityDefinition)? { FunctionDefinition(.change) }

    public func check(_ parameters: Parameters) throws(ParameterError) {}

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound { TrivialBound(.infinity, "nothing trivial bounds the change") }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        try trial(draws, at: parameters, bound: bound, bias: 0)
    }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double, bias: Double) throws -> any CellTrial {
        FunctionTrial { trial in
            let range = try FunctionMoves.range(draws, trial, radius: parameters.ballRadius, bias: bias)
            // A difference of two sums, each with its rounding. No neuron's term changes by more than V, which closes what rounding opens.
            return TrialBracket(
                closedForm: range.largestChange, rounding: 2 * range.roundingError + range.largestChange.ulp,
                atMost: parameters.ballRadius * Double(parameters.m).squareRoot())
        }
    }

    public func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (_ trial: UInt64) throws -> [Double] {
        let trial = try self.trial(draws, at: parameters, bound: .infinity)
        return { [try trial.bracket($0).attained] }
    }

    public func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost {
        switch sampler {
        case .dense: .denseDraw(parameters)
        case .reduced: .pass(neurons: Double(parameters.m), numbers: 1)
        }
    }

    public func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] {
        [FunctionMoves.draft(of: draw, at: parameters) { $0.atInitialization }]
    }
}
