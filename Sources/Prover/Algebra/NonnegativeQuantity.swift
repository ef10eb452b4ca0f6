// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds

/// A quantity shown to be at least 0, by what it is made of: lhs <= rhs is shown where rhs - lhs is one.
public struct NonnegativeQuantity: Sendable, Hashable {
    /// Undefined where nothing was shown.
    public let value: ExactScalar

    private init(shown value: ExactScalar) { self.value = value }

    /// An expression whose terms are at least 0, each by its coefficient and its factors.
    public init(_ x: ExactScalar) { self.init(shown: x.isNonnegative ? x : ExactScalar(.undefined)) }

    public static func square(_ x: ExactScalar) -> NonnegativeQuantity { NonnegativeQuantity(shown: x * x) }

    /// x - 1 - log x >= 0 for x > 0: the logarithm is concave, and x - 1 its tangent at 1.
    public static func logarithmGap(_ x: ExactScalar) -> NonnegativeQuantity {
        NonnegativeQuantity(shown: x.isPositive ? x - .integer(1) - .log(x) : ExactScalar(.undefined))
    }

    public static func + (a: NonnegativeQuantity, b: NonnegativeQuantity) -> NonnegativeQuantity {
        NonnegativeQuantity(shown: a.value + b.value)
    }
    public static func * (a: NonnegativeQuantity, b: NonnegativeQuantity) -> NonnegativeQuantity {
        NonnegativeQuantity(shown: a.value * b.value)
    }
}
