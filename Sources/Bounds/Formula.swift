// SPDX-License-Identifier: GPL-3.0-or-later

/// A claim's right-hand side with its hypotheses, as one value: written once, evaluated in any scalar.
///
/// `bound` is the very line that a run evaluates in `Double` and a proof in ball arithmetic. A conforming type has no state but
/// constants of its own, so that equal values give equal bounds.
public protocol Formula: Sendable {
    /// Which parameters beyond d, m and gamma the bound or the hypotheses depend on.
    var dependsOn: Set<OptionalParameter> { get }

    /// The right-hand side at `p`.
    func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar>

    /// What the claim assumes beyond the setting; a point where one fails is outside the claim's domain.
    func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>]
}

/// The parameters that every claim of the paper has.
public enum BasicParameter: String, Sendable, Hashable, CaseIterable {
    case d
    case m
    case gamma
}

/// The parameters that only some claims depend on.
public enum OptionalParameter: String, Sendable, Hashable, CaseIterable {
    case c0
    case c1
    case radius
    case epsilon
}
