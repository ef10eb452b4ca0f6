// SPDX-License-Identifier: GPL-3.0-or-later

/// The right-hand sides that stand in the place of B.8/j.
extension LemmaB8 {
    /// B.8/j**: sqrt(K/m) (sqrt d + sqrt(2 K log(em/K) + 2 log(2/gamma))) + 0.797885 K/sqrt m, K = ``reachedRows(_:)``.
    @inlinable
    public static func perturbedFlippedGradientAtAnyRadius<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        let rows = reachedRows(p), two: Scalar = .integer(2)
        let subsets = rows * (.integer(1) + .logRatio(p.m, rows))
        return Bound(
            .init(
                "sqrt(K/m) (sqrt d + sqrt(2 K log(em/K) + 2 log(2/gamma)))",
                .sqrt(rows / p.m) * (.sqrt(p.d) + .sqrt(two * (subsets + p.logOverGamma(2))))),
            .init("0.797885 K/sqrt m", .ratio(797_885, 1_000_000) * rows / p.sqrtM))
    }

    /// K = min(m, V(1+R) m + sqrt(m l/2) + 3 (m^2 R^2 (sqrt m + sqrt d + sqrt(2l))^2/4)^{1/3}), l = log(4/gamma): no delta with ||delta||
    /// <= R has more rows that some W can flip at x + delta, but for probability gamma/2 (B.4/4* at gamma/2 and its best tau).
    @inlinable
    public static func reachedRows<Scalar>(_ p: Arguments<Scalar>) -> Scalar {
        let l = p.logOverGamma(4), two: Scalar = .integer(2)
        let reach = p.radius * (p.sqrtM + .sqrt(p.d) + .sqrt(two * l))
        let shifted: Scalar = .pow(p.m * p.m * reach * reach / .integer(4), .ratio(1, 3))
        return .min(p.m, p.v * (.integer(1) + p.radius) * p.m + .sqrt(p.m * l / two) + .integer(3) * shifted)
    }

    /// m >= d^2.4, the width that Lemma B.9 asks for.
    @inlinable
    public static func largeWidth<Scalar>(_ p: Arguments<Scalar>) -> Hypothesis<Scalar> {
        Hypothesis("m >= d^2.4", .pow(p.d, .ratio(12, 5)), atMost: p.m)
    }

    /// B.8/j* as a value: the bound of B.8/j on another domain.
    public struct PerturbedFlippedGradientAtLargeWidth: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0, .radius] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { LemmaB8.perturbedFlippedGradient(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [largeWidth(p)] }
    }

    /// B.8/j** as a value.
    public struct PerturbedFlippedGradientAtAnyRadius: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0, .radius] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
            LemmaB8.perturbedFlippedGradientAtAnyRadius(p)
        }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [] }
    }
}
