// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums
import RealModule
import Support

/// Where searches over the cone of x + delta begin.
enum ConeStarts {
    /// Along +- the gradient at x, then fixed pseudo-random directions; for R >= 1 also x + delta = 0 and, for R > 1, x + delta along -x.
    ///
    /// Small problems get more starts, at smaller angles too. None where R = 0, or R < 1 in one dimension.
    /// - Parameter centre: whether delta = 0 is a start too.
    static func states<Rows: RowTiles>(
        _ problem: DifferenceProblem<Rows>, count: Int? = nil, centre: Bool = false
    ) -> [ConeState] {
        let (n, R) = (problem.movable.dimension, problem.perturbation)
        let count = count ?? (size(problem) < 2e3 ? 64 : size(problem) < 1e5 ? 16 : 4)
        let zero = [Double](repeating: 0, count: n)
        var random = SplitMix64(seed: 9)
        func anyUnit() -> [Double] { ConeState.unit((0..<n).map { _ in random.symmetric() }) ?? zero }
        var states: [ConeState] = []
        if centre { states.append(ConeState(across: zero, delta: (0, 0), r: anyUnit())) }
        guard R > 0 else { return states }
        if R >= 1 { states.append(ConeState(across: zero, delta: (-1, 0), r: anyUnit())) }
        if R > 1 { states.append(ConeState(across: zero, delta: (-R, 0), r: anyUnit())) }
        guard n > 1 else { return states }
        let gradient = ConeState.unitAcross(self.gradient(problem.movable))
        for k in 0..<max(1, count) {
            let across: [Double]
            if k < 2, let gradient {
                across = k == 0 ? gradient : gradient.map { -$0 }
            } else {
                across = ConeState.unitAcross(anyUnit()) ?? zero
            }
            // At least every other start stays at the full angle.
            let fraction = k < 4 || k % 2 == 0 ? 1 : 0.5 * (1 + random.symmetric())
            // r is with or against delta, or anywhere.
            let r = k < 4 ? (k % 2 == 0 ? across : across.map { -$0 }) : anyUnit()
            states.append(
                ConeState(across: across, delta: ConeState.delta(angle: fraction * ConeState.largestAngle(R), perturbation: R), r: r))
        }
        return states
    }

    /// sqrt m times the movable rows' part of grad f(x; W0).
    static func gradient(_ rows: some RowTiles) -> [Double] {
        let n = rows.dimension
        var sum = [Double](repeating: 0, count: n)
        rows.forEachBlock { block in
            guard let start = block.rows.baseAddress else { return }
            for s in 0..<block.count where block.rows[s * n] > 0 {
                ordered_add(Int32(n), block.signs[s], start + s * n, &sum)
            }
        }
        return sum
    }

    /// The number of coordinates that a pass reads: what one pass costs.
    static func size<Rows: RowTiles>(_ problem: DifferenceProblem<Rows>) -> Double {
        Double(problem.movable.count) * Double(problem.movable.dimension)
    }
}
