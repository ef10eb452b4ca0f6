// SPDX-License-Identifier: GPL-3.0-or-later

/// The claims that have an explicit right-hand side, by the IDs of the paper's transcription.
public enum BoundedClaim: String, Sendable, Hashable, CaseIterable {
    case flippedNeurons = "B.4/1"
    case perturbedFlippedNeurons = "B.4/2"
    case perturbedFlippedNeuronsFixed = "B.4/3"
    case perturbedFlippedNeuronsUniform = "B.4/4"
    case functionValue = "B.5/1"
    case functionValueAtLargeWidth = "B.5/2"
    case functionValueAtStart = "B.5/a"
    case functionChange = "B.5/b"
    case signChange = "B.6/1"
    case signChangeNearby = "B.6/2"
    case gradientNorm = "B.7/1"
    case gradientNormAtLargeWidth = "B.7/2"
    case flippedSum = "B.7/f"
    case projectedGradientChange = "B.7/h"
    case directionalDifference = "B.8/1"
    case directionalDifferenceAsProved = "B.8/2"
    case flippedGradient = "B.8/i"
    case perturbedFlippedGradient = "B.8/j"
    case gradientDifference = "B.9/1"

    /// The claim's right-hand side at `p`.
    @inlinable
    public func bound<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        switch self {
        case .flippedNeurons: LemmaB4.flippedNeurons(p)
        case .perturbedFlippedNeurons, .perturbedFlippedNeuronsFixed, .perturbedFlippedNeuronsUniform:
            LemmaB4.perturbedFlippedNeurons(p)
        case .functionValue: LemmaB5.functionValue(p)
        case .functionValueAtLargeWidth: LemmaB5.functionValueAtLargeWidth(p)
        case .functionValueAtStart: LemmaB5.functionValueAtStart(p)
        case .functionChange: LemmaB5.functionChange(p)
        case .signChange: LemmaB6.signChange(p)
        case .signChangeNearby: LemmaB6.signChangeNearby(p)
        case .gradientNorm: LemmaB7.gradientNorm(p)
        case .gradientNormAtLargeWidth: LemmaB7.gradientNormAtLargeWidth(p)
        case .flippedSum: LemmaB7.flippedSum(p)
        case .projectedGradientChange: LemmaB7.projectedGradientChange(p)
        case .directionalDifference: LemmaB8.directionalDifference(p)
        case .directionalDifferenceAsProved: LemmaB8.directionalDifferenceAsProved(p)
        case .flippedGradient: LemmaB8.flippedGradient(p)
        case .perturbedFlippedGradient: LemmaB8.perturbedFlippedGradient(p)
        case .gradientDifference: LemmaB9.gradientDifference(p)
        }
    }

    /// The claim's own hypotheses at `p`; a cell where one fails is out of the claim's domain.
    @inlinable
    public func hypotheses<Scalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] {
        switch self {
        case .perturbedFlippedNeurons, .perturbedFlippedNeuronsFixed, .perturbedFlippedNeuronsUniform, .signChange,
            .signChangeNearby:
            [LemmaB4.smallPerturbation(p)]
        case .functionValueAtLargeWidth: [LemmaB5.largeWidth(p)]
        case .gradientNormAtLargeWidth: LemmaB7.largeWidth(p)
        case .directionalDifference, .directionalDifferenceAsProved: [LemmaB8.perturbationScale(p)]
        case .perturbedFlippedGradient: [LemmaB8.perturbationScale(p), LemmaB8.largeDimension(p)]
        case .gradientDifference: LemmaB9.hypotheses(p)
        case .flippedNeurons, .functionValue, .functionValueAtStart, .functionChange, .gradientNorm, .flippedSum,
            .projectedGradientChange, .flippedGradient:
            []
        }
    }

    /// Whether the bound limits its quantity from above or from below.
    public var direction: BoundDirection {
        switch self {
        case .gradientNorm, .gradientNormAtLargeWidth: .lower
        default: .upper
        }
    }

    /// Which parameters beyond d, m and gamma the right-hand side or the event depends on.
    public var dependsOn: Set<OptionalParameter> {
        switch self {
        case .flippedNeurons, .functionValue, .functionValueAtLargeWidth, .functionChange, .gradientNorm,
            .gradientNormAtLargeWidth, .flippedSum, .projectedGradientChange, .flippedGradient:
            [.c0]
        case .functionValueAtStart: []
        case .perturbedFlippedNeurons, .perturbedFlippedNeuronsFixed, .perturbedFlippedNeuronsUniform: [.c0, .radius]
        case .signChange: [.radius]
        case .signChangeNearby: [.c0, .radius, .epsilon]
        case .directionalDifference, .directionalDifferenceAsProved, .perturbedFlippedGradient, .gradientDifference:
            [.c0, .c1, .radius]
        }
    }

    /// Evaluates the right-hand side at checked parameters.
    ///
    /// - Throws: ``ParameterError`` where the claim forbids them (R > 1/2 in Lemmas B.4 and B.6).
    public func bound(at parameters: Parameters) throws(ParameterError) -> Bound<Double> {
        try check(parameters)
        return bound(parameters.arguments)
    }

    /// Throws where the claim is not even defined: Lemmas B.4 and B.6 fix R <= 1/2.
    public func check(_ parameters: Parameters) throws(ParameterError) {
        switch self {
        case .perturbedFlippedNeurons, .perturbedFlippedNeuronsFixed, .perturbedFlippedNeuronsUniform, .signChange,
            .signChangeNearby:
            guard parameters.radius <= 0.5 else {
                throw ParameterError(
                    parameter: "radius", value: "\(parameters.radius)", allowed: "a number in [0, 1/2] for \(rawValue)")
            }
        default: break
        }
    }
}

/// The parameters that only some claims depend on.
public enum OptionalParameter: String, Sendable, Hashable, CaseIterable {
    case c0
    case c1
    case radius
    case epsilon
}
