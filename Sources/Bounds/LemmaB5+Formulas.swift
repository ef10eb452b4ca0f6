// SPDX-License-Identifier: GPL-3.0-or-later

/// The right-hand sides of Lemma B.5 as values.
extension LemmaB5 {
    /// B.5/1 as a value.
    public struct FunctionValue: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { LemmaB5.functionValue(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [] }
    }

    /// B.5/2 as a value.
    public struct FunctionValueAtLargeWidth: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { LemmaB5.functionValueAtLargeWidth(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [largeWidth(p)] }
    }

    /// B.5/a as a value.
    public struct FunctionValueAtStart: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { LemmaB5.functionValueAtStart(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [] }
    }

    /// B.5/b as a value.
    public struct FunctionChange: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { LemmaB5.functionChange(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [] }
    }
}
