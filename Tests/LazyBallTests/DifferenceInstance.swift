// SPDX-License-Identifier: GPL-3.0-or-later

import LazyBall
import RealModule
import Testing

/// A dense draw with x = e_0 and the problem over delta made of its movable rows, held or tiled in any way.
struct DifferenceInstance {
    let network: Network
    let problem: DifferenceProblem<TiledRows>

    init(_ random: inout TestRandom, dimension d: Int, width m: Int, radius: Double, perturbation: Double) {
        let rows = random.normals(m * d)
        self.init(
            Network(dimension: d, rows: rows, signs: (0..<m).map { _ in random.sign() }), radius: radius, perturbation: perturbation)
    }

    init(_ network: Network, radius: Double, perturbation: Double, tile: Int = 5) {
        self.network = network
        let d = network.dimension
        var (rows, signs): ([Double], [Double]) = ([], [])
        for s in network.signs.indices {
            let row = Array(network.rows[s * d..<(s + 1) * d])
            guard abs(row[0]) <= radius + perturbation * (length(row) + radius) else { continue }
            rows += row
            signs.append(network.signs[s])
        }
        problem = DifferenceProblem(
            width: network.width, radius: radius, perturbation: perturbation,
            movable: TiledRows(tile: tile, dimension: d, rows: rows, signs: signs))
    }

    var x: [Double] { [1] + [Double](repeating: 0, count: network.dimension - 1) }

    /// The movable part of W0, and of the witness's W: in the ball, with ||delta|| <= R.
    func networks(_ witness: DifferenceWitness) -> (initial: Network, moved: Network, shifted: [Double]) {
        let movable = problem.movable
        let initial = Network(width: problem.width, dimension: movable.dimension, rows: movable.rows, signs: movable.signs)
        let moved = Network(
            width: problem.width, dimension: movable.dimension, rows: witness.expand(movable), signs: movable.signs)
        #expect(moved.isWithin(problem.radius, of: initial))
        #expect(length(witness.perturbation) <= problem.perturbation * (1 + 1e-12))
        return (initial, moved, zip(x, witness.perturbation).map { $0 + $1 })
    }

    /// ||grad f(x; W) - grad f(x + delta; W)|| by the plain network.
    func difference(_ witness: DifferenceWitness) -> Double {
        let (_, moved, shifted) = networks(witness)
        return length(zip(moved.gradient(at: x), moved.gradient(at: shifted)).map { $0 - $1 })
    }

    /// The neurons that flip at x + delta, and B.8/j's norm.
    func flips(_ witness: DifferenceWitness) -> (count: Int, sum: Double) {
        let (initial, moved, shifted) = networks(witness)
        let d = initial.dimension
        var (count, sum) = (0, [Double](repeating: 0, count: d))
        for s in initial.signs.indices {
            let change = (moved.preactivation(s, at: shifted) > 0 ? 1.0 : 0) - (initial.preactivation(s, at: shifted) > 0 ? 1 : 0)
            if change != 0 { count += 1 }
            for i in 0..<d { sum[i] += change * initial.signs[s] * initial.rows[s * d + i] }
        }
        return (count, length(sum) / Double.sqrt(Double(problem.width)))
    }

    /// Points x + delta, ||delta|| <= R, d = 2 or 3: a grid in polar coordinates of delta, the boundary among them.
    func grid(_ radii: Int, _ angles: Int) -> [[Double]] {
        let d = network.dimension
        var points = [x]
        for i in 1...radii {
            let size = problem.perturbation * Double(i) / Double(radii)
            for j in 0..<angles {
                let angle = 2 * Double.pi * Double(j) / Double(angles)
                for k in 0..<(d == 2 ? 1 : angles / 2) {
                    let polar = d == 2 ? Double.pi / 2 : Double.pi * (Double(k) + 0.5) / Double(angles / 2)
                    let sine = Double.sin(polar)
                    let delta =
                        [size * sine * Double.cos(angle), size * sine * Double.sin(angle)] + (d == 2 ? [] : [size * Double.cos(polar)])
                    points.append(zip(x, delta).map { $0 + $1 })
                }
            }
        }
        return points
    }

    /// max over the directions u of sum over s of the best a<w, u>(1[<w,x> > 0] - 1[<w,y> > 0]), by the general oracle, over sqrt m.
    func bruteDifference(at y: [Double], directions: [[Double]]) -> Double {
        let d = network.dimension
        let zero = [Double](repeating: 0, count: d)
        func best(_ c: [Double], _ row: [Double], _ sideX: Double, _ sideY: Double) -> Double? {
            let halfSpaces = [
                HalfSpace(normal: x.map { sideX * $0 }, bound: 0), HalfSpace(normal: y.map { sideY * $0 }, bound: 0),
            ]
            return (try? HalfSpaceOracle.maximize(objective: c, center: row, radius: problem.radius, halfSpaces: halfSpaces))?.value
        }
        var sums = [Double](repeating: 0, count: directions.count)
        for s in network.signs.indices {
            let row = Array(network.rows[s * d..<(s + 1) * d])
            // Far from both planes on the same side: nothing to gain.
            let (g, h) = (inner(row, x), inner(row, y))
            if abs(g) > problem.radius && abs(h) > problem.radius * length(y) && g * h > 0 { continue }
            let agrees = best(zero, row, 1, 1) != nil || best(zero, row, -1, -1) != nil
            for (k, u) in directions.enumerated() {
                let c = u.map { network.signs[s] * $0 }
                let options = [best(c, row, 1, -1), best(c.map { -$0 }, row, -1, 1), agrees ? 0 : nil].compactMap { $0 }
                sums[k] += options.max() ?? 0
            }
        }
        return (sums.max() ?? 0) / Double.sqrt(Double(network.width))
    }

    /// By enumeration of the subsets of the neurons that can flip at y: B.8/j's norm, and their number.
    func bruteFlips(at y: [Double]) -> (count: Int, sum: Double) {
        let d = network.dimension
        var vectors: [[Double]] = []
        for s in network.signs.indices {
            let row = Array(network.rows[s * d..<(s + 1) * d])
            guard abs(inner(row, y)) <= problem.radius * length(y), problem.radius > 0, length(y) > 0 else { continue }
            vectors.append(row.map { (inner(row, y) > 0 ? -1 : 1) * network.signs[s] * $0 })
        }
        var best = 0.0
        for code in 0..<(1 << vectors.count) {
            var sum = [Double](repeating: 0, count: d)
            for (k, v) in vectors.enumerated() where code >> k & 1 == 1 { for i in 0..<d { sum[i] += v[i] } }
            best = max(best, length(sum))
        }
        return (vectors.count, best / Double.sqrt(Double(network.width)))
    }
}

/// Rows lent in tiles of any size.
struct TiledRows: RowTiles {
    let tile: Int
    let dimension: Int
    let rows: [Double]
    let signs: [Double]
    var count: Int { signs.count }

    func forEachTile(_ body: (RowTile) throws -> Void) rethrows {
        try rows.withUnsafeBufferPointer { rows in
            try signs.withUnsafeBufferPointer { signs in
                for start in stride(from: 0, to: count, by: tile) {
                    let end = min(start + tile, count)
                    try body(
                        RowTile(
                            start: start, count: end - start, dimension: dimension,
                            rows: UnsafeBufferPointer(rebasing: rows[start * dimension..<end * dimension]),
                            signs: UnsafeBufferPointer(rebasing: signs[start..<end])))
                }
            }
        }
    }
}
