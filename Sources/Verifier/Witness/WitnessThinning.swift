// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Sampler

/// Puts moved neurons back to W0 while the draw still violates its claim: greedily, so the result is small, not the smallest.
///
/// A pass takes the neurons in the order of what putting each back would cost, in blocks of one size; sizes go down from half of all to 1.
struct WitnessThinning {
    let quantity: WitnessQuantity
    let bound: Double
    /// The sum of all terms at W0.
    let atInitialization: [Double]

    /// Rounding of the running sums, relative to the bound, is far below this.
    static let margin = 1e-9

    /// One pass over the draw.
    init(_ draw: DenseInitialization, _ quantity: WitnessQuantity, bound: Double) {
        self.quantity = quantity
        self.bound = bound
        atInitialization = quantity.countsUnmoved
            ? WitnessChecker.Pass(draw, quantity, []).sum : [Double](repeating: 0, count: quantity.size)
    }

    /// The neurons that are still moved, in order; nil where `moved` itself does not violate.
    func thinned(_ moved: [MovedNeuron]) -> [MovedNeuron]? {
        let changes = moved.map(quantity.change)
        var kept = Array(moved.indices)
        guard violates(total(kept, changes)) else { return nil }
        var size = kept.count
        while size > 0 && !kept.isEmpty {
            size = Swift.max(1, size / 2)
            let before = kept.count
            kept = pass(kept, changes, size: size)
            if size == 1 && kept.count == before { break }
        }
        return kept.map { moved[$0] }
    }

    private func pass(_ kept: [Int], _ changes: [[Double]], size: Int) -> [Int] {
        var sum = total(kept, changes)
        // The cheapest first: what the quantity is without each one alone.
        let costs = kept.map { cost(without: changes[$0], of: sum) }
        let order = kept.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }.map { kept[$0] }
        var back: Set<Int> = []
        for start in stride(from: 0, to: order.count, by: size) {
            let block = order[start..<Swift.min(start + size, order.count)]
            let trial = block.reduce(into: sum) { sum, s in for i in sum.indices { sum[i] -= changes[s][i] } }
            if violates(trial) {
                sum = trial
                back.formUnion(block)
            }
        }
        return kept.filter { !back.contains($0) }
    }

    private func cost(without change: [Double], of sum: [Double]) -> Double {
        let value = quantity.value(zip(sum, change).map { $0 - $1 })
        return quantity.claim.direction == .upper ? -value : value
    }

    private func total(_ kept: [Int], _ changes: [[Double]]) -> [Double] {
        kept.reduce(into: atInitialization) { sum, s in for i in sum.indices { sum[i] += changes[s][i] } }
    }

    private func violates(_ sum: [Double]) -> Bool {
        quantity.violates(quantity.value(sum), bound: bound, margin: Self.margin)
    }
}
