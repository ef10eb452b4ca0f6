// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims

/// A length of a signed sum of rows: the gradient, or how far flips and moves take it.
public struct GradientSumDefinition: QuantityDefinition {
    /// The term of neuron s, 1_s(z) being its activation at z and 1_{s,0}(z) that at W0.
    public enum Term: Sendable {
        /// a_s w_s 1_s(x).
        case gradient
        /// a_s w_{s,0} (1_s(x) - 1_{s,0}(x)).
        case flips
        /// The same at x + delta.
        case perturbedFlips
        /// a_s (w_s 1_s(x) - w_{s,0} 1_{s,0}(x)).
        case change
        /// a_s w_s (1_s(x) - 1_s(x + delta)).
        case difference
    }

    let term: Term
    /// Whether the part along x is left out.
    let isProjected: Bool

    public init(_ term: Term, projected: Bool) {
        self.term = term
        isProjected = projected
    }

    public func size(dimension: Int) -> Int { dimension }

    public var countsUnmoved: Bool {
        switch term {
        case .gradient, .difference: true
        case .flips, .perturbedFlips, .change: false
        }
    }

    public var scope: NeuronScope { .all }
    public var movesNeurons: Bool { true }

    public var vectors: WitnessVectors {
        switch term {
        case .gradient, .flips, .change: []
        case .perturbedFlips, .difference: .delta
        }
    }

    public func add(_ factor: Double, _ neuron: NeuronView, to sum: inout [Double]) {
        let (on, wasOn, weight) = (neuron.isOn, neuron.wasOn, factor * neuron.sign)
        switch term {
        case .gradient:
            if on { NeuronView.accumulate(neuron.row, weight, &sum) }
        case .flips:
            if on != wasOn { NeuronView.accumulate(neuron.initial, on ? weight : -weight, &sum) }
        case .perturbedFlips:
            let shiftedOn = NeuronView.isOn(neuron.row, at: neuron.shifted)
            if shiftedOn != NeuronView.isOn(neuron.initial, at: neuron.shifted) {
                NeuronView.accumulate(neuron.initial, shiftedOn ? weight : -weight, &sum)
            }
        case .change:
            if on { NeuronView.accumulate(neuron.row, weight, &sum) }
            if wasOn { NeuronView.accumulate(neuron.initial, -weight, &sum) }
        case .difference:
            if on != NeuronView.isOn(neuron.row, at: neuron.shifted) { NeuronView.accumulate(neuron.row, on ? weight : -weight, &sum) }
        }
    }

    public func value(_ sum: [Double], width: Int) -> Double {
        let length = isProjected ? WitnessGeometry.norm(sum.dropFirst()) : WitnessGeometry.norm(sum)
        return length / Double(width).squareRoot()
    }
}
