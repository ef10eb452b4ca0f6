// SPDX-License-Identifier: GPL-3.0-or-later

/// B.8/1+ and B.8/i+, sharper than Lemma B.8: the difference of gradients along a fixed r at a fixed delta, and the rows that flip at x.
///
/// V = C0/sqrt m, y = x + delta, ||delta|| <= R < 1. S = { s : |<w_{s,0},x>| <= V } and S' = { s : |<w_{s,0},y>| <= V ||y|| } are the
/// neurons that some W can flip at x and at y. The proofs are those of the claims.
public enum SharpB8 {
    // MARK: B.8/1+

    /// B.8/1+: the smaller of ``byMoment(_:)`` and ``byBernstein(_:)``. Each holds with probability at least 1-gamma and both are fixed
    /// numbers, so the smaller one serves.
    ///
    /// - Parameter p: 0 <= R < 1; nan for R > 1.
    @inlinable
    public static func directionalDifference<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        Bound(.init("min{one exponential moment, Bernstein's inequality three times}", .min(byMoment(p), byBernstein(p))))
    }

    /// t/(u sqrt m) + e^{uV} (phi (C0 + u E sqrt m) + 2 p (C0 + E sqrt m (0.398943 + u/4))), t = log(1/gamma), E = e^{u^2/2}: one event,
    /// by an exponential moment at u = sqrt(2t/(m (2 phi + p) + 2t)). Any u > 0 gives a bound that holds; this is near the best where V
    /// is small.
    @inlinable
    public static func byMoment<Scalar>(_ p: Arguments<Scalar>) -> Scalar {
        let two: Scalar = .integer(2)
        let t = p.logOverGamma(1), phi = flips(radius: p.radius), slab = slabProbability(p)
        let u: Scalar = .sqrt(two * t / (p.m * (two * phi + slab) + two * t))
        let size: Scalar = .exp(u * u / two) * p.sqrtM
        let flipped = phi * (p.c0 + u * size)
        let slabs = two * slab * (p.c0 + size * (density() + u / .integer(4)))
        return t / (u * p.sqrtM) + .exp(u * p.v) * (flipped + slabs)
    }

    /// sqrt(4 phi t) + 0.64 t/sqrt m + C0 + 2 (0.398943 p sqrt m + sqrt(p t) + 0.54 t/sqrt m), t = log(3/gamma): three events at gamma/3.
    @inlinable
    public static func byBernstein<Scalar>(_ p: Arguments<Scalar>) -> Scalar {
        let two: Scalar = .integer(2)
        let t = p.logOverGamma(3), slab = slabProbability(p)
        let atStart: Scalar = .sqrt(.integer(4) * flips(radius: p.radius) * t) + .ratio(16, 25) * t / p.sqrtM
        let flipped: Scalar = density() * slab * p.sqrtM + .sqrt(slab * t) + .ratio(27, 50) * t / p.sqrtM
        return atStart + p.c0 + two * flipped
    }

    /// min(1/2, 0.31831 R (1-R^2)^{-1/6}) >= asin(R)/pi, at least the probability that a neuron's sign differs between x and y at W0.
    @inlinable
    public static func flips<Scalar: BoundScalar>(radius r: Scalar) -> Scalar {
        let one: Scalar = .integer(1)
        return .min(.ratio(1, 2), .ratio(31_831, 100_000) * r * .pow(one - r * r, .ratio(-1, 6)))
    }

    // MARK: B.8/i+

    /// B.8/i+: the smaller of sqrt(J^2 + (C0 k)^2) and sqrt d + sqrt(2 log(1/gamma)) + 0.398943 sqrt m, where J = sqrt(k) (sqrt(d-1) +
    /// sqrt(2t)) + 0.398943 k sqrt m, t = log(2/gamma) and k is ``slabShare(_:)``.
    @inlinable
    public static func flippedGradient<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        let two: Scalar = .integer(2)
        let k = slabShare(p), moved = p.c0 * k
        let across: Scalar = .sqrt(k) * (.sqrt(p.d - .integer(1)) + .sqrt(two * p.logOverGamma(2))) + density() * k * p.sqrtM
        let allRows: Scalar = .sqrt(p.d) + .sqrt(two * p.logOverGamma(1)) + density() * p.sqrtM
        return Bound(.init("min{sqrt(J^2 + (C0 k)^2), all rows}", .min(.sqrt(across * across + moved * moved), allRows)))
    }

    /// k = min(1, p + min(sqrt(j/2), sqrt(2 p j) + j/3)), j = log(2/gamma)/m: |S|/m is larger with probability at most gamma/2, by
    /// Hoeffding's inequality and by Bernstein's.
    @inlinable
    public static func slabShare<Scalar>(_ p: Arguments<Scalar>) -> Scalar {
        let mean = slabProbability(p), rate = p.logOverGamma(2) / p.m
        let bernstein: Scalar = .sqrt(.integer(2) * mean * rate) + rate / .integer(3)
        return .min(.integer(1), mean + .min(.sqrt(rate / .integer(2)), bernstein))
    }

    // MARK: common to both

    /// p = min(1, 0.797885 V/sqrt(1 + 0.318 V^2)) >= P(|z| <= V).
    @inlinable
    public static func slabProbability<Scalar>(_ p: Arguments<Scalar>) -> Scalar {
        let v = p.v
        return .min(.integer(1), .ratio(797_885, 1_000_000) * v / .sqrt(.integer(1) + .ratio(318, 1000) * v * v))
    }

    /// 0.398943 >= 1/sqrt(2 pi).
    @inlinable
    public static func density<Scalar: BoundScalar>() -> Scalar { .ratio(398_943, 1_000_000) }

    // MARK: as values

    /// B.8/1+ as a value.
    public struct DirectionalDifference: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0, .radius] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { SharpB8.directionalDifference(p) }
        /// R <= 0.99: any R < 1 would do, but a hypothesis here is not strict.
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] {
            [Hypothesis("R <= 0.99", p.radius, atMost: .ratio(99, 100))]
        }
    }

    /// B.8/i+ as a value.
    public struct FlippedGradient: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { SharpB8.flippedGradient(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [] }
    }
}
