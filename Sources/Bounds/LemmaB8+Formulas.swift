// SPDX-License-Identifier: GPL-3.0-or-later

/// The right-hand sides of Lemma B.8 as values.
extension LemmaB8 {
    /// B.8/1 as a value.
    public struct DirectionalDifference: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0, .c1, .radius] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { LemmaB8.directionalDifference(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [perturbationScale(p)] }
    }

    /// B.8/2 as a value.
    public struct DirectionalDifferenceAsProved: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0, .c1, .radius] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { LemmaB8.directionalDifferenceAsProved(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [perturbationScale(p)] }
    }

    /// B.8/i as a value.
    public struct FlippedGradient: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { LemmaB8.flippedGradient(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [] }
    }

    /// B.8/j as a value.
    public struct PerturbedFlippedGradient: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0, .c1, .radius] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { LemmaB8.perturbedFlippedGradient(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] {
            [perturbationScale(p), largeDimension(p)]
        }
    }
}
