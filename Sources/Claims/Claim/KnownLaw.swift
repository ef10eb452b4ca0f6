// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Laws

/// Whether the probability that a draw violates a claim is known without a draw.
public enum KnownLaw: Sendable {
    case unknown
    case known(any FailureLaw)
    /// A lower bound of it is: where that exceeds what the claim allows the claim is refuted, elsewhere it says nothing.
    case atLeast(any FailureLaw)
}

/// The probability that a draw violates a claim (for a claim about an event, that event's), from its law.
public protocol FailureLaw: Sendable {
    /// That probability against what the claim allows, decided in ball arithmetic; nil outside the claim's domain, and where the claim
    /// says nothing.
    ///
    /// - Throws: `ParameterError` where the law is not defined at `parameters`.
    func evaluation(at parameters: Parameters) throws(ParameterError) -> LawEvaluation?
}

/// Two sides at one point, each enclosed, and what follows.
public struct LawEvaluation: Sendable {
    /// The left side: a probability, a moment or a number.
    public let left: Enclosure
    /// The right side: gamma, or the bound.
    public let right: Enclosure
    /// Whether left <= right, decided on the enclosures.
    public let outcome: Outcome
    /// How the left side was found.
    public let method: String
    /// The variables that matter and their values.
    public let variables: [Counterexample.Parameter]

    public init(left: Enclosure, right: Enclosure, outcome: Outcome, method: String, variables: [Counterexample.Parameter]) {
        (self.left, self.right, self.outcome, self.method, self.variables) = (left, right, outcome, method, variables)
    }

    /// `d=2 gamma=0.05`, as the command line spells them.
    public var parameters: String { variables.map { "\($0.name)=\($0.value)" }.joined(separator: " ") }
}
