// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums
import RealModule

/// How much the neurons that can flip at one and the same x + delta can count for, whatever ||delta|| <= R: B.8/j and B.4/4.
///
/// Neuron s can flip at x + delta only if |<w_{s,0}, x+delta>| <= V ||x+delta||. In the notation of ``MajorantWeights`` that needs z >=
/// t, for |g| <= V too, and every one of the forms below is at least what it bounds where z >= t, and nowhere negative:
///
/// - a sum over flips of +-w: |y| <= 2 (alpha^2 y^2/c + c (beta z + gamma)^2), since 4 alpha (beta t + gamma) >= 1;
/// - their number: 1 <= (beta' z + gamma')^2, beta' t + gamma' >= 1; the least mean, 1/rho^2, is at beta' = t/(S rho)^2, gamma' = 1/rho^2.
enum SlabCertificate {
    /// An upper bound of sup over delta and W of ||sum over the neurons that flip of w_{s,0} times a sign||.
    static func sum<Rows: RowTiles>(_ problem: DifferenceProblem<Rows>, _ reach: ConeReach) -> Double {
        let form = SlabForm(problem.movable, reach) { reach.weights($0).pair }
        let P = WeightedGram.bound(problem.movable, fromColumn: 0) { g, _ in
            let alpha = reach.weights(g).alpha
            return alpha * alpha
        }
        return 4 * Double.sqrt(P * form.bound) * (1 + 1e-12)
    }

    /// An upper bound of their number.
    static func count<Rows: RowTiles>(_ problem: DifferenceProblem<Rows>, _ reach: ConeReach) -> Int {
        let form = SlabForm(problem.movable, reach) { g in
            let t = reach.threshold(g)
            guard reach.spread > 0, t <= 1e12 * reach.spread else { return (0, t > 0 ? 0 : 1) }
            let ratio = t / reach.spread
            let gamma = 1 / (1 + ratio * ratio)
            // Rounded up by the margin: beta' t + gamma' must not fall below 1.
            return (gamma * ratio / reach.spread * (1 + 1e-14), gamma * (1 + 1e-14))
        }
        return Int(min(Double(problem.movable.count), form.bound.rounded(.down)))
    }
}

extension MajorantWeights {
    var pair: (beta: Double, gamma: Double) { (beta, gamma) }
}

/// An upper bound over e of sum over s of (beta z + gamma)^2.
private struct SlabForm {
    let bound: Double

    init(_ rows: some RowTiles, _ reach: ConeReach, _ weights: (Double) -> (beta: Double, gamma: Double)) {
        let n = rows.dimension
        var squares = 0.0
        var vector = [Double](repeating: 0, count: n)
        rows.forEachBlock { block in
            guard let start = block.rows.baseAddress else { return }
            for s in 0..<block.count {
                let g = start[s * n]
                let w = weights(g)
                squares += w.gamma * w.gamma
                let factor = g > 0 ? w.beta * w.gamma : -w.beta * w.gamma
                if factor != 0 { ordered_add(Int32(n), factor, start + s * n, &vector) }
            }
        }
        vector[0] = 0
        let slack = 1 + 8 * Double(rows.count + n) * Double.sqrt(Double(n)) * Double.ulpOfOne
        // For R >= 1 every beta is 0.
        guard !reach.isWhole && reach.spread > 0 else {
            bound = squares * slack
            return
        }
        let T = reach.tangent
        let gram = WeightedGram.bound(rows, fromColumn: 1) { g, _ in
            let beta = weights(g).beta
            return beta * beta
        }
        bound = (T * T * gram + squares + 2 * T * ordered_norm(Int32(n), vector)) * slack
    }
}
