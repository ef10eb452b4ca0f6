// SPDX-License-Identifier: GPL-3.0-or-later

import Claims

// What a witness is replayed with, from the network's definition alone. A row is sqrt(d) w_s, and <w_s, x> its first coordinate.

/// |f(x)|: the term of a neuron is a_s psi(<w_s,x>).
struct ValueDefinition: QuantityDefinition {
    func size(dimension: Int) -> Int { 1 }
    var countsUnmoved: Bool { true }
    var scope: NeuronScope { .all }
    var movesNeurons: Bool { false }
    var vectors: WitnessVectors { [] }

    func add(_ factor: Double, _ neuron: NeuronView, to sum: inout [Double]) {
        sum[0] += factor * neuron.sign * ErfActivation.value(neuron.row[0])
    }

    func value(_ sum: [Double], width: Int) -> Double { abs(sum[0]) / Double(width).squareRoot() }
}

/// ||grad f(x)||: the term of a neuron is a_s psi'(<w_s,x>) w_s.
struct GradientDefinition: QuantityDefinition {
    func size(dimension: Int) -> Int { dimension }
    var countsUnmoved: Bool { true }
    var scope: NeuronScope { .all }
    var movesNeurons: Bool { false }
    var vectors: WitnessVectors { [] }

    func add(_ factor: Double, _ neuron: NeuronView, to sum: inout [Double]) {
        NeuronView.accumulate(neuron.row, factor * neuron.sign * ErfActivation.slope(neuron.row[0]), &sum)
    }

    func value(_ sum: [Double], width: Int) -> Double {
        WitnessGeometry.norm(sum) / (Double(width) * Double(sum.count)).squareRoot()
    }
}
