// SPDX-License-Identifier: GPL-3.0-or-later

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
