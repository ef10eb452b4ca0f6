// SPDX-License-Identifier: GPL-3.0-or-later

/// The right-hand sides of Lemma B.4 as values.
extension LemmaB4 {
    /// B.4/1 as a value.
    public struct FlippedNeurons: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { LemmaB4.flippedNeurons(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [] }
    }

    /// B.4/2, B.4/3 and B.4/4 as a value.
    public struct PerturbedFlippedNeurons: Formula {
        public init() {}
        public var dependsOn: Set<OptionalParameter> { [.c0, .radius] }
        @inlinable
        public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { LemmaB4.perturbedFlippedNeurons(p) }
        @inlinable
        public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [smallPerturbation(p)] }
    }
}
