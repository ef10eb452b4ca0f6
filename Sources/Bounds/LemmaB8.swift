// SPDX-License-Identifier: GPL-3.0-or-later

/// Lemma B.8: the difference of gradients in a fixed direction r, at a fixed perturbation delta.
public enum LemmaB8 {
    /// B.8/1 (as stated), L = log(4/gamma): 2 sqrt(L) ((4 R sqrt(log d))^{1/4} + sqrt(L/m)) + C0
    /// + 3 sqrt((1/sqrt m)(C0 + sqrt(L/2))) sqrt(d + 4 sqrt(d log(8m/gamma))) + 5 (C0 + sqrt L) sqrt(log(4m/gamma)).
    @inlinable
    public static func directionalDifference<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        let l = p.logOverGamma(4)
        return bound(
            p,
            last: .init(
                "5 (C0 + sqrt(log(4/gamma))) sqrt(log(4m/gamma))",
                .integer(5) * (p.c0 + .sqrt(l)) * .sqrt(p.logWidthOverGamma(4))))
    }

    /// B.8/2 (as proved): the same with the last term 5 (C0 + sqrt L) (sqrt(log(4m/gamma)) + 3).
    @inlinable
    public static func directionalDifferenceAsProved<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        let l = p.logOverGamma(4)
        return bound(
            p,
            last: .init(
                "5 (C0 + sqrt(log(4/gamma))) (sqrt(log(4m/gamma)) + 3)",
                .integer(5) * (p.c0 + .sqrt(l)) * (.sqrt(p.logWidthOverGamma(4)) + .integer(3))))
    }

    /// B.8/i: sqrt((1/sqrt m)(C0 + sqrt(L/2))) sqrt(d + 4 sqrt(d log(8m/gamma))) + (C0 + sqrt L) sqrt(log(4m/gamma)).
    @inlinable
    public static func flippedGradient<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        Bound(
            .init("sqrt((1/sqrt m)(C0 + sqrt(log(4/gamma)/2))) sqrt(d + 4 sqrt(d log(8m/gamma)))", p.flippedShare(4) * p.rowNorm(8)),
            .init("(C0 + sqrt(log(4/gamma))) sqrt(log(4m/gamma))", (p.c0 + .sqrt(p.logOverGamma(4))) * .sqrt(p.logWidthOverGamma(4))))
    }

    /// B.8/j: sqrt((2/sqrt m)(C0 + sqrt(L/2))) sqrt(d + 4 sqrt(d log(8m/gamma))) + 4 (C0 + sqrt L)(sqrt(log(4m/gamma)) + 3).
    @inlinable
    public static func perturbedFlippedGradient<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        Bound(
            .init(
                "sqrt((2/sqrt m)(C0 + sqrt(log(4/gamma)/2))) sqrt(d + 4 sqrt(d log(8m/gamma)))",
                .sqrt(.integer(2)) * p.flippedShare(4) * p.rowNorm(8)),
            .init(
                "4 (C0 + sqrt(log(4/gamma)))(sqrt(log(4m/gamma)) + 3)",
                .integer(4) * (p.c0 + .sqrt(p.logOverGamma(4))) * (.sqrt(p.logWidthOverGamma(4)) + .integer(3))))
    }

    /// R <= C1 / sqrt d.
    @inlinable
    public static func perturbationScale<Scalar>(_ p: Arguments<Scalar>) -> Hypothesis<Scalar> {
        Hypothesis("R <= C1/sqrt d", p.radius, atMost: p.c1 / .sqrt(p.d))
    }

    /// d > log(m/gamma) log(1/gamma), the condition of B.8/j.
    @inlinable
    public static func largeDimension<Scalar>(_ p: Arguments<Scalar>) -> Hypothesis<Scalar> {
        Hypothesis("d > log(m/gamma) log(1/gamma)", p.logWidthOverGamma(1) * p.logOverGamma(1), atMost: p.d)
    }

    @inlinable
    static func bound<Scalar>(_ p: Arguments<Scalar>, last: Bound<Scalar>.Term) -> Bound<Scalar> {
        let l = p.logOverGamma(4)
        let atStart: Scalar = .fourthRoot(.integer(4) * p.radius * .sqrt(.log(p.d))) + .sqrt(l / p.m)
        return Bound(
            .init("2 sqrt(log(4/gamma)) ((4 R sqrt(log d))^{1/4} + sqrt(log(4/gamma)/m))", .integer(2) * .sqrt(l) * atStart),
            .init("C0", p.c0),
            .init(
                "3 sqrt((1/sqrt m)(C0 + sqrt(log(4/gamma)/2))) sqrt(d + 4 sqrt(d log(8m/gamma)))",
                .integer(3) * p.flippedShare(4) * p.rowNorm(8)),
            last)
    }
}
