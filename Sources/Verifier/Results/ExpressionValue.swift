// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
public import Bounds
internal import Laws

/// An expression at a point: its value in Double, and how far rounding may have taken it. The object that `lemmacheck bound --expr --json`
/// prints.
public struct ExpressionValue: Sendable, Hashable, Codable {
    /// The expression, written anew.
    public var expression: String
    /// In Double, as a run evaluates it; nan where it is undefined.
    public var value: Double
    /// A bound of the distance to the exact value, from ball arithmetic with the same tree; nil where that is undefined.
    public var roundingError: Double?
    /// The summands of the outermost sum.
    public var terms: [BoundValue.Term]

    /// Evaluates `expression` at `parameters`.
    public init(_ expression: Expression, at parameters: Parameters) {
        let bound = expression.bound(parameters.arguments)
        self.expression = expression.description
        value = bound.value
        terms = bound.terms.map { .init(name: $0.name, value: $0.value) }
        roundingError = Self.error(of: value, expression, parameters)
    }

    private static func error(of value: Double, _ expression: Expression, _ p: Parameters) -> Double? {
        guard value.isFinite else { return nil }
        let exact = Arguments(
            d: Ball(p.d), m: Ball(p.m), gamma: Ball(exactly: p.gamma), c0: Ball(exactly: p.c0), c1: Ball(exactly: p.c1),
            radius: Ball(exactly: p.radius), epsilon: Ball(exactly: p.epsilon), own: p.own.mapValues { Ball(exactly: $0) })
        let difference = Ball.refined(toBits: 20) { Ball.abs(expression.value(exact) - Ball(exactly: value)) }
        guard difference.isFinite else { return nil }
        return difference.upper
    }
}
