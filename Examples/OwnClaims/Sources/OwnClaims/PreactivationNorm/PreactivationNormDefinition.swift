// SPDX-License-Identifier: GPL-3.0-or-later

import Claims

/// ||W x|| from the network's definition alone, for the replay of a witness: the term of a neuron is <w_s, x>^2.
struct PreactivationNormDefinition: QuantityDefinition {
    func size(dimension: Int) -> Int { 1 }
    var countsUnmoved: Bool { true }
    var scope: NeuronScope { .all }
    var movesNeurons: Bool { true }
    var vectors: WitnessVectors { [] }

    func add(_ factor: Double, _ neuron: NeuronView, to sum: inout [Double]) { sum[0] += factor * neuron.row[0] * neuron.row[0] }

    func value(_ sum: [Double], width: Int) -> Double { max(0, sum[0]).squareRoot() }
}
