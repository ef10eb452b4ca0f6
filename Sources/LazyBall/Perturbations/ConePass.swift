// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums

/// What one neuron adds to the sums of a ``ConePass`` at a pair (delta, r): zeros where it adds nothing.
struct ConeTerm {
    /// Its part of the quantity that is searched for.
    var value: Double
    /// Its part of the vector whose direction r should take: `weight` w_{s,0} + `move`, the move in the basis x, p, rest of r.
    var weight = 0.0
    var move: (Double, Double, Double) = (0, 0, 0)
    /// Its part of the vector that delta should turn to: `pull` w_{s,0}.
    var pull = 0.0

    static let nothing = ConeTerm(value: 0)
}

/// A quantity sum over s of phi(w_{s,0}; delta, r), searched over delta and r.
protocol ConeObjective {
    /// What is computed once for a pair; b > 0 is the width over which the search smooths the jumps at <w, x+delta> = 0.
    associatedtype Prepared
    func prepare(_ pair: DirectionPair, bandwidth b: Double) -> Prepared
    /// - Parameter w: the coordinates of w_{s,0} along x, p and the rest of r.
    func term(_ prepared: Prepared, _ w: (Double, Double, Double), sign: Double) -> ConeTerm
}

/// The sums of one pass for one pair.
struct ConeSums {
    var value = 0.0
    var direction: [Double]
    var pull: [Double]
}

/// One pass over the rows for many pairs (delta, r) at once: what each pair has, and where its r and its delta should turn.
enum ConePass {
    /// Sums over all rows for several pairs, in the order of the rows.
    static func run<Objective: ConeObjective>(
        _ objective: Objective, _ states: [ConeState], _ rows: some RowTiles, bandwidth: Double
    ) -> [ConeSums] {
        let n = rows.dimension
        let splits = states.map { $0.split() }
        let prepared = splits.map { objective.prepare($0.pair, bandwidth: bandwidth) }
        // Two rows for each state: p, and the rest of r.
        let axes = zip(states, splits).flatMap { $0.across + $1.rest }
        var sums = states.map { _ in
            ConeSums(direction: [Double](repeating: 0, count: n), pull: [Double](repeating: 0, count: n))
        }
        var moves = [(Double, Double, Double)](repeating: (0, 0, 0), count: states.count)
        var products = [Double](repeating: 0, count: ResidentRows.tileRows * 2 * states.count)
        rows.forEachBlock { block in
            guard let start = block.rows.baseAddress else { return }
            product(block, axes, into: &products)
            for k in states.indices {
                accumulate(objective, prepared[k], block, start, products, k, states.count, &sums[k], &moves[k])
            }
        }
        for k in states.indices {
            sums[k].direction[0] += moves[k].0
            ordered_add(Int32(n), moves[k].1, states[k].across, &sums[k].direction)
            ordered_add(Int32(n), moves[k].2, splits[k].rest, &sums[k].direction)
        }
        return sums
    }

    /// block.count x (axes / dimension) inner products, row-major.
    static func product(_ block: RowTile, _ axes: [Double], into products: inout [Double]) {
        let n = Int32(block.dimension)
        let columns = Int32(axes.count / block.dimension)
        guard columns > 0, let start = block.rows.baseAddress else { return }
        ordered_product(false, true, Int32(block.count), columns, n, 1, start, n, axes, n, 0, &products, columns)
    }

    private static func accumulate<Objective: ConeObjective>(
        _ objective: Objective, _ prepared: Objective.Prepared, _ block: RowTile, _ start: UnsafePointer<Double>,
        _ products: [Double], _ k: Int, _ count: Int, _ sums: inout ConeSums, _ move: inout (Double, Double, Double)
    ) {
        let n = block.dimension
        products.withUnsafeBufferPointer { products in
            for s in 0..<block.count {
                let place = 2 * (s * count + k)
                let w = (start[s * n], products[place], products[place + 1])
                let term = objective.term(prepared, w, sign: block.signs[s])
                if term.weight != 0 {
                    sums.value += term.value
                    ordered_add(Int32(n), term.weight, start + s * n, &sums.direction)
                    move.0 += term.move.0
                    move.1 += term.move.1
                    move.2 += term.move.2
                }
                if term.pull != 0 { ordered_add(Int32(n), term.pull, start + s * n, &sums.pull) }
            }
        }
    }
}
