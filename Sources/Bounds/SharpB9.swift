// SPDX-License-Identifier: GPL-3.0-or-later

/// Sharper constants for Lemma B.9: one net, drawn at random, and one exponential moment.
///
/// The pair (r, delta) is compared with a pair that is drawn before the network and near it; the probability that a fixed pair fails is
/// bounded by Chernoff's inequality, with the neurons that may flip for another W counted in the same moment. The proof is that of the
/// claim B.9/1+.
public enum SharpB9 {
    /// What the bound is made of, beyond the parameters, in the notation of its claim.
    ///
    /// Every choice of `reach`, `tilt` and `cap` gives a bound that holds; these are within a few percent of the best that search found.
    public struct Parts<Scalar: BoundScalar>: Sendable {
        /// n = d - 1.
        public let n: Scalar
        /// T = R/sqrt(1 - R^2): x + delta has the direction of x + delta~ with delta~ orthogonal to x, ||delta~|| <= T.
        public let tangent: Scalar
        /// e: how far <w_{s,0}, .> may move from a point to that of the net, for all s.
        public let reach: Scalar
        /// eta = e/(tau M): the radius about delta~ in which a point of the net is found.
        public let mesh: Scalar
        /// t: the exponent at which a fixed pair may fail.
        public let exponent: Scalar
        /// 1/c: what a direction of the net at angle arccos c to r costs.
        public let loss: Scalar
        /// phi >= P(a neuron's sign at W0 differs between x and the net's point).
        public let flips: Scalar
        /// P >= P(|<w,x>| <= V) + P(|<w,x+delta'>| <= V sqrt(1+T^2) + e).
        public let slabs: Scalar
        /// u: the exponential moment's parameter.
        public let tilt: Scalar

        /// - Parameter p: d >= 3 and 0 < R < 1; nan elsewhere.
        @inlinable
        public init(_ p: Arguments<Scalar>) {
            let one: Scalar = .integer(1), two: Scalar = .integer(2), r = p.radius
            let n = p.d - one
            let t: Scalar = r / .sqrt(one - r * r)
            let norm: Scalar = .sqrt(n) + .sqrt(two * p.logWidthOverGamma(2))
            let share: Scalar = .min(one, .sqrt(two * .log(two * p.m) / p.d))
            let reach: Scalar = .sqrt(n * t / (.integer(3) * p.m))
            let mesh = reach / (share * norm)
            let volume: Scalar = n * .log(one + t / mesh)
            let inverseCap = .integer(4) + two * volume / n
            let direction: Scalar = n / two * .log(inverseCap) + .log(.ratio(251, 100) * n / .sqrt(p.d - two))
            let exponent = volume + direction + p.logOverGamma(4)
            let flips: Scalar = .ratio(199, 625) * (t + mesh)
            let slabs: Scalar = .ratio(399, 500) * (p.v + p.v * .sqrt(one + t * t) + reach)
            let variance: Scalar = p.m * (two * flips + slabs / two)
            (self.n, tangent, self.reach, self.mesh, self.exponent) = (n, t, reach, mesh, exponent)
            loss = .sqrt((two * volume + .integer(4) * n) / (two * volume + .integer(3) * n))
            (self.flips, self.slabs) = (flips, slabs)
            tilt = .sqrt(two * exponent / (variance + two * exponent))
        }
    }

    /// B.9/1+: (t/(u sqrt m) + e^{uV} phi (C0 + u E sqrt m) + e^{uV} P (C0 + E sqrt m (0.399 + u/4)))/c, E = e^{u^2/2}.
    ///
    /// Nan for R = 0 and R >= 1, where it says nothing.
    @inlinable
    public static func gradientDifference<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        let x = Parts(p)
        let u = x.tilt
        let size: Scalar = .exp(u * u / .integer(2)) * p.sqrtM
        let scale: Scalar = x.loss * .exp(u * p.v)
        return Bound(
            .init("t/(c u sqrt m)", x.loss * x.exponent / (u * p.sqrtM)),
            .init("e^{uV} phi (C0 + u E sqrt m)/c", scale * x.flips * (p.c0 + u * size)),
            .init("e^{uV} P (C0 + E sqrt m (0.399 + u/4))/c", scale * x.slabs * (p.c0 + size * (.ratio(399, 1000) + u / .integer(4)))))
    }

    /// d >= 3 and R <= 0.99: any R < 1 would do, but a hypothesis here is not strict.
    @inlinable
    public static func hypotheses<Scalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] {
        [Hypothesis("d >= 3", .integer(3), atMost: p.d), Hypothesis("R <= 0.99", p.radius, atMost: .ratio(99, 100))]
    }

    /// B.9/1+ as a value.
    public struct GradientDifference: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0, .radius] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { SharpB9.gradientDifference(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { SharpB9.hypotheses(p) }
    }
}
