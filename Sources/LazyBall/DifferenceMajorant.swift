// SPDX-License-Identifier: GPL-3.0-or-later

import COpenBLAS
import RealModule

/// The sums behind the certificates over delta (``DifferenceCertificate``): which neurons can disagree, bounded by quadratic forms.
///
/// For R < 1 only the direction of x + delta matters, and up to its length it is x + e with e orthogonal to x, ||e|| <= T = R/sqrt(1-R^2).
/// A neuron with |g| > V disagrees with itself at x only if z = -sgn(g) <e, w_{s,0}> >= t = |g| - V/sqrt(1-R^2). What it then counts for,
/// y + V with y = <r, h>, h = a sgn(g) w_{s,0}, is bounded for every alpha, beta, gamma >= 0, alpha (beta t + gamma) >= 1/4, by
///
///     (y + V) 1[z >= t]  <=  (alpha (y + V) + beta z + gamma)^2,     as v <= (alpha v + b)^2 whenever alpha b >= 1/4.
///
/// Sums of squares of linear forms are bounded by operator norms. Were y and z independent with variances 1 and S^2, the least mean would
/// be 1/(2 rho), rho^2 = 1 + t^2/S^2, at alpha^2 = 1/(4 rho), beta = t/(2 S^2 rho^{3/2}), gamma = 1/(2 rho^{3/2}); these are taken, for S
/// any positive number. Where R >= 1 every neuron may disagree: t = 0.
struct MajorantWeights {
    let alpha: Double
    let beta: Double
    let gamma: Double

    /// For a neuron that cannot disagree.
    static let none = MajorantWeights(alpha: 0, beta: 0, gamma: 0)

    private init(alpha: Double, beta: Double, gamma: Double) { (self.alpha, self.beta, self.gamma) = (alpha, beta, gamma) }

    /// - Parameter ratio: t/S >= 0.
    init(ratio: Double, spread: Double) {
        let rho = Double.sqrt(1 + ratio * ratio)
        let root = Double.sqrt(rho)
        alpha = 0.5 / root
        gamma = 0.5 / (rho * root)
        beta = gamma * ratio / spread
    }
}

/// The geometry of the cone of x + delta, and S.
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
            for s in 0..<block.count { square += cblas_ddot(Int32(n - 1), start + s * n + 1, 1, start + s * n + 1, 1) }
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
