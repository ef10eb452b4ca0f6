// SPDX-License-Identifier: GPL-3.0-or-later

/// A right-hand side: the sum of its named terms.
public struct Bound<Scalar: BoundScalar>: Sendable {
    /// A summand, with its sign, named by its formula.
    public struct Term: Sendable {
        /// Its formula, with its sign.
        public let name: String
        /// Its value, with its sign.
        public let value: Scalar

        /// A summand; the sign belongs to both its name and its value.
        @inlinable
        public init(_ name: String, _ value: Scalar) {
            self.name = name
            self.value = value
        }
    }

    /// The summands in the paper's order; never empty.
    public let terms: [Term]

    /// - Precondition: there is at least one.
    @inlinable
    public init(_ terms: Term...) {
        precondition(!terms.isEmpty)
        self.terms = terms
    }

    /// - Precondition: there is at least one.
    @inlinable
    public init(_ terms: [Term]) {
        precondition(!terms.isEmpty)
        self.terms = terms
    }

    /// The sum of the terms, added in order. Nan where a radicand is negative: such a bound says nothing.
    @inlinable
    public var value: Scalar { terms.dropFirst().reduce(terms[0].value) { $0 + $1.value } }
}

/// A condition of a claim, `left <= right`, at given arguments.
public struct Hypothesis<Scalar: BoundScalar>: Sendable {
    /// The condition as the paper writes it.
    public let text: String
    /// The side that is at most the other.
    public let left: Scalar
    /// The side that is at least the other.
    public let right: Scalar

    /// The condition `left <= right`, with its text.
    @inlinable
    public init(_ text: String, _ left: Scalar, atMost right: Scalar) {
        self.text = text
        self.left = left
        self.right = right
    }
}

extension Hypothesis where Scalar == Double {
    /// Whether the condition holds. A condition met with equality is decided as rounding leaves it, but for a slack of
    /// four units in the last place in its favour: R = C1 / sqrt d is meant to satisfy R <= C1 / sqrt d.
    public var holds: Bool { left <= right + 4 * right.magnitude.ulp }
}

/// Whether a bound limits its quantity from above or from below.
public enum BoundDirection: String, Sendable, Hashable {
    case upper
    case lower
}
