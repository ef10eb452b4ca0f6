// SPDX-License-Identifier: GPL-3.0-or-later

/// A perturbation delta and a W of the ball, described by the movable neurons that leave their place.
///
/// Each of them keeps its own `alongX` = <w_s, x> and moves by `along` p + `rest` q, p and q unit vectors orthogonal to x; the others
/// stay at w_{s,0}. So three numbers a moved neuron say everything.
public struct DifferenceWitness: Sendable {
    /// One moved neuron.
    public struct Move: Sendable, Hashable {
        /// The index among the movable rows.
        public let index: Int
        /// <w_s, x> after the move.
        public let alongX: Double
        public let along: Double
        public let rest: Double
    }

    /// delta, ||delta|| <= R.
    public let perturbation: [Double]
    /// p and q.
    public let across: [Double]
    public let rest: [Double]
    /// In the order of the rows.
    public let moves: [Move]

    /// The row after its move.
    func apply(_ move: Move, to row: inout [Double]) {
        row[0] = move.alongX
        for i in 1..<max(row.count, 1) { row[i] += move.along * across[i] + move.rest * rest[i] }
    }

    /// All movable rows of W, row-major. Activations at x and x + delta hold as the plain ``Network`` computes them.
    public func expand(_ rows: some RowTiles) -> [Double] {
        let n = rows.dimension
        var all: [Double] = []
        all.reserveCapacity(rows.count * n)
        rows.forEachTile { all.append(contentsOf: $0.rows) }
        for move in moves {
            var row = Array(all[move.index * n..<(move.index + 1) * n])
            apply(move, to: &row)
            all.replaceSubrange(move.index * n..<(move.index + 1) * n, with: row)
        }
        return all
    }
}

/// The rows that something is to be done with at one state, copied out of their tiles.
struct GatheredRows {
    var indices: [Int] = []
    var rows: [Double] = []
    var signs: [Double] = []
    let dimension: Int

    func row(_ k: Int) -> [Double] { Array(rows[k * dimension..<(k + 1) * dimension]) }

    /// For each state, the rows that its test picks by their coordinates along x and along p: one pass.
    static func collect(
        _ states: [ConeState], _ rows: some RowTiles, where test: (_ state: Int, _ g: Double, _ along: Double) -> Bool
    ) -> [GatheredRows] {
        let n = rows.dimension
        var result = states.map { _ in GatheredRows(dimension: n) }
        let axes = states.flatMap { $0.across }
        var products = [Double](repeating: 0, count: ResidentRows.tileRows * states.count)
        rows.forEachBlock { block in
            ConePass.product(block, axes, into: &products)
            for s in 0..<block.count {
                for k in states.indices where test(k, block.rows[s * n], products[s * states.count + k]) {
                    result[k].indices.append(block.start + s)
                    result[k].rows.append(contentsOf: block.rows[s * n..<(s + 1) * n])
                    result[k].signs.append(block.signs[s])
                }
            }
        }
        return result
    }

    /// <row k, v>, summed in the order of the coordinates, as the plain network does.
    static func product(_ row: [Double], _ v: [Double]) -> Double {
        var sum = 0.0
        for i in row.indices { sum += row[i] * v[i] }
        return sum
    }
}
