// SPDX-License-Identifier: GPL-3.0-or-later

/// The right-hand sides of Lemma B.6 as values.
extension LemmaB6 {
    /// B.6/1 as a value.
    public struct SignChange: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.radius] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { LemmaB6.signChange(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [LemmaB4.smallPerturbation(p)] }
    }

    /// B.6/2 as a value.
    public struct SignChangeNearby: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0, .radius, .epsilon] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { LemmaB6.signChangeNearby(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [LemmaB4.smallPerturbation(p)] }
    }
}
