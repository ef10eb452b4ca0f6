// SPDX-License-Identifier: GPL-3.0-or-later

/// The right-hand sides of Lemma B.7 as values.
extension LemmaB7 {
    /// B.7/1 as a value.
    public struct GradientNorm: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { LemmaB7.gradientNorm(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [] }
    }

    /// B.7/2 as a value.
    public struct GradientNormAtLargeWidth: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { LemmaB7.gradientNormAtLargeWidth(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { largeWidth(p) }
    }

    /// B.7/f as a value.
    public struct FlippedSum: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { LemmaB7.flippedSum(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [] }
    }

    /// B.7/h as a value.
    public struct ProjectedGradientChange: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { LemmaB7.projectedGradientChange(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [] }
    }

    /// B.7/f* as a value.
    public struct FlippedSumRepaired: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { LemmaB7.flippedSumRepaired(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [] }
    }

    /// B.7/h* as a value: the bound of B.7/h on a smaller domain.
    public struct ProjectedGradientChangeRestricted: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { LemmaB7.projectedGradientChange(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { largeDimension(p) }
    }

    /// B.7/2* as a value: the bound of B.7/2 under conditions that make d large.
    public struct GradientNormAtLargeWidthRepaired: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { LemmaB7.gradientNormAtLargeWidth(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { largeWidthRepaired(p) }
    }
}
