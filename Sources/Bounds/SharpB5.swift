// SPDX-License-Identifier: GPL-3.0-or-later

/// B.5/1+, sharper than Lemma B.5: the function's value, with every event and its failure probability named.
///
/// Events, each of probability at most e^-t but the last (N = #{ s : g_s > 0 }, g_s = <w_{s,0},x>):
/// 1. N/m > 1/2 + sqrt(t/(2m)) (Hoeffding, N ~ Bin(m, 1/2));
/// 2. sup f - f(W0) > C0 (1/2 + sqrt(t/(2m))): this is (1/sqrt m) sum of m independent variables in [0, V] of mean V/2 exactly, since
///    E relu(g+V) - E relu(g-V) = V (Hoeffding);
/// 3. f(W0) - inf f > the same, by the same;
/// 4. |f(W0)| > z sqrt(N/m), of probability at most e^-l: given N, f(W0) ~ N(0, N/m) (Lemma B.5's proof, B.5/a).
public enum SharpB5 {
    /// B.5/1+: |f(x; a, W)| <= z sqrt(q) + C0 q for all W, q = min(1, 1/2 + sqrt(t/(2m))); gamma/1000 for each of the events 1 to 3 and
    /// 997 gamma/1000 for the value at W0.
    @inlinable
    public static func functionValue<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        functionValue(
            p, value: .logRatio(.integer(1000), .integer(997)) + p.logOverGamma(1), side: p.logOverGamma(1000))
    }

    /// The same with the failure probabilities e^-value for the value at W0 and e^-side for each of three events beside it: in all
    /// e^-value + 3 e^-side.
    @inlinable
    public static func functionValue<Scalar>(_ p: Arguments<Scalar>, value: Scalar, side t: Scalar) -> Bound<Scalar> {
        let share = halfFromAbove(p.m, t)
        return Bound(
            .init("z sqrt(q), q = min(1, 1/2 + sqrt(log(1000/gamma)/(2m)))", normalQuantile(value) * .sqrt(share)),
            .init("C0 q", p.c0 * share))
    }

    /// min(1, 1/2 + sqrt(t/(2m))): the mean of m independent variables in [0,1] of mean 1/2 exceeds it with probability at most e^-t
    /// (Hoeffding, doi:10.1080/01621459.1963.10500830).
    @inlinable
    public static func halfFromAbove<Scalar: BoundScalar>(_ m: Scalar, _ t: Scalar) -> Scalar {
        .min(.integer(1), .ratio(1, 2) + .sqrt(t / (.integer(2) * m)))
    }

    /// max(0, 1/2 - sqrt(t/(2m))): such a mean falls below it with probability at most e^-t.
    @inlinable
    public static func halfFromBelow<Scalar: BoundScalar>(_ m: Scalar, _ t: Scalar) -> Scalar {
        .max(.integer(0), .ratio(1, 2) - .sqrt(t / (.integer(2) * m)))
    }

    /// z with P(|N(0,1)| > z) <= e^-l, l > 0, in closed form: within 5 % of the quantile where e^-l <= 1/20.
    ///
    /// With L = 2 l and c = 1.57 <= pi/2: P(|N(0,1)| > z) <= e^{-z^2/2} min(1, 1/(z sqrt c)). Let z*^2 + log c + log z*^2 = L. Where
    /// c L >= 1, z* <= sqrt L, so u = L - log c - log L <= z*^2, and L - log c - log u >= z*^2. Where c L < 1, u = L and the second value
    /// below is no less than L. (u > 0: L - log L >= 1 > log c.)
    @inlinable
    public static func normalQuantile<Scalar: BoundScalar>(_ l: Scalar) -> Scalar {
        let c: Scalar = .ratio(157, 100)
        let square = .integer(2) * l
        let below = square - .log(c) - .log(.max(square, .integer(1) / c))
        return .sqrt(.min(square, square - .log(c) - .log(below)))
    }

    /// B.5/1+ as a value.
    public struct FunctionValue: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { SharpB5.functionValue(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [] }
    }
}
