// SPDX-License-Identifier: GPL-3.0-or-later

/// The steps of Lemma B.9 that collect its terms.
extension StepsB9 {
    /// Whose square the constants of j, n and p multiply: the paper's Cbar C0, or Cbar^2 in the repaired steps.
    public enum Factor: Sendable, Hashable {
        case cBarC0
        case cBarSquared

        /// Cbar C0 or Cbar^2 at `x`.
        @inlinable
        public func callAsFunction<Scalar>(_ x: StepArguments<Scalar>) -> Scalar {
            switch self {
            case .cBarC0: x.cBar * x.c0
            case .cBarSquared: x.cBar * x.cBar
            }
        }
    }

    /// B.9/j: sqrt(44 Cbar/sqrt m) sqrt(88 Cbar sqrt m log m + 2 log(8/gamma)) + sqrt(44 Cbar d/sqrt m) + 44 Cbar C0/sqrt m
    /// <= 113 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma).
    @inlinable
    public static func j<Scalar>(_ x: StepArguments<Scalar>, factor: Factor = .cBarC0) -> Inequality<Scalar> {
        let share: Scalar = .integer(44) * x.cBar / x.sqrtM
        let union: Scalar = .integer(88) * x.cBar * x.sqrtM * x.logM + .integer(2) * x.log8OverGamma
        return Inequality(
            .sqrt(share) * .sqrt(union) + .sqrt(share * x.d) + share * x.c0,
            atMost: .integer(113) * factor(x) * .sqrt(x.logM) + .integer(2) / x.sqrtM * x.log8OverGamma)
    }

    /// B.9/q: 2 (113 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma)) <= 226 Cbar C0 sqrt(log m) + (c/sqrt m) log(8/gamma), the paper's c =
    /// 2.
    @inlinable
    public static func q<Scalar>(_ x: StepArguments<Scalar>, last: Scalar = .integer(2)) -> Inequality<Scalar> {
        let width: Scalar = x.cBar * x.c0 * .sqrt(x.logM), rest: Scalar = x.log8OverGamma / x.sqrtM
        return Inequality(
            .integer(2) * (.integer(113) * width + .integer(2) * rest), atMost: .integer(226) * width + last * rest)
    }

    /// 2d log(10 m^{4/7} d^{4/7}) + log(4/gamma), the exponent that a union over the net asks of Lemma B.8.
    @inlinable
    public static func netExponent<Scalar>(_ x: StepArguments<Scalar>) -> Scalar {
        .integer(2) * x.d * (.log(.integer(10)) + .ratio(4, 7) * x.logMD) + x.l
    }

    /// B.9/l: 2 sqrt(2d log(10 m^{4/7} d^{4/7}) + log(4/gamma)) <= 6 sqrt(d log(md)).
    @inlinable
    public static func l<Scalar>(_ x: StepArguments<Scalar>) -> Inequality<Scalar> {
        Inequality(.integer(2) * .sqrt(netExponent(x)), atMost: .integer(6) * .sqrt(x.d * x.logMD))
    }

    /// B.9/m: 2d log(10 m^{4/7} d^{4/7}) + log(4/gamma) <= 6 d log(md).
    @inlinable
    public static func m<Scalar>(_ x: StepArguments<Scalar>) -> Inequality<Scalar> {
        Inequality(netExponent(x), atMost: .integer(6) * x.d * x.logMD)
    }

    /// The summands on the left of B.9/n before its last, 226 Cbar C0 sqrt(log m).
    @inlinable
    public static func nRest<Scalar>(_ x: StepArguments<Scalar>) -> Scalar {
        let flipped: Scalar = .sqrt((x.c0 + .sqrt(x.l / .integer(2))) / x.sqrtM)
        let rowNorm: Scalar = .sqrt(x.d + .integer(4) * .sqrt(x.d * x.log8MOverGamma))
        let third: Scalar = .integer(5) * (x.c0 + .sqrt(x.l)) * (.sqrt(x.log4MOverGamma) + .integer(3))
        let lipschitz: Scalar = .sqrt(x.m * x.d + .integer(4) * x.m * .sqrt(x.d * x.logMOverGamma)) + x.c0
        return x.c0 + .integer(3) * flipped * rowNorm + third + x.mesh * lipschitz
    }

    /// B.9/n: nRest + 226 Cbar C0 sqrt(log m) <= 50 d^{1/4} + 227 Cbar C0 sqrt(log m).
    @inlinable
    public static func n<Scalar>(_ x: StepArguments<Scalar>, factor: Factor = .cBarC0) -> Inequality<Scalar> {
        let width: Scalar = factor(x) * .sqrt(x.logM)
        return Inequality(
            nRest(x) + .integer(226) * width,
            atMost: .integer(50) * .fourthRoot(x.d) + .integer(227) * width)
    }

    /// B.9/o, R = u C1/sqrt d, u = 1 unless given: 6 sqrt(d log(md)) ((4 R sqrt(log d))^{1/4} + sqrt(6 d log(md)/m))
    /// <= 9 (C1 d^2 log(md)^2 sqrt(log(d)/d))^{1/4} + 15 d log(md)/sqrt m.
    @inlinable
    public static func o<Scalar>(_ x: StepArguments<Scalar>, share: Scalar = .integer(1)) -> Inequality<Scalar> {
        let l = x.logMD
        let radius: Scalar = share * x.c1 / .sqrt(x.d)
        let net: Scalar = x.c1 * x.d * x.d * l * l * .sqrt(.log(x.d) / x.d)
        let start: Scalar = .fourthRoot(.integer(4) * radius * .sqrt(.log(x.d)))
        return Inequality(
            .integer(6) * .sqrt(x.d * l) * (start + .sqrt(.integer(6) * x.d * l / x.m)),
            atMost: .integer(9) * .fourthRoot(net) + .integer(15) * x.d * l / x.sqrtM)
    }

    /// B.9/p: 50 d^{1/4} + 227 Cbar C0 sqrt(log m) + (c/sqrt m) log(8/gamma) <= 327 Cbar C0 d^{1/4}, the paper's c = 2.
    @inlinable
    public static func p<Scalar>(
        _ x: StepArguments<Scalar>, factor: Factor = .cBarC0, last: Scalar = .integer(2)
    ) -> Inequality<Scalar> {
        let root: Scalar = .fourthRoot(x.d)
        return Inequality(
            .integer(50) * root + .integer(227) * factor(x) * .sqrt(x.logM) + last / x.sqrtM * x.log8OverGamma,
            atMost: .integer(327) * factor(x) * root)
    }
}
