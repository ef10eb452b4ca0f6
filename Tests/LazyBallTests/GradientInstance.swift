// SPDX-License-Identifier: GPL-3.0-or-later

import LazyBall
import RealModule
import Support

/// A dense draw with x = e_0, and the gradient problem made of it.
struct GradientInstance {
    let network: Network
    let radius: Double
    let problem: GradientProblem
    /// The rows of the network that the problem holds, and its steady active ones.
    let flippable: [Int]
    let steady: [Int]

    init(_ random: inout TestRandom, dimension d: Int, width m: Int, radius: Double) {
        self.init(network: Network(dimension: d, rows: random.normals(m * d), signs: (0..<m).map { _ in random.sign() }), radius: radius)
    }

    init(network: Network, radius: Double) {
        self.network = network
        self.radius = radius
        let d = network.dimension
        let g = network.signs.indices.map { network.rows[$0 * d] }
        flippable = g.indices.filter { abs(g[$0]) <= radius }
        steady = g.indices.filter { g[$0] > radius }
        var sum = [Double](repeating: 0, count: d)
        for s in steady {
            for i in 0..<d { sum[i] += network.signs[s] * network.rows[s * d + i] }
        }
        problem = GradientProblem(
            width: network.width, radius: radius,
            flippable: ResidentRows(
                dimension: d, rows: flippable.flatMap { network.rows[$0 * d..<($0 + 1) * d] }, signs: flippable.map { network.signs[$0] }),
            steadySum: sum, steadyCount: steady.count)
    }

    var x: [Double] { [1] + [Double](repeating: 0, count: network.dimension - 1) }

    /// W0 with the flippable rows replaced and each steady active one moved by its sign times a vector.
    func moved(flippable rows: [Double], steadyMove: [Double]) -> Network {
        let d = network.dimension
        var all = network.rows
        for (k, s) in flippable.enumerated() {
            for i in 0..<d { all[s * d + i] = rows[k * d + i] }
        }
        for s in steady {
            for i in 0..<d { all[s * d + i] += network.signs[s] * steadyMove[i] }
        }
        return Network(dimension: d, rows: all, signs: network.signs)
    }

    /// min ||grad f|| sqrt m over the W whose active flippable neurons are those of `on`: block coordinate descent on the moves
    /// of all active neurons, each block projected on its ball and half-space by bisection. Slow and independent.
    func bruteForce(on: [Bool], sweeps: Int = 200) -> Double {
        let d = network.dimension
        var blocks: [(center: [Double], cap: Bool, weight: [Double])] = []
        for (k, s) in flippable.enumerated() where on[k] {
            let w = network.signs[s]
            let center = (0..<d).map { w * network.rows[s * d + $0] }
            blocks.append((center, true, [w]))
        }
        for s in steady { blocks.append(((0..<d).map { network.signs[s] * network.rows[s * d + $0] }, false, [network.signs[s]])) }
        var points = blocks.map { block in project(block.center, center: block.center, sign: block.cap ? block.weight[0] : nil) }
        var total = [Double](repeating: 0, count: d)
        for p in points { for i in 0..<d { total[i] += p[i] } }
        for _ in 0..<sweeps {
            var change = 0.0
            for (b, block) in blocks.enumerated() {
                let target = (0..<d).map { points[b][$0] - total[$0] }
                let next = project(target, center: block.center, sign: block.cap ? block.weight[0] : nil)
                for i in 0..<d {
                    total[i] += next[i] - points[b][i]
                    change = max(change, abs(next[i] - points[b][i]))
                }
                points[b] = next
            }
            if change < 1e-11 { break }
        }
        return length(total)
    }

    /// The nearest point to `y` with ||z - center|| <= V and, for a cap, sign z_0 >= 0: by bisection for the multiplier of the half-space,
    /// whose inner minimizer is a projection on the ball.
    private func project(_ y: [Double], center: [Double], sign: Double?) -> [Double] {
        func onBall(_ multiplier: Double) -> [Double] {
            var offset = zip(y, center).map { $0 - $1 }
            offset[0] += multiplier * (sign ?? 0)
            let scale = min(1, radius / max(length(offset), 1e-300))
            return zip(center, offset).map { $0 + scale * $1 }
        }
        let free = onBall(0)
        guard let sign, sign * free[0] < 0 else { return free }
        var high = 1e-3
        while sign * onBall(high)[0] < 0 && high < 1e8 { high *= 2 }
        return onBall(Bisection.bracket(from: 0, to: high, times: 80) { sign * onBall($0)[0] >= 0 }.after)
    }
}
