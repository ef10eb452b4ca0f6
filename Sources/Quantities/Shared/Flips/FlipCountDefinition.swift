// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims

/// How many neurons have another activation at W than at W0: the term of a neuron is 1 where it has.
public struct FlipCountDefinition: QuantityDefinition {
    /// At which input the activations are compared.
    public enum Place: Sendable {
        /// x.
        case input
        /// x + delta, one delta for all neurons.
        case sharedPerturbation
        /// x + delta, each neuron with a delta of its own.
        case ownPerturbation
    }

    let place: Place

    public init(at place: Place) { self.place = place }

    public func size(dimension: Int) -> Int { 1 }
    public var countsUnmoved: Bool { false }
    public var scope: NeuronScope { .all }
    public var movesNeurons: Bool { true }

    public var vectors: WitnessVectors {
        switch place {
        case .input: []
        case .sharedPerturbation: .delta
        case .ownPerturbation: .ownDelta
        }
    }

    public func add(_ factor: Double, _ neuron: NeuronView, to sum: inout [Double]) {
        switch place {
        case .input:
            if neuron.isOn != neuron.wasOn { sum[0] += factor }
        case .sharedPerturbation, .ownPerturbation:
            let (before, after) = (NeuronView.isOn(neuron.initial, at: neuron.shifted), NeuronView.isOn(neuron.row, at: neuron.shifted))
            if before != after { sum[0] += factor }
        }
    }

    public func value(_ sum: [Double], width: Int) -> Double { sum[0] }
}
