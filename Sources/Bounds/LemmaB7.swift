// SPDX-License-Identifier: GPL-3.0-or-later

/// Lemma B.7 (informal version Lemma 4.2): the gradient's norm from below.
public enum LemmaB7 {
    /// B.7/1: ||grad f|| >= (1/2 - (sqrt(2 L4/m) + L4/m))^{1/2} (d - 5 sqrt(d L8))^{1/2} - C0
    /// - sqrt((1/sqrt m)(C0 + sqrt(L4/2))) (d + 4 sqrt(d log(8m/gamma)))^{1/2}, L4 = log(4/gamma), L8 = log(8/gamma).
    ///
    /// Nan where a radicand is negative: there the bound says nothing.
    @inlinable
    public static func gradientNorm<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        let l4 = p.logOverGamma(4)
        let active: Scalar = .ratio(1, 2) - (.sqrt(.integer(2) * l4 / p.m) + l4 / p.m)
        let norm: Scalar = p.d - .integer(5) * .sqrt(p.d * p.logOverGamma(8))
        return Bound(
            .init(
                "(1/2 - (sqrt(2 log(4/gamma)/m) + log(4/gamma)/m))^{1/2} (d - 5 sqrt(d log(8/gamma)))^{1/2}",
                .sqrt(active) * .sqrt(norm)),
            .init("-C0", -p.c0),
            .init(
                "-sqrt((1/sqrt m)(C0 + sqrt(log(4/gamma)/2))) (d + 4 sqrt(d log(8m/gamma)))^{1/2}",
                -(p.flippedShare(4) * p.rowNorm(8))))
    }

    /// B.7/2: ||grad f|| >= sqrt(d) / 4.
    @inlinable
    public static func gradientNormAtLargeWidth<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        Bound(.init("sqrt(d)/4", .sqrt(p.d) / .integer(4)))
    }

    /// B.7/f (eq. 7, in the form the proof uses next): sqrt((1/sqrt m)(C0 + sqrt(log(2/gamma)/2))) sqrt(d + 4 sqrt(d log(4m/gamma))).
    @inlinable
    public static func flippedSum<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        Bound(
            .init(
                "sqrt((1/sqrt m)(C0 + sqrt(log(2/gamma)/2))) sqrt(d + 4 sqrt(d log(4m/gamma)))",
                p.flippedShare(2) * p.rowNorm(4)))
    }

    /// B.7/f*: sqrt(kappa) (sqrt d + sqrt(2 log(2/gamma))) + C0 + sqrt(log(2/gamma)/2), kappa = (1/sqrt m)(C0 + sqrt(log(2/gamma)/2)).
    @inlinable
    public static func flippedSumRepaired<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        let l = p.logOverGamma(2)
        return Bound(
            .init(
                "sqrt((1/sqrt m)(C0 + sqrt(log(2/gamma)/2))) (sqrt d + sqrt(2 log(2/gamma)))",
                p.flippedShare(2) * (.sqrt(p.d) + .sqrt(.integer(2) * l))),
            .init("C0", p.c0),
            .init("sqrt(log(2/gamma)/2)", .sqrt(l / .integer(2))))
    }

    /// B.7/h: C0 + the bound of B.7/f.
    @inlinable
    public static func projectedGradientChange<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        Bound(.init("C0", p.c0), flippedSum(p).terms[0])
    }

    /// The domain of B.7/h*: d >= 600 log(4/gamma), C0 <= (2/5) sqrt m.
    @inlinable
    public static func largeDimension<Scalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] {
        [
            Hypothesis("d >= 600 log(4/gamma)", .integer(600) * p.logOverGamma(4), atMost: p.d),
            Hypothesis("C0 <= (2/5) sqrt m", p.c0, atMost: .ratio(2, 5) * p.sqrtM),
        ]
    }

    /// The domain of B.7/2*, C = 2500: m >= C (C0^2 + log(4/gamma)), d >= C (C0^2 + log(8/gamma)), d m >= C (C0^2 + log(4/gamma))
    /// log(8m/gamma).
    @inlinable
    public static func largeWidthRepaired<Scalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] {
        let c: Scalar = .integer(2500), moves = p.c0 * p.c0
        return [
            Hypothesis("m >= 2500 (C0^2 + log(4/gamma))", c * (moves + p.logOverGamma(4)), atMost: p.m),
            Hypothesis("d >= 2500 (C0^2 + log(8/gamma))", c * (moves + p.logOverGamma(8)), atMost: p.d),
            Hypothesis(
                "d m >= 2500 (C0^2 + log(4/gamma)) log(8m/gamma)",
                c * (moves + p.logOverGamma(4)) * p.logWidthOverGamma(8), atMost: p.d * p.m),
        ]
    }

    /// The largest C up to which B.7/2's "there is C" is tried: a cell that meets the conditions with this C and fails
    /// refutes every C up to it.
    public static let largestC = 1000

    /// The conditions of B.7/2, m >= C log(4/gamma) and d >= C log(8m/gamma)/m, at C = ``largestC``.
    @inlinable
    public static func largeWidth<Scalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] {
        let c: Scalar = .integer(largestC)
        return [
            Hypothesis("m >= C log(4/gamma), C = 1000 (the largest tried)", c * p.logOverGamma(4), atMost: p.m),
            Hypothesis(
                "d >= C log(8m/gamma)/m, C = 1000 (the largest tried)",
                c * p.logWidthOverGamma(8) / p.m, atMost: p.d),
        ]
    }
}
