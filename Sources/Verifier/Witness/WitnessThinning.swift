// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Sampler

/// Puts moved neurons back to W0 while the draw still violates its claim: greedily, so the result is small, not surely the smallest.
///
/// A pass takes the neurons in the order of what putting each back would cost, in blocks of one size; sizes go down from half of all to 1.
struct WitnessThinning {
    let terms: WitnessTerms
    let bound: Double
    /// The sum of all terms at W0.
    let atInitialization: [Double]

    /// Rounding of the running sums, relative to the bound, is far below this.
    static let margin = 1e-9

    /// One pass over the draw.
    init(_ draw: DenseInitialization, _ terms: WitnessTerms, bound: Double) {
        self.terms = terms
        self.bound = bound
        atInitialization =
            terms.definition.countsUnmoved
            ? WitnessChecker.Pass(draw, terms, []).sum : terms.zero
    }

    /// The neurons that are still moved, in order: thinned from all of them, or from those that it takes when the best go first,
    /// whichever leaves fewer. Nil where neither way violates.
    func thinned(_ moved: [MovedNeuron]) -> [MovedNeuron]? {
        let changes = moved.map(terms.change)
        let starts = [Array(moved.indices), grown(changes)].compactMap { $0 }.filter { violates(total($0, changes)) }
        let results = starts.map { thinned($0, changes) }
        return results.min { $0.count < $1.count }?.map { moved[$0] }
    }

    /// Moves one neuron after another, those first that go farthest by themselves, until the draw violates; nil where it never does.
    ///
    /// All moves together may overshoot: a gradient driven past 0 grows again.
    private func grown(_ changes: [[Double]]) -> [Int]? {
        let costs = changes.map { cost(of: zip(atInitialization, $0).map { $0 + $1 }) }
        var (sum, kept) = (atInitialization, [Int]())
        for s in changes.indices.sorted(by: { (costs[$0], $0) < (costs[$1], $1) }) where !violates(sum) {
            for i in sum.indices { sum[i] += changes[s][i] }
            kept.append(s)
        }
        return violates(sum) ? kept.sorted() : nil
    }

    private func thinned(_ start: [Int], _ changes: [[Double]]) -> [Int] {
        var (kept, size) = (start, start.count)
        while size > 0 && !kept.isEmpty {
            size = Swift.max(1, size / 2)
            let before = kept.count
            kept = pass(kept, changes, size: size)
            if size == 1 && kept.count == before { break }
        }
        return kept
    }

    private func pass(_ kept: [Int], _ changes: [[Double]], size: Int) -> [Int] {
        var sum = total(kept, changes)
        // The cheapest first: what the quantity is without each one alone.
        let costs = kept.map { s in cost(of: zip(sum, changes[s]).map { $0 - $1 }) }
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

    /// Less is farther against the claim.
    private func cost(of sum: [Double]) -> Double { terms.value(sum) * (terms.claim.direction == .upper ? -1 : 1) }

    private func total(_ kept: [Int], _ changes: [[Double]]) -> [Double] {
        kept.reduce(into: atInitialization) { sum, s in for i in sum.indices { sum[i] += changes[s][i] } }
    }

    private func violates(_ sum: [Double]) -> Bool {
        terms.violates(terms.value(sum), bound: bound, margin: Self.margin)
    }
}
