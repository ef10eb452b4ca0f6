// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import LazyBall
public import Sampler

/// |S_v|: how many neurons some W of the ball gives another activation at x than W0 does. One W flips them all at once (Lemma B.4).
public struct FlippedNeurons: BiasedQuantity {
    public init() {}

    public var name: String { "flipped-neurons" }
    public var title: String { "number of neurons that flip at x for some W" }
    public var extremum: Extremum { .supremum }
    public var method: Method { .exact }
    public var dependsOn: Set<OptionalParameter> { [.c0] }
    public var degree: Int { 0 }
    public var columns: [String] { ["count"] }
    public var definition: (any QuantityDefinition)? { FlipCountDefinition(at: .input) }

    public func check(_ parameters: Parameters) throws(ParameterError) {}

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound { .countOfNeurons(p) }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        try trial(draws, at: parameters, bound: bound, bias: 0)
    }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double, bias: Double) throws -> any CellTrial {
        let v = parameters.ballRadius
        return FlipCountTrial { trial in
            try draws.problem(
                trial, dense: { $0.flippedNeurons(radius: v, bias: bias) }, reduced: { $0.flippedNeurons(radius: v, bias: bias) })
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

    public func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] {
        [WitnessDraft(moved: FlippingMoves.flips(of: draw, at: [Double](repeating: 0, count: parameters.d), radius: parameters.ballRadius))]
    }
}
