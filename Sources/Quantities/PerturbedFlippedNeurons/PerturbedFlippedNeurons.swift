// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import Laws
internal import LazyBall
public import Sampler

/// |S'_v| as Lemma B.4 defines it: how many neurons flip at x + delta for some W of the ball and some ||delta|| <= R, each neuron with a
/// delta of its own.
public struct PerturbedFlippedNeurons: Quantity {
    public init() {}

    public var name: String { "perturbed-flipped-neurons" }
    public var title: String { "number of neurons that flip at x+delta for some W and a delta of their own" }
    public var extremum: Extremum { .supremum }
    public var method: Method { .exact }
    public var dependsOn: Set<OptionalParameter> { [.c0, .radius] }
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

    /// Neuron by neuron where a draw is reduced, from g_s and ||w_{s,0}||.
    public func values(_ draws: Draws, trial: UInt64, at parameters: Parameters) throws -> [Double] {
        let (v, radius) = (parameters.ballRadius, parameters.radius)
        return [
            Double(
                try draws.problem(
                    trial, dense: { $0.perturbedFlippedNeurons(radius: v, perturbation: radius) },
                    reduced: { $0.perturbedFlippedNeurons(radius: v, perturbation: radius) }))
        ]
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
