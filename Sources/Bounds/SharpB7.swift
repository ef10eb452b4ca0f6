// SPDX-License-Identifier: GPL-3.0-or-later

/// B.7/1+ and B.7/h+, sharper than Lemma B.7: the gradient from below and its change from W0, with every event named.
///
/// n = d-1, V = C0/sqrt m, g_s = <w_{s,0},x>, h_s in R^n the part of w_{s,0} orthogonal to x: independent N(0, I_n), independent of g and
/// a. N = #{ g_s > 0 }, k = #{ |g_s| <= V }: W changes activations at x among these k rows alone. Events, each of probability at most
/// e^-t for its own t:
/// 1. k/m > ``slabShare(_:_:)`` (k ~ Bin(m, p), p = P(|z| <= V): Hoeffding, and Bernstein);
/// 2. #{ g_s > -V }/m > ``movedShare(_:_:)`` (Hoeffding): only these rows can be active under W, and each moves by at most V;
/// 3. given g: sup over T in the slab of ||sum_T ±h_s||/sqrt m > ``flippedRows(_:share:_:)`` (Chevet and Gaussian concentration);
/// 4. N/m < max(0, 1/2 - sqrt(t/(2m))) (Hoeffding);
/// 5. given g and a, ||P grad f(W0)||^2 = (N/m) chi^2_n, and chi^2_n < n u (``chiSquareShare(_:_:)``; Chernoff).
public enum SharpB7 {
    /// B.7/1+: ||grad f(x; a, W)|| >= sqrt(q n u) - C0 A - J for all W, with gamma/4 for event 1 and 3 gamma/16 for each of 2 to 5.
    @inlinable
    public static func gradientNorm<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        gradientNorm(p, slab: p.logOverGamma(4), rest: .logRatio(.integer(16), .integer(3) * p.gamma))
    }

    /// The same with the failure probability e^-slab for event 1 and e^-rest for each of 2 to 5: in all e^-slab + 4 e^-rest.
    ///
    /// Terms: [sqrt(q n u), -C0 A, -J].
    @inlinable
    public static func gradientNorm<Scalar>(_ p: Arguments<Scalar>, slab: Scalar, rest t: Scalar) -> Bound<Scalar> {
        let change = projectedGradientChange(p, slab: slab, rest: t)
        return Bound(
            .init("least size at W0, orthogonal to x: sqrt(q n u)", projectedGradientAtStart(p, t)),
            .init("-moves of the rows that can be active: C0 A", -change.terms[0].value),
            .init("-rows that can flip: sqrt(k) (sqrt n + sqrt(2t)) + k sqrt(m/(2 pi))", -change.terms[1].value))
    }

    /// sqrt(q n u): ||P grad f(W0)|| is smaller with probability at most 2 e^-t (events 4 and 5). d >= 2.
    @inlinable
    public static func projectedGradientAtStart<Scalar>(_ p: Arguments<Scalar>, _ t: Scalar) -> Scalar {
        let n: Scalar = p.d - .integer(1)
        return .sqrt(SharpB5.halfFromBelow(p.m, t) * (n * chiSquareShare(n, t)))
    }

    /// B.7/h+: ||P grad f(W) - P grad f(W0)|| <= C0 A + J for all W, with gamma/2 for event 1 and gamma/4 for each of 2 and 3.
    @inlinable
    public static func projectedGradientChange<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        projectedGradientChange(p, slab: p.logOverGamma(2), rest: p.logOverGamma(4))
    }

    /// The same with the failure probabilities e^-slab for event 1 and e^-rest for each of 2 and 3: in all e^-slab + 2 e^-rest.
    ///
    /// Terms: [C0 A, J].
    @inlinable
    public static func projectedGradientChange<Scalar>(_ p: Arguments<Scalar>, slab: Scalar, rest t: Scalar) -> Bound<Scalar> {
        Bound(
            .init("moves of the rows that can be active: C0 A", p.c0 * movedShare(p, t)),
            .init(
                "rows that can flip: sqrt(k) (sqrt n + sqrt(2t)) + k sqrt(m/(2 pi))", flippedRows(p, share: slabShare(p, slab), t)))
    }

    // MARK: the events

    /// P(|z| <= V) <= min(1, sqrt(2/pi) V / sqrt(1 + V^2/pi)), with the constants rounded upwards.
    ///
    /// The square [-V,V]^2 has no more Gaussian mass than the disc of its area: P^2 <= 1 - e^-y, y = 2 V^2/pi, and tanh(y/2) <= y/2 makes
    /// that at most y/(1 + y/2).
    @inlinable
    public static func slabProbability<Scalar>(_ p: Arguments<Scalar>) -> Scalar {
        let v = p.v
        return .min(.integer(1), .ratio(797_885, 1_000_000) * v / .sqrt(.integer(1) + .ratio(318, 1000) * v * v))
    }

    /// min(1, p + min(sqrt(t/(2m)), sqrt(2 p t/m) + t/(3m))), p of ``slabProbability(_:)``: k/m is larger with probability at most e^-t.
    ///
    /// Both quantiles, Hoeffding's and Bernstein's (sub-gamma with c = 1/3), are fixed numbers, so the smaller one serves.
    @inlinable
    public static func slabShare<Scalar>(_ p: Arguments<Scalar>, _ t: Scalar) -> Scalar {
        let mean = slabProbability(p)
        let rate = t / p.m
        let hoeffding: Scalar = .sqrt(rate / .integer(2))
        let bernstein = .sqrt(.integer(2) * mean * rate) + rate / .integer(3)
        return .min(.integer(1), mean + .min(hoeffding, bernstein))
    }

    /// A = min(1, 1/2 + p/2 + sqrt(t/(2m))): #{ g_s > -V }/m is larger with probability at most e^-t; P(g > -V) = 1/2 + P(|g| <= V)/2.
    @inlinable
    public static func movedShare<Scalar>(_ p: Arguments<Scalar>, _ t: Scalar) -> Scalar {
        .min(.integer(1), .ratio(1, 2) + slabProbability(p) / .integer(2) + .sqrt(t / (.integer(2) * p.m)))
    }

    /// J = sqrt(k) (sqrt n + sqrt(2t)) + k sqrt(m/(2 pi)), k the share of rows in the slab: given g, sup over T in the slab of
    /// ||sum_T ±h_s||/sqrt m is larger with probability at most e^-t, the signs being functions of g and a.
    ///
    /// With H the k m rows and the coefficients C = {0, ±1}^{k m}, one sign a row, Chevet's inequality gives
    /// E sup <= sup|c| sqrt n + E sup_C <c, z> = sqrt(k m n) + k m/sqrt(2 pi), and the supremum is sqrt(k m)-Lipschitz in H.
    @inlinable
    public static func flippedRows<Scalar>(_ p: Arguments<Scalar>, share: Scalar, _ t: Scalar) -> Scalar {
        let n: Scalar = p.d - .integer(1)
        return .sqrt(share) * (.sqrt(n) + .sqrt(.integer(2) * t)) + share * p.sqrtM * .ratio(398_943, 1_000_000)
    }

    /// u in (0,1) with P(chi^2_n <= n u) <= e^-t, n >= 1: the Chernoff bound exp(-(n/2)(u - 1 - log u)), solved from below.
    ///
    /// The root is the fixed point of u -> exp(u - 1 - 2t/n), which rises; from max(0, 1 - 2 sqrt(t/n)), which lies below the root
    /// (Laurent and Massart, doi:10.1214/aos/1015957395), each step stays below it and gains.
    @inlinable
    public static func chiSquareShare<Scalar: BoundScalar>(_ n: Scalar, _ t: Scalar) -> Scalar {
        let start: Scalar = .max(.integer(0), .integer(1) - .integer(2) * .sqrt(t / n))
        let lost = .integer(1) + .integer(2) * t / n
        return .exp(.exp(start - lost) - lost)
    }

    /// B.7/1+ as a value.
    public struct GradientNorm: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { SharpB7.gradientNorm(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] {
            [Hypothesis("d >= 2", .integer(2), atMost: p.d)]
        }
    }

    /// B.7/h+ as a value.
    public struct ProjectedGradientChange: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { SharpB7.projectedGradientChange(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [] }
    }
}
