// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims

/// Phi(r, delta; W): the term of a neuron is a_s <w_s, r> (1_s(x) - 1_s(x + delta)).
public struct DirectionalDifferenceDefinition: QuantityDefinition {
    public init() {}

    public func size(dimension: Int) -> Int { 1 }
    public var countsUnmoved: Bool { true }
    public var scope: NeuronScope { .all }
    public var movesNeurons: Bool { true }
    public var vectors: WitnessVectors { [.delta, .direction] }

    public func add(_ factor: Double, _ neuron: NeuronView, to sum: inout [Double]) {
        guard neuron.isOn != NeuronView.isOn(neuron.row, at: neuron.shifted) else { return }
        sum[0] += (neuron.isOn ? factor : -factor) * neuron.sign * NeuronView.product(neuron.row, neuron.direction)
    }

    public func value(_ sum: [Double], width: Int) -> Double { sum[0] / Double(width).squareRoot() }
}
