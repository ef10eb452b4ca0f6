// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyBall
public import Sampler

/// A neuron that a search has moved, with what it was before.
public struct MovedNeuron: Sendable {
    /// s, counted from 0.
    public let neuron: Int
    /// a_s, +1 or -1.
    public let sign: Double
    /// w_{s,0}, d numbers.
    public let initial: [Double]
    /// w_s, d numbers.
    public var weights: [Double]
    /// Its own delta, where the quantity gives each neuron one.
    public var delta: [Double]?

    public init(neuron: Int, sign: Double, initial: [Double], weights: [Double], delta: [Double]?) {
        (self.neuron, self.sign, self.initial, self.weights, self.delta) = (neuron, sign, initial, weights, delta)
    }
}

/// A W (and a delta) that may violate a claim, as a search leaves it: to be tidied, thinned out and checked.
public struct WitnessDraft: Sendable {
    /// In the order of the neurons.
    public var moved: [MovedNeuron]
    /// The delta that all neurons share, d numbers.
    public var delta: [Double]?
    /// delta', d numbers, where the quantity has one.
    public var nearbyDelta: [Double]?
    /// r, of length 1, d numbers, where the quantity has one.
    public var direction: [Double]?

    public init(moved: [MovedNeuron] = [], delta: [Double]? = nil, nearbyDelta: [Double]? = nil, direction: [Double]? = nil) {
        (self.moved, self.delta, self.nearbyDelta, self.direction) = (moved, delta, nearbyDelta, direction)
    }
}

extension DenseInitialization {
    /// The neurons that `move` gives other weights (and a delta of their own), in order; one pass.
    public func moved(
        _ move: (_ neuron: Int, _ row: [Double], _ sign: Double) -> (weights: [Double], delta: [Double]?)?
    ) -> [MovedNeuron] {
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
