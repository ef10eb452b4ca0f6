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
        /// How far it moves along p.
        public let along: Double
        /// How far it moves along q.
        public let rest: Double
    }

    /// delta, ||delta|| <= R.
    public let perturbation: [Double]
    /// p, d numbers.
    public let across: [Double]
    /// q, d numbers.
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
