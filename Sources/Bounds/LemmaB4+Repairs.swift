// SPDX-License-Identifier: GPL-3.0-or-later

/// The right-hand sides that stand in the place of Lemma B.4's where those fail, and of the remark that rests on them.
extension LemmaB4 {
    /// B.4/2*: |S'_v| <= (V + R sqrt d) m + sqrt(m log(1/gamma)/2).
    public struct PerturbedFlippedNeuronsRepaired: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0, .radius] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
            Bound(
                .init("V m", p.v * p.m), .init("R sqrt d m", p.radius * .sqrt(p.d) * p.m),
                .init("sqrt(m log(1/gamma)/2)", .sqrt(p.m * p.logOverGamma(1) / .integer(2))))
        }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [smallPerturbation(p)] }
    }

    /// B.4/4* at the best tau: |S'_v(delta)| <= V(1+R) m + sqrt(m log(2/gamma)/2) + 3 (m^2 K/4)^{1/3} for every delta,
    /// K = R^2 (sqrt m + sqrt d + sqrt(2 log(2/gamma)))^2: the least value of tau m + K/tau^2, tau > 0, is at tau^3 = 2K/m.
    public struct FlippedNeuronsAtAnyPerturbationRepaired: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0, .radius] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { anyPerturbation(p, radius: p.radius) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [] }
    }

    /// B.4/4'* at the best tau: B.4/4* with R = C1/sqrt d, for every ||delta|| <= R <= C1/sqrt d.
    public struct FlippedNeuronsAtScaleRepaired: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0, .c1, .radius] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
            anyPerturbation(p, radius: p.c1 / .sqrt(p.d))
        }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] {
            [Hypothesis("R <= C1/sqrt d", p.radius, atMost: p.c1 / .sqrt(p.d))]
        }
    }

    /// 4.3/a*: |S'_v| <= (C0 + C1) sqrt m + sqrt(m log(1/gamma)/2), if R <= C1/sqrt(md).
    public struct PerturbedFlippedNeuronsOfSameOrder: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0, .c1, .radius] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
            Bound(
                .init("(C0 + C1) sqrt m", (p.c0 + p.c1) * p.sqrtM),
                .init("sqrt(m log(1/gamma)/2)", .sqrt(p.m * p.logOverGamma(1) / .integer(2))))
        }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] {
            [smallPerturbation(p), Hypothesis("R <= C1/sqrt(md)", p.radius, atMost: p.c1 / .sqrt(p.m * p.d))]
        }
    }

    @usableFromInline
    static func anyPerturbation<Scalar>(_ p: Arguments<Scalar>, radius: Scalar) -> Bound<Scalar> {
        let l = p.logOverGamma(2)
        let norm = radius * (p.sqrtM + .sqrt(p.d) + .sqrt(.integer(2) * l))
        return Bound(
            .init("V m (1+R)", p.v * p.m * (.integer(1) + radius)),
            .init("sqrt(m log(2/gamma)/2)", .sqrt(p.m * l / .integer(2))),
            .init(
                "3 (m^2 R^2 (sqrt m + sqrt d + sqrt(2 log(2/gamma)))^2/4)^{1/3}",
                .integer(3) * .pow(p.m * p.m * norm * norm / .integer(4), .ratio(1, 3))))
    }
}
