// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums
import RealModule

/// No r, ||delta|| <= R and W have Phi above this: the certificate of Lemma B.9.
///
/// With ``MajorantWeights``, y and z scaled by any c > 0 (alpha/sqrt c, beta sqrt c, gamma sqrt c), and one more form for the neurons with
/// |g| <= V, which may go either way and count at most |y| + V <= (y^2/c + c)/2 + V:
///
///     sqrt m Phi <= P/c + c (T^2 Q + G) + 2 T C + 2 ||v_1|| + 2 V ||v_2||/c + 2 T c ||v_3|| + 2 T V ||v_4|| + V (2 A + V B/c + k)
///
/// P = lambda_max(sum alpha^2 w w' + 1/2 sum over |g| <= V of w w'), Q = lambda_max(sum beta^2 p p'), p = w less its part along x,
/// C = ||sum a alpha beta w w'||, G = sum gamma^2 + k/2, k = #{|g| <= V}, A = sum alpha gamma, B = sum alpha^2, and v_1..4 the sums of
/// alpha gamma a sgn(g) w, alpha^2 a sgn(g) w, beta gamma sgn(g) p, alpha beta sgn(g) p. P, Q, C are bounded by ``OperatorNorm``.
struct DifferenceCertificate {
    private let reach: ConeReach
    private let count: Int
    private let dimension: Int
    private let sums: MajorantVectors

    init<Rows: RowTiles>(_ problem: DifferenceProblem<Rows>, _ reach: ConeReach) {
        self.reach = reach
        count = problem.movable.count
        dimension = problem.movable.dimension
        sums = MajorantVectors(problem.movable, reach)
    }

    /// The bound, times sqrt m.
    /// - Parameter goal: no more than one Gram matrix is made if that shows the bound to be at most `goal`.
    func bound<Rows: RowTiles>(_ problem: DifferenceProblem<Rows>, goal: Double?) -> Double {
        let reach = reach
        // Without a direction to turn to, x + delta is a positive multiple of x.
        guard count > 0, reach.isWhole || dimension > 1 else { return 0 }
        let P = WeightedGram.bound(problem.movable, fromColumn: 0) { g, _ in
            let w = reach.weights(g)
            return abs(g) <= reach.radius ? 0.5 : w.alpha * w.alpha
        }
        // Then every beta is 0.
        if reach.isWhole || reach.spread == 0 { return total(P, 0, 0) }
        // beta <= alpha/S, so Q <= P/S^2 and C <= P/S.
        let ratio = reach.tangent / reach.spread
        let crude = total(P, ratio * ratio * P, ratio * P)
        if let goal, crude <= goal { return crude }
        let Q = WeightedGram.bound(problem.movable, fromColumn: 1) { g, _ in
            let w = reach.weights(g)
            return abs(g) <= reach.radius ? 0 : w.beta * w.beta
        }
        let C = WeightedGram.bound(problem.movable, fromColumn: 0, signed: true) { g, sign in
            let w = reach.weights(g)
            return abs(g) <= reach.radius ? 0 : sign * w.alpha * w.beta
        }
        return min(crude, total(P, reach.tangent * reach.tangent * Q, reach.tangent * C))
    }

    /// The sum with the best c.
    private func total(_ P: Double, _ squareQ: Double, _ scaledC: Double) -> Double {
        let V = reach.radius
        // T beta = 0 where T is infinite.
        let T = reach.isWhole ? 0 : reach.tangent
        let constant = 2 * scaledC + 2 * sums.v1 + 2 * T * V * sums.v4 + V * (2 * sums.A + sums.k)
        let over = P + 2 * V * sums.v2 + V * V * sums.B
        let times = squareQ + sums.G + 2 * T * sums.v3
        // The rounding of sums of `count` terms of vectors of `dimension` coordinates.
        let slack = 8 * Double(count + dimension) * Double.sqrt(Double(dimension)) * Double.ulpOfOne
        return (constant + 2 * Double.sqrt(over * times)) * (1 + slack)
    }
}

/// The scalars and the lengths of vectors that one pass gives.
private struct MajorantVectors {
    var G = 0.0
    var A = 0.0
    var B = 0.0
    var k = 0.0
    var v1 = 0.0
    var v2 = 0.0
    var v3 = 0.0
    var v4 = 0.0

    init(_ rows: some RowTiles, _ reach: ConeReach) {
        let n = rows.dimension
        var vectors = [Double](repeating: 0, count: 4 * n)
        rows.forEachBlock { block in
            var factors = [Double](repeating: 0, count: 4 * block.count)
            for s in 0..<block.count {
                let g = block.rows[s * n]
                guard abs(g) > reach.radius else {
                    k += 1
                    G += 0.5
                    continue
                }
                let w = reach.weights(g)
                let side = g > 0 ? 1.0 : -1
                G += w.gamma * w.gamma
                A += w.alpha * w.gamma
                B += w.alpha * w.alpha
                factors[s] = block.signs[s] * side * w.alpha * w.gamma
                factors[block.count + s] = block.signs[s] * side * w.alpha * w.alpha
                factors[2 * block.count + s] = side * w.beta * w.gamma
                factors[3 * block.count + s] = side * w.alpha * w.beta
            }
            guard let start = block.rows.baseAddress else { return }
            ordered_product(
                false, false, 4, Int32(n), Int32(block.count), 1, factors, Int32(block.count), start, Int32(n), 1, &vectors, Int32(n))
        }
        vectors[2 * n] = 0
        vectors[3 * n] = 0
        let lengths = (0..<4).map { i in ordered_norm(Int32(n), Array(vectors[i * n..<(i + 1) * n])) }
        (v1, v2, v3, v4) = (lengths[0], lengths[1], lengths[2], lengths[3])
    }
}
