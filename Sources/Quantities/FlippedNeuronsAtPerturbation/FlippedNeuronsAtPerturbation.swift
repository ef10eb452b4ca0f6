// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import LazyBall
public import Sampler

/// The number of neurons that flip at x+delta for some W, delta fixed: of length R orthogonal to x, along x where d = 1. Its law is the
/// same for every delta != -x.
public struct FlippedNeuronsAtPerturbation: HomogeneousQuantity {
    public init() {}

    public var name: String { "flipped-neurons-at-perturbation" }
    public var title: String { "number of neurons that flip at x+delta for some W, delta fixed" }
    public var extremum: Extremum { .supremum }
    public var method: Method { .exact }
    public var dependsOn: Set<OptionalParameter> { [.c0, .radius] }
    public var degree: Int { 0 }
    public var columns: [String] { ["count"] }
    public var definition: (any QuantityDefinition)? { FlipCountDefinition(at: .sharedPerturbation) }

    public func check(_ parameters: Parameters) throws(ParameterError) { try SmallPerturbation.check(parameters) }

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound { .countOfNeurons(p) }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        let v = parameters.ballRadius
        let delta = parameters.d > 1 ? (0, parameters.radius) : (parameters.radius, 0)
        return FlipCountTrial { trial in
            try draws.problem(
                trial, dense: { $0.flippedNeurons(radius: v, at: delta) }, reduced: { $0.flippedNeurons(radius: v, at: delta) })
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
        let delta = WitnessGeometry.axis(parameters.d > 1 ? 1 : 0, times: parameters.radius, dimension: parameters.d)
        var draft = WitnessDraft(moved: FlippingMoves.flips(of: draw, at: delta, radius: parameters.ballRadius))
        draft.delta = delta
        return [draft]
    }
}
