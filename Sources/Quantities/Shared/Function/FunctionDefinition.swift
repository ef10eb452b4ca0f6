// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims

/// |f(x; W)| or |f(x; W) - f(x; W0)|: the term of a neuron is a_s relu(<w_s, x>), less that at W0 where a change is meant.
public struct FunctionDefinition: QuantityDefinition {
    public enum Value: Sendable {
        case atW
        case atW0
        case change
    }

    let of: Value

    public init(_ value: Value) { of = value }

    public func size(dimension: Int) -> Int { 1 }

    public var countsUnmoved: Bool {
        switch of {
        case .atW, .atW0: true
        case .change: false
        }
    }

    public var scope: NeuronScope { .all }

    public var movesNeurons: Bool {
        switch of {
        case .atW, .change: true
        case .atW0: false
        }
    }

    public var vectors: WitnessVectors { [] }

    public func add(_ factor: Double, _ neuron: NeuronView, to sum: inout [Double]) {
        switch of {
        case .atW, .atW0: sum[0] += factor * neuron.sign * max(0, neuron.row[0])
        case .change: sum[0] += factor * neuron.sign * (max(0, neuron.row[0]) - max(0, neuron.initial[0]))
        }
    }

    public func value(_ sum: [Double], width: Int) -> Double { abs(sum[0]) / Double(width).squareRoot() }
}
