// SPDX-License-Identifier: GPL-3.0-or-later

/// The steps of Lemma B.9 that concern the net: how small its mesh makes the flipping probability, and how rare many flips are.
public enum StepsB9 {
    /// B.9/a: sqrt(e) (1 + 2 sqrt(log(2/e))) <= 4 e^{3/8}, e in (0, 1).
    @inlinable
    public static func a<Scalar: BoundScalar>(eps: Scalar) -> Inequality<Scalar> {
        Inequality(
            .sqrt(eps) * (.integer(1) + .integer(2) * .sqrt(.log(.integer(2) / eps))),
            atMost: .integer(4) * .pow(eps, .ratio(3, 8)))
    }

    /// B.9/b: 2 eps (sqrt d + 2 sqrt(d log(2/eps))) + (1+R+eps) V <= 8 sqrt d eps^{7/8} + 3V.
    @inlinable
    public static func b<Scalar: BoundScalar>(d: Scalar, eps: Scalar, radius: Scalar, v: Scalar) -> Inequality<Scalar> {
        let norm: Scalar = .sqrt(d) + .integer(2) * .sqrt(d * .log(.integer(2) / eps))
        return Inequality(
            .integer(2) * eps * norm + (.integer(1) + radius + eps) * v,
            atMost: .integer(8) * .sqrt(d) * .pow(eps, .ratio(7, 8)) + .integer(3) * v)
    }

    /// B.9/c: 8 sqrt d eps^{7/8} + 3 C0/sqrt m <= 11 Cbar/sqrt m.
    @inlinable
    public static func c<Scalar>(_ x: StepArguments<Scalar>) -> Inequality<Scalar> {
        Inequality(x.p, atMost: .integer(11) * x.cBar / x.sqrtM)
    }

    /// log g(p) = 2d log(10/eps) - p m + k log(e p m/k), the logarithm of the union bound.
    @inlinable
    public static func logUnionBound<Scalar>(_ x: StepArguments<Scalar>) -> Scalar {
        let net: Scalar = .integer(2) * x.d * .log(.integer(10) / x.mesh)
        return net - x.p * x.m + x.k * .log(.exp(.integer(1)) * x.p * x.m / x.k)
    }

    /// B.9/d: log g(p) <= -8 sqrt m + 2.3 d log(md).
    @inlinable
    public static func d<Scalar>(_ x: StepArguments<Scalar>) -> Inequality<Scalar> {
        Inequality(logUnionBound(x), atMost: .ratio(23, 10) * x.d * x.logMD - .integer(8) * x.sqrtM)
    }

    /// B.9/e: c d log(md) <= sqrt m with the paper's c = 0.33.
    @inlinable
    public static func e<Scalar>(_ x: StepArguments<Scalar>, constant: Scalar = .ratio(33, 100)) -> Inequality<Scalar> {
        Inequality(constant * x.d * x.logMD, atMost: x.sqrtM)
    }

    /// B.9/f: -8 sqrt m + 2.3 d log(md) <= -8 sqrt m + c sqrt m with the paper's c = 7.
    @inlinable
    public static func f<Scalar>(_ x: StepArguments<Scalar>, constant: Scalar = .integer(7)) -> Inequality<Scalar> {
        let start: Scalar = -(.integer(8) * x.sqrtM)
        return Inequality(start + .ratio(23, 10) * x.d * x.logMD, atMost: start + constant * x.sqrtM)
    }

    /// B.9/g: -sqrt m <= log(gamma).
    @inlinable
    public static func g<Scalar>(_ x: StepArguments<Scalar>) -> Inequality<Scalar> {
        Inequality(-x.sqrtM, atMost: .log(.integer(4)) - x.l)
    }

    /// B.9/h: log g(p) <= log(gamma).
    @inlinable
    public static func h<Scalar>(_ x: StepArguments<Scalar>) -> Inequality<Scalar> {
        Inequality(logUnionBound(x), atMost: .log(.integer(4)) - x.l)
    }
}
