// SPDX-License-Identifier: GPL-3.0-or-later

import GSLShim
public import LazyBall

/// What a draw tells about the gradient at x in the plane of x and of the steady active neurons' sum S: two numbers a flippable
/// neuron. It is enough for the certificate L(u) of `GradientCertificate` at u = S/||S||, at a cost that does not depend on d.
///
/// The rest of the same draw is ``problem()``: made only where the certificate does not decide.
public struct GradientScalars: ~Copyable {
    /// m.
    public let width: Int
    /// d.
    public let dimension: Int
    /// V >= 0.
    public let radius: Double
    /// g_s of the k flippable neurons, each in [-V, V].
    public let preactivations: [Double]
    /// <p, w_{s,0}>, p the unit vector of S's part orthogonal to x. k numbers, 0 where d = 1.
    public let across: [Double]
    /// a_s, k numbers.
    public let signs: [Double]
    /// S along x.
    public let steadyAlongX: Double
    /// S along p, >= 0.
    public let steadyAcross: Double
    /// N', the number of steady active neurons.
    public let steadyCount: Int
    var stream: RandomStream

    /// The length of the sum over `count` flippable neurons of their parts orthogonal to x and S: sqrt(count) chi_{d-2}, given
    /// everything else here. Of one draw either this is taken, once, or ``problem()``.
    public mutating func transversalLength(of count: Int) -> Double {
        Double(count).squareRoot() * stream.chi(degrees: Double(Swift.max(0, dimension - 2)))
    }
}

/// The flippable neurons and the sum of the steady active ones, without the neurons in it: Lemma B.7.
///
/// 1. k ~ Binomial(m, 2 Phi(V) - 1) neurons are flippable, none at V = 0; each has g_s a normal within V, its part orthogonal to x
///    N(0, I_{d-1}), its sign uniform, all independent.
/// 2. Of the m - k others, N' ~ Binomial(m - k, 1/2) have g_s > V, the rest g_s < -V.
/// 3. The x-part of S = sum a_s w_s over the N' is a sum of N' numbers a_s g_s. a_s is a fair sign and g_s a normal above V, so
///    a_s g_s is a normal conditioned on absolute value above V. They are drawn one by one, at some 5 ns each; no closed law
///    of the sum is known to us.
/// 4. The part of S orthogonal to x is N(0, N' I_{d-1}), independent of all else: of length sqrt(N') chi_{d-1} and of a uniform
///    direction p. By rotation p = e_1, and the flippable rows are still N(0, I_{d-1}) across x, since S does not depend on them.
///
/// The suprema depend on inner products alone, so the k rows' parts in R^{d-2}, orthogonal to x and p, are drawn in
/// min(d - 2, k) coordinates (``GaussianRows``).
extension ReducedInitialization {
    /// The draw's part in the plane of x and S.
    public func gradientScalars(radius: Double) -> GradientScalars {
        precondition(radius >= 0)
        var stream = stream(StreamLane.reducedGradient)
        let count = stream.binomial(width, Self.flipProbability(radius: radius))
        let steadyCount = stream.binomial(width - count, 0.5)
        let alongX = lc_rng_sum_of_normals_outside(stream.handle, radius, UInt64(steadyCount))
        let across = Double(steadyCount).squareRoot() * stream.chi(degrees: Double(dimension - 1))
        let preactivations = [Double](count: count) { for s in $0.indices { $0[s] = stream.normal(within: radius) } }
        let projections =
            dimension > 1
            ? [Double](count: count) { stream.fillNormals($0) } : [Double](repeating: 0, count: count)
        let signs = [Double](count: count) { stream.fillSigns($0) }
        return GradientScalars(
            width: width, dimension: dimension, radius: radius, preactivations: preactivations, across: projections, signs: signs,
            steadyAlongX: alongX, steadyAcross: across, steadyCount: steadyCount, stream: stream)
    }

    /// Rows of at most 2 + min(d - 2, k) coordinates, the first along x, the second along S's part orthogonal to x.
    ///
    /// Memory: k (k + 2) numbers at most, whatever d is.
    public func gradientProblem(radius: Double) -> GradientProblem {
        var scalars = gradientScalars(radius: radius)
        return scalars.problem()
    }
}

extension GradientScalars {
    /// The whole draw of which these are the scalars.
    public mutating func problem() -> GradientProblem {
        let count = preactivations.count
        let rest = GaussianRows(dimension: Swift.max(0, dimension - 2), count: count)
        let coordinates = Swift.min(dimension, 2) + rest.coordinates
        let rows = [Double](count: count * coordinates) { rows in
            for s in 0..<count {
                rows[s * coordinates] = preactivations[s]
                guard dimension > 1 else { continue }
                rows[s * coordinates + 1] = across[s]
                let tail = UnsafeMutableBufferPointer(rebasing: rows[s * coordinates + 2..<(s + 1) * coordinates])
                rest.draw(s, into: tail, &stream)
            }
        }
        var steadySum = [Double](repeating: 0, count: coordinates)
        steadySum[0] = steadyAlongX
        if dimension > 1 { steadySum[1] = steadyAcross }
        return GradientProblem(
            width: width, radius: radius,
            flippable: ResidentRows(dimension: coordinates, rows: rows, signs: signs),
            steadySum: steadySum, steadyCount: steadyCount)
    }
}
