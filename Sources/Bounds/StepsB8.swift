// SPDX-License-Identifier: GPL-3.0-or-later

/// The steps of Lemma B.8.
public enum StepsB8 {
    /// R sqrt(2 log d), the bound of eq. 3 without its 1/d.
    @inlinable
    public static func change<Scalar: BoundScalar>(d: Scalar, radius: Scalar) -> Scalar {
        radius * .sqrt(.integer(2) * .log(d))
    }

    /// B.8/c: sqrt((2q)!/2) sqrt(R sqrt(2 log d) + 1/d) <= (q!/2) 2^q sqrt(2 R sqrt(2 log d)), integers q >= 2.
    @inlinable
    public static func c<Scalar: BoundScalar>(q: Int, d: Scalar, radius: Scalar) -> Inequality<Scalar> {
        c(moment: StepsTools.factorial(2 * q), factorial: StepsTools.factorial(q), power: .integer(1 << q), d: d, radius: radius)
    }

    /// B.8/c with (2q)!, q! and 2^q given.
    @inlinable
    public static func c<Scalar: BoundScalar>(
        moment: Scalar, factorial: Scalar, power: Scalar, d: Scalar, radius: Scalar
    ) -> Inequality<Scalar> {
        let change = change(d: d, radius: radius)
        return Inequality(
            .sqrt(moment / .integer(2)) * .sqrt(change + .integer(1) / d),
            atMost: factorial / .integer(2) * power * .sqrt(.integer(2) * change))
    }

    /// B.8/e: 2 sqrt(R sqrt(2 log d)) <= 4 sqrt(R sqrt(log d)).
    @inlinable
    public static func e<Scalar: BoundScalar>(d: Scalar, radius: Scalar) -> Inequality<Scalar> {
        Inequality(.integer(2) * .sqrt(change(d: d, radius: radius)), atMost: .integer(4) * .sqrt(radius * .sqrt(.log(d))))
    }

    /// B.8/e': 2 sqrt(R sqrt(2 log d) + 1/d) <= 4 sqrt(R sqrt(log d)).
    @inlinable
    public static func eWithShare<Scalar: BoundScalar>(d: Scalar, radius: Scalar) -> Inequality<Scalar> {
        Inequality(
            .integer(2) * .sqrt(change(d: d, radius: radius) + .integer(1) / d),
            atMost: .integer(4) * .sqrt(radius * .sqrt(.log(d))))
    }

    /// B.8/k': sqrt(log(4m/gamma)) + C1 sqrt(d + 4 sqrt(d log(8m/gamma)))/sqrt d <= sqrt(log(4m/gamma)) + 3 F, F = 1 as displayed; B.8/k at
    /// C1 = 1.
    @inlinable
    public static func k<Scalar: BoundScalar>(_ p: Arguments<Scalar>, factor: Scalar = .integer(1)) -> Inequality<Scalar> {
        let along: Scalar = .sqrt(p.logWidthOverGamma(4))
        return Inequality(along + p.c1 * p.rowNorm(8) / .sqrt(p.d), atMost: along + .integer(3) * factor)
    }
}
