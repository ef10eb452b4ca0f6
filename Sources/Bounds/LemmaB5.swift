// SPDX-License-Identifier: GPL-3.0-or-later

/// Lemma B.5 (informal version Lemma 4.1): the function value.
public enum LemmaB5 {
    /// B.5/1: |f(x; a, W)| <= sqrt(2 log(2/gamma)) + 2 log(2/gamma) / sqrt m + C0.
    @inlinable
    public static func functionValue<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        let atStart = functionValueAtStart(p)
        return Bound(atStart.terms[0], atStart.terms[1], .init("C0", p.c0))
    }

    /// B.5/2: |f(x; a, W)| <= 2 sqrt(log(2/gamma)) + C0.
    @inlinable
    public static func functionValueAtLargeWidth<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        Bound(
            .init("2 sqrt(log(2/gamma))", .integer(2) * .sqrt(p.logOverGamma(2))),
            .init("C0", p.c0))
    }

    /// B.5/a: |f(x; a, W0)| <= sqrt(2 log(2/gamma)) + 2 log(2/gamma) / sqrt m.
    @inlinable
    public static func functionValueAtStart<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        let l = p.logOverGamma(2)
        return Bound(
            .init("sqrt(2 log(2/gamma))", .sqrt(.integer(2) * l)),
            .init("2 log(2/gamma)/sqrt m", .integer(2) * l / p.sqrtM))
    }

    /// B.5/b: |f(x; a, W) - f(x; a, W0)| <= C0, for every draw.
    @inlinable
    public static func functionChange<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { Bound(.init("C0", p.c0)) }

    /// m >= C log(2/gamma) with C = 2 (3 + 2 sqrt 2): the smallest C with which B.5/1 implies B.5/2, since
    /// sqrt 2 + 2 sqrt(L/m) <= 2 iff L/m <= ((2 - sqrt 2)/2)^2 = 1/(2 (3 + 2 sqrt 2)).
    @inlinable
    public static func largeWidth<Scalar>(_ p: Arguments<Scalar>) -> Hypothesis<Scalar> {
        let c: Scalar = .integer(2) * (.integer(3) + .integer(2) * .sqrt(.integer(2)))
        return Hypothesis("m >= C log(2/gamma), C = 2 (3 + 2 sqrt 2)", c * p.logOverGamma(2), atMost: p.m)
    }
}
