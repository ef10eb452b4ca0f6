// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import LazyBall
public import Sampler

/// |S_v|: how many neurons some W of the ball gives another activation at x than W0 does. One W flips them all at once (Lemma B.4).
public struct FlippedNeurons: Quantity {
    public init() {}

    public var name: String { "flipped-neurons" }
    public var title: String { "number of neurons that flip at x for some W" }
    public var extremum: Extremum { .supremum }
    public var method: Method { .exact }
    public var dependsOn: Set<OptionalParameter> { [.c0] }
    public var columns: [String] { ["count"] }
    public var definition: (any QuantityDefinition)? { FlipCountDefinition(at: .input) }

    public func check(_ parameters: Parameters) throws(ParameterError) {}

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound { .countOfNeurons(p) }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        let v = parameters.ballRadius
        return FlipCountTrial { trial in
            try draws.problem(trial, dense: { $0.flippedNeurons(radius: v) }, reduced: { $0.flippedNeurons(radius: v) })
        }
    }

    public func values(_ draws: Draws, trial: UInt64, at parameters: Parameters) throws -> [Double] {
        [try self.trial(draws, at: parameters, bound: .infinity).bracket(trial).attained]
    }

    public func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] {
        [WitnessDraft(moved: FlippingMoves.flips(of: draw, at: [Double](repeating: 0, count: parameters.d), radius: parameters.ballRadius))]
    }
}
