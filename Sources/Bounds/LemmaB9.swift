// SPDX-License-Identifier: GPL-3.0-or-later

/// Lemma B.9 (informal version Lemma 4.4): the difference of gradients, uniformly over r, delta and W.
public enum LemmaB9 {
    /// B.9/1: 9 (C1 d^2 log(md)^2 sqrt(log(d)/d))^{1/4} + 15 d log(md) / sqrt m + 327 Cbar C0 d^{1/4}.
    @inlinable
    public static func gradientDifference<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        let l: Scalar = .log(p.m * p.d)
        let net: Scalar = p.c1 * p.d * p.d * l * l * .sqrt(.log(p.d) / p.d)
        return Bound(
            .init("9 (C1 d^2 log(md)^2 sqrt(log(d)/d))^{1/4}", .integer(9) * .fourthRoot(net)),
            .init("15 d log(md)/sqrt m", .integer(15) * p.d * l / p.sqrtM),
            .init("327 Cbar C0 d^0.25", .integer(327) * p.cBar * p.c0 * .fourthRoot(p.d)))
    }

    /// ||delta|| <= R <= C1 / sqrt d, m >= d^2.4, d >= log(4/gamma)^2.
    @inlinable
    public static func hypotheses<Scalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] {
        let l = p.logOverGamma(4)
        return [
            LemmaB8.perturbationScale(p),
            Hypothesis("m >= d^2.4", .pow(p.d, .ratio(12, 5)), atMost: p.m),
            Hypothesis("d >= log(4/gamma)^2", l * l, atMost: p.d),
        ]
    }
}
