// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Sampler

/// A quantity's definition at one witness: its vectors filled in, its sum of terms made.
struct WitnessTerms: Sendable {
    typealias Row = NeuronView.Row

    let claim: MeasuredClaim
    let definition: any QuantityDefinition
    let dimension: Int
    let width: Int
    /// x + delta, x + delta' and r; x and 0 where there is none.
    let shifted: [Double]
    let nearby: [Double]
    let direction: [Double]

    init(
        _ claim: MeasuredClaim, _ definition: any QuantityDefinition, _ p: Parameters, delta: [Double]? = nil,
        nearbyDelta: [Double]? = nil, direction: [Double]? = nil
    ) {
        self.claim = claim
        self.definition = definition
        (dimension, width) = (p.d, p.m)
        let zero = [Double](repeating: 0, count: p.d)
        shifted = WitnessGeometry.input(delta ?? zero)
        nearby = WitnessGeometry.input(nearbyDelta ?? zero)
        self.direction = direction ?? zero
    }

    init(_ cell: Cell, _ definition: any QuantityDefinition, _ draft: WitnessDraft) {
        self.init(cell.claim, definition, cell.parameters, delta: draft.delta, nearbyDelta: draft.nearbyDelta, direction: draft.direction)
    }

    var zero: [Double] { [Double](repeating: 0, count: definition.size(dimension: dimension)) }

    /// Adds `factor` times the term of a neuron to `sum`; `own` is x + its own delta.
    func add(_ factor: Double, row: Row, initial: Row, sign: Double, own: [Double]?, to sum: inout [Double]) {
        definition.add(
            factor,
            NeuronView(row: row, initial: initial, sign: sign, shifted: own ?? shifted, nearby: nearby, direction: direction), to: &sum)
    }

    /// The quantity from the sum of all terms.
    func value(_ sum: [Double]) -> Double { definition.value(sum, width: width) }

    /// What the move adds to the sum of all terms.
    func change(_ moved: MovedNeuron) -> [Double] {
        var sum = zero
        let own = moved.delta.map(WitnessGeometry.input)
        moved.initial.withUnsafeBufferPointer { initial in
            if definition.countsUnmoved { add(-1, row: initial, initial: initial, sign: moved.sign, own: own, to: &sum) }
            moved.weights.withUnsafeBufferPointer { add(1, row: $0, initial: initial, sign: moved.sign, own: own, to: &sum) }
        }
        return sum
    }

    /// The activations of a weight at the inputs that the claim looks at.
    func activations(_ row: [Double], own: [Double]?) -> [Bool] {
        row.withUnsafeBufferPointer { row in
            [row[0] > 0, NeuronView.isOn(row, at: own.map(WitnessGeometry.input) ?? shifted), NeuronView.isOn(row, at: nearby)]
        }
    }

    /// Whether a value violates the claim, by more than rounding and `margin` (relative to the bound). For a claim about the
    /// probability of an event: whether the event happened, where the bound leaves it a chance to fail.
    func violates(_ value: Double, bound: Double, margin: Double = 1e-12) -> Bool {
        switch claim.quantity.extremum {
        case .event: value > 0 && bound < 1
        case .supremum: value > bound + margin * abs(bound)
        case .infimum: value < bound - margin * abs(bound)
        }
    }
}

extension WitnessDraft {
    /// The draft without the neurons whose term is the same at W0.
    func needed(_ terms: WitnessTerms) -> WitnessDraft {
        var draft = self
        draft.moved = moved.filter { terms.change($0).contains { $0 != 0 } }
        return draft
    }
}

extension MovedNeuron {
    var move: Witness.Move { Witness.Move(neuron: neuron, weights: weights, delta: delta) }
}
