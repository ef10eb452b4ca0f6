// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyBall
public import Sampler

extension QuantityDefinition {
    /// The sum of the terms of a draw's neurons at the W and the vectors of `draft`: ``value(_:width:)`` makes the quantity of it.
    ///
    /// One pass over the draw, plain loops in the order of the neurons: the same bits at any size of a tile. A vector that the draft
    /// has not is 0, so that x + delta is x. At the empty draft, which is the default, it is the sum at W0.
    ///
    /// - Parameters:
    ///   - draw: as many neurons as the quantity looks at (``scope``).
    ///   - draft: its moved neurons in increasing order, as ``Sampler/DenseInitialization/moved(_:)`` gives them.
    /// - Returns: ``size(dimension:)`` numbers.
    public func sum(over draw: DenseInitialization, at draft: WitnessDraft = WitnessDraft()) -> [Double] {
        let d = draw.dimension
        let zero = [Double](repeating: 0, count: d)
        let shifted = WitnessGeometry.input(draft.delta ?? zero), nearby = WitnessGeometry.input(draft.nearbyDelta ?? zero)
        let direction = draft.direction ?? zero
        var sum = [Double](repeating: 0, count: size(dimension: d))
        var next = 0
        draw.forEachTile { tile in
            for k in 0..<tile.count {
                let initial = UnsafeBufferPointer(rebasing: tile.rows[k * d..<(k + 1) * d])
                func add(_ row: NeuronView.Row, at input: [Double]) {
                    self.add(
                        1,
                        NeuronView(row: row, initial: initial, sign: tile.signs[k], shifted: input, nearby: nearby, direction: direction),
                        to: &sum)
                }
                guard next < draft.moved.count, draft.moved[next].neuron == tile.start + k else {
                    if countsUnmoved { add(initial, at: shifted) }
                    continue
                }
                let moved = draft.moved[next]
                next += 1
                moved.weights.withUnsafeBufferPointer { add($0, at: moved.delta.map(WitnessGeometry.input) ?? shifted) }
            }
        }
        return sum
    }
}
