// SPDX-License-Identifier: GPL-3.0-or-later

import GSLShim
public import LazyBall

/// The flippable neurons and the sum of the steady active ones, without the neurons in it: Lemma B.7.
///
/// 1. k ~ Binomial(m, 2 Phi(V) - 1) neurons are flippable; each has g_s a normal within V, its part orthogonal to x
///    N(0, I_{d-1}), its sign uniform, all independent.
/// 2. Of the m - k others, N' ~ Binomial(m - k, 1/2) have g_s > V, the rest g_s < -V.
/// 3. The x-part of sum a_s w_s over the N' is a sum of N' numbers a_s g_s. a_s is a fair sign and g_s a normal above V, so
///    a_s g_s is a normal conditioned on absolute value above V. They are drawn one by one, at some 5 ns each; no closed law
///    of the sum is known to us.
/// 4. The part orthogonal to x is N(0, N' I_{d-1}), independent of all else.
///
/// The suprema depend on inner products alone, so the k + 1 vectors of R^{d-1} in 1 and 4 are drawn in min(d - 1, k + 1)
/// coordinates (``GaussianRows``).
extension ReducedInitialization {
    /// Rows of 1 + min(d - 1, k + 1) coordinates, the first along x.
    ///
    /// Memory: k (k + 2) numbers at most, whatever d is.
    public func gradientProblem(radius: Double) -> GradientProblem {
        precondition(radius >= 0)
        var stream = stream(Lane.reducedGradient)
        let count = stream.binomial(width, Self.flipProbability(radius: radius))
        let steadyCount = stream.binomial(width - count, 0.5)
        let alongX = lc_rng_sum_of_normals_outside(stream.handle, radius, UInt64(steadyCount))
        let across = GaussianRows(dimension: dimension - 1, count: count + 1)
        let coordinates = 1 + across.coordinates

        let rows = [Double](count: count * coordinates) { rows in
            for s in 0..<count {
                rows[s * coordinates] = stream.normal(within: radius)
                let rest = rows[s * coordinates + 1..<(s + 1) * coordinates]
                across.draw(s, into: UnsafeMutableBufferPointer(rebasing: rest), &stream)
            }
        }
        let signs = [Double](count: count) { stream.fillSigns($0) }
        let scale = Double(steadyCount).squareRoot()
        let steadySum = [Double](count: coordinates) { sum in
            sum[0] = alongX
            let rest = UnsafeMutableBufferPointer(rebasing: sum[1...])
            across.draw(count, into: rest, &stream)
            for j in rest.indices { rest[j] *= scale }
        }
        return GradientProblem(
            width: width, radius: radius,
            flippable: ResidentRows(dimension: coordinates, rows: rows, signs: signs),
            steadySum: steadySum, steadyCount: steadyCount)
    }
}
