// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims

/// A right-hand side evaluated: the object that `lemmacheck bound --json` prints.
public struct BoundValue: Sendable, Hashable, Codable {
    /// A summand with its sign.
    public struct Term: Sendable, Hashable, Codable {
        public var name: String
        public var value: Double
    }

    /// A hypothesis of the claim, and whether it holds at the point.
    public struct Condition: Sendable, Hashable, Codable {
        public var text: String
        public var holds: Bool
    }

    /// The claim's ID.
    public var claim: String
    /// Every parameter that the claim depends on, as it was used: a default is a value like any other.
    public var d: Int
    public var m: Int
    public var gamma: Double
    public var c0: Double?
    public var c1: Double?
    public var radius: Double?
    public var epsilon: Double?
    /// `upper` or `lower`.
    public var direction: String
    /// Infinite where a radicand is negative: -inf for a lower bound, inf for an upper one, which is to say nothing.
    public var value: Double
    /// In the paper's order.
    public var terms: [Term]
    /// What the claim assumes.
    public var hypotheses: [Condition]
    /// Whether a trivial bound says as much.
    public var vacuous: Bool
    /// Why the trivial bound holds.
    public var trivial: String

    /// - Throws: `ParameterError` where the claim forbids the parameters.
    public init(_ claim: MeasuredClaim, at parameters: Parameters) throws(ParameterError) {
        let bound = try claim.bound(at: parameters)
        let nothing = claim.direction == .lower ? -Double.infinity : .infinity
        let arguments = parameters.arguments
        self.claim = claim.id
        (d, m, gamma) = (parameters.d, parameters.m, parameters.gamma)
        func used<Value>(_ parameter: OptionalParameter, _ value: Value) -> Value? { claim.dependsOn.contains(parameter) ? value : nil }
        (c0, c1) = (used(.c0, parameters.c0), used(.c1, parameters.c1))
        (radius, epsilon) = (used(.radius, parameters.radius), used(.epsilon, parameters.epsilon))
        direction = claim.direction.rawValue
        value = bound.value.isNaN ? nothing : bound.value
        terms = bound.terms.map { Term(name: $0.name, value: $0.value.isNaN ? nothing : $0.value) }
        hypotheses = claim.hypotheses(arguments).map { Condition(text: $0.text, holds: $0.holds) }
        vacuous = claim.isVacuous(bound.value, at: arguments)
        trivial = claim.quantity.trivialBound(arguments).reason
    }

    /// Whether every hypothesis holds.
    public var inDomain: Bool { hypotheses.allSatisfy(\.holds) }
}
