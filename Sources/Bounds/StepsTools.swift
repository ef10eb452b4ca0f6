// SPDX-License-Identifier: GPL-3.0-or-later

/// The deterministic step among the paper's tools (eq. 1).
public enum StepsTools {
    /// n!! = n (n-2) (n-4) ..., 0!! = (-1)!! = 1.
    @inlinable
    public static func doubleFactorial<Scalar: BoundScalar>(_ n: Int) -> Scalar {
        stride(from: n, through: 2, by: -2).reduce(.integer(1)) { $0 * .integer($1) }
    }

    /// n!.
    @inlinable
    public static func factorial<Scalar: BoundScalar>(_ n: Int) -> Scalar {
        stride(from: n, through: 2, by: -1).reduce(.integer(1)) { $0 * .integer($1) }
    }

    /// T.2: (q-1)!! <= q!/2, integers q >= 1.
    @inlinable
    public static func t2<Scalar: BoundScalar>(_ q: Int) -> StepSides<Scalar> {
        StepSides(doubleFactorial(q - 1), atMost: factorial(q) / .integer(2))
    }
}

/// The steps of Lemma B.5.
public enum StepsB5 {
    /// B.5/c: sqrt(2L) + 2L/sqrt m <= 2 sqrt L, L = log(2/gamma).
    @inlinable
    public static func c<Scalar: BoundScalar>(l: Scalar, m: Scalar) -> StepSides<Scalar> {
        StepSides(.sqrt(.integer(2) * l) + .integer(2) * l / .sqrt(m), atMost: .integer(2) * .sqrt(l))
    }
}

/// The steps of Lemma B.6.
public enum StepsB6 {
    /// B.6/d: eps + eps sqrt(d + 4 sqrt(d L)) <= 2 eps (sqrt d + 2 sqrt(d L)), L = log(2/eps).
    @inlinable
    public static func d<Scalar: BoundScalar>(d: Scalar, eps: Scalar, l: Scalar) -> StepSides<Scalar> {
        StepSides(
            eps + eps * .sqrt(d + .integer(4) * .sqrt(d * l)),
            atMost: .integer(2) * eps * (.sqrt(d) + .integer(2) * .sqrt(d * l)))
    }
}

/// The steps of Lemma B.7.
public enum StepsB7 {
    /// B.7/b: d - 5 sqrt(d L) <= d - 1 - 4 sqrt(d L), L = log(2/gamma).
    @inlinable
    public static func b<Scalar: BoundScalar>(d: Scalar, l: Scalar) -> StepSides<Scalar> {
        StepSides(d - .integer(5) * .sqrt(d * l), atMost: d - .integer(1) - .integer(4) * .sqrt(d * l))
    }
}

/// The steps of Lemma B.8.
public enum StepsB8 {
    /// R sqrt(2 log d), the bound of eq. 3 without its 1/d.
    @inlinable
    public static func change<Scalar: BoundScalar>(d: Scalar, radius: Scalar) -> Scalar {
        radius * .sqrt(.integer(2) * .log(d))
    }

    /// B.8/c: sqrt((2q)!/2) sqrt(R sqrt(2 log d) + 1/d) <= (q!/2) 2^q sqrt(2 R sqrt(2 log d)), integers q >= 2.
    @inlinable
    public static func c<Scalar: BoundScalar>(q: Int, d: Scalar, radius: Scalar) -> StepSides<Scalar> {
        let change = change(d: d, radius: radius)
        let moment: Scalar = StepsTools.factorial(2 * q)
        let half: Scalar = StepsTools.factorial(q) / .integer(2)
        return StepSides(
            .sqrt(moment / .integer(2)) * .sqrt(change + .integer(1) / d),
            atMost: half * .integer(1 << q) * .sqrt(.integer(2) * change))
    }

    /// B.8/e: 2 sqrt(R sqrt(2 log d) + 1/d) <= 4 sqrt(R sqrt(log d)).
    @inlinable
    public static func e<Scalar: BoundScalar>(d: Scalar, radius: Scalar) -> StepSides<Scalar> {
        StepSides(
            .integer(2) * .sqrt(change(d: d, radius: radius) + .integer(1) / d),
            atMost: .integer(4) * .sqrt(radius * .sqrt(.log(d))))
    }
}

/// The steps of the proof of Theorem 3.1.
public enum Steps31 {
    /// 3.1/b: f + t + |t| D/G, the right-hand side of 3.1/a, at t = -2f/(1 - D/G), f > 0, and -f, which it is claimed to equal.
    @inlinable
    public static func b<Scalar: BoundScalar>(f: Scalar, difference: Scalar, gradient: Scalar) -> StepSides<Scalar> {
        let step: Scalar = .integer(2) * f / (.integer(1) - difference / gradient)
        return StepSides(f - step + step * difference / gradient, atMost: -f)
    }
}
