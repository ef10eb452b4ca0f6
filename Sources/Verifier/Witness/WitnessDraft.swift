// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import LazyBall
internal import Sampler

/// A neuron that a search has moved, with what it was before.
struct MovedNeuron: Sendable {
    let neuron: Int
    let sign: Double
    let initial: [Double]
    var weights: [Double]
    /// Its own delta (B.4/2).
    var delta: [Double]?

    var move: Witness.Move { Witness.Move(neuron: neuron, weights: weights, delta: delta) }
}

/// A W (and a delta) that may violate a claim, as a search leaves it: to be tidied, thinned out and checked.
struct WitnessDraft: Sendable {
    var moved: [MovedNeuron] = []
    var delta: [Double]?
    var nearbyDelta: [Double]?
    var direction: [Double]?

    /// The draft without the neurons whose term is the same at W0.
    func needed(_ quantity: WitnessQuantity) -> WitnessDraft {
        var draft = self
        draft.moved = moved.filter { quantity.change($0).contains { $0 != 0 } }
        return draft
    }
}

extension WitnessQuantity {
    init(_ cell: Cell, _ draft: WitnessDraft) {
        self.init(
            cell.claim, cell.parameters, delta: draft.delta, nearbyDelta: draft.nearbyDelta, direction: draft.direction)
    }

    /// What the move adds to the sum of all terms.
    func change(_ moved: MovedNeuron) -> [Double] {
        var sum = [Double](repeating: 0, count: size)
        let own = moved.delta.map(Self.input)
        moved.initial.withUnsafeBufferPointer { initial in
            if countsUnmoved { add(-1, row: initial, initial: initial, sign: moved.sign, own: own, to: &sum) }
            moved.weights.withUnsafeBufferPointer { add(1, row: $0, initial: initial, sign: moved.sign, own: own, to: &sum) }
        }
        return sum
    }

    /// The activations of a weight at the inputs that the claim looks at.
    func activations(_ row: [Double], own: [Double]?) -> [Bool] {
        row.withUnsafeBufferPointer { row in
            [row[0] > 0, isOn(row, own.map(Self.input) ?? shifted), isOn(row, nearby)]
        }
    }
}

extension DenseInitialization {
    /// The neurons that `move` gives other weights (and a delta of their own), in order; one pass.
    func moved(_ move: (_ neuron: Int, _ row: [Double], _ sign: Double) -> (weights: [Double], delta: [Double]?)?) -> [MovedNeuron] {
        var result: [MovedNeuron] = []
        forEachTile { tile in
            for k in 0..<tile.count {
                let row = Array(tile.rows[k * dimension..<(k + 1) * dimension])
                guard let (weights, delta) = move(tile.start + k, row, tile.signs[k]), weights != row else { continue }
                result.append(MovedNeuron(neuron: tile.start + k, sign: tile.signs[k], initial: row, weights: weights, delta: delta))
            }
        }
        return result
    }
}
