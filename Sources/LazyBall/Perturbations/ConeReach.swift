// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums
import RealModule

/// How far x + delta can turn away from x, ||delta|| <= R, and what that lets a neuron do: T, S and t of ``MajorantWeights``.
struct ConeReach {
    /// T, infinite for R >= 1.
    let tangent: Double
    /// V/sqrt(1 - R^2), rounded up.
    let slab: Double
    /// S, the root mean square of <e, w_{s,0}> over neurons and directions e of length T.
    let spread: Double
    let radius: Double
    var isWhole: Bool { tangent == .infinity }

    init<Rows: RowTiles>(_ problem: DifferenceProblem<Rows>) {
        let R = problem.perturbation
        radius = problem.radius
        let n = problem.movable.dimension
        var square = 0.0
        problem.movable.forEachBlock { block in
            guard let start = block.rows.baseAddress, n > 1 else { return }
            for s in 0..<block.count { square += ordered_dot(Int32(n - 1), start + s * n + 1, start + s * n + 1) }
        }
        let mean = Double.sqrt(square / Double(max(1, problem.movable.count * (n - 1))))
        guard R < 1 else {
            (tangent, slab, spread) = (.infinity, .infinity, 1)
            return
        }
        let cosine = Double.sqrt((1 - R) * (1 + R))
        tangent = R / cosine * (1 + 4 * Double.ulpOfOne)
        slab = radius / cosine * (1 + 4 * Double.ulpOfOne)
        spread = tangent * mean
    }

    /// t of a neuron.
    func threshold(_ g: Double) -> Double { isWhole ? 0 : max(0, abs(g) - slab) }

    func weights(_ g: Double) -> MajorantWeights {
        let t = threshold(g)
        // Without spread z = 0, and only t = 0 lets a neuron disagree.
        guard spread > 0 else { return t > 0 ? .none : MajorantWeights(ratio: 0, spread: 1) }
        // z is at most S sqrt(rows x coordinates): far below such a t.
        guard t <= 1e12 * spread else { return .none }
        return MajorantWeights(ratio: t / spread, spread: spread)
    }
}
