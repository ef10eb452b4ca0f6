// SPDX-License-Identifier: GPL-3.0-or-later

/// The right-hand sides of Lemma B.9 as values.
extension LemmaB9 {
    /// B.9/1 as a value.
    public struct GradientDifference: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0, .c1, .radius] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { LemmaB9.gradientDifference(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { LemmaB9.hypotheses(p) }
    }
}
