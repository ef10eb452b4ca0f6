// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import Laws
internal import LazyBall
public import Sampler

/// |S'_v| as Lemma B.4 defines it: how many neurons flip at x + delta for some W of the ball and some ||delta|| <= R, each neuron with a
/// delta of its own.
public struct PerturbedFlippedNeurons: HomogeneousQuantity {
    public init() {}

    public var name: String { "perturbed-flipped-neurons" }
    public var title: String { "number of neurons that flip at x+delta for some W and a delta of their own" }
    public var extremum: Extremum { .supremum }
    public var method: Method { .exact }
    public var dependsOn: Set<OptionalParameter> { [.c0, .radius] }
    public var degree: Int { 0 }
    public var columns: [String] { ["count"] }
    public var definition: (any QuantityDefinition)? { FlipCountDefinition(at: .ownPerturbation) }

    public func check(_ parameters: Parameters) throws(ParameterError) { try SmallPerturbation.check(parameters) }

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound { .countOfNeurons(p) }

    /// A reduced draw is one binomial number, its parameter the law's.
    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        let (v, radius) = (parameters.ballRadius, parameters.radius)
        switch draws.sampler {
        case .dense:
            return FlipCountTrial { try draws.dense($0).perturbedFlippedNeurons(radius: v, perturbation: radius) }
        case .reduced:
            let probability = FlipProbability.perturbed(at: parameters)
            return FlipCountTrial { try draws.reduced($0).perturbedFlippedNeurons(probability: probability) }
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
        [
            WitnessDraft(
                moved: draw.moved { _, row, _ in
                    FlippingMoves.flippedSomewhere(row, radius: parameters.ballRadius, perturbation: parameters.radius)
                })
        ]
    }
}
