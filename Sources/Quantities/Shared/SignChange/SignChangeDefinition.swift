// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims

/// Whether one neuron has different activations at two inputs, 1 or 0.
public struct SignChangeDefinition: QuantityDefinition {
    /// Which two inputs.
    public enum Inputs: Sendable {
        /// x and x + delta, at W0.
        case inputAndPerturbed
        /// x + delta and x + delta', at W.
        case twoPerturbed
    }

    let inputs: Inputs

    public init(between inputs: Inputs) { self.inputs = inputs }

    public func size(dimension: Int) -> Int { 1 }
    public var countsUnmoved: Bool { true }
    public var scope: NeuronScope { .one }

    public var movesNeurons: Bool {
        switch inputs {
        case .inputAndPerturbed: false
        case .twoPerturbed: true
        }
    }

    public var vectors: WitnessVectors {
        switch inputs {
        case .inputAndPerturbed: .delta
        case .twoPerturbed: [.delta, .nearbyDelta]
        }
    }

    public func add(_ factor: Double, _ neuron: NeuronView, to sum: inout [Double]) {
        let first =
            switch inputs {
            case .inputAndPerturbed: neuron.isOn
            case .twoPerturbed: NeuronView.isOn(neuron.row, at: neuron.nearby)
            }
        if first != NeuronView.isOn(neuron.row, at: neuron.shifted) { sum[0] += factor }
    }

    public func value(_ sum: [Double], width: Int) -> Double { sum[0] }
}
