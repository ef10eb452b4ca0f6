// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// The arithmetic that the paper's right-hand sides need, and no more: a formula written once over this protocol is
/// evaluated in `Double` by a run and in rigorous ball arithmetic by the audit.
///
/// It deliberately has no `<` and no floating-point literal: a comparison of two balls has three answers, and the double
/// 0.1 is not 1/10. Rationals are made by `ratio(_:_:)`, which is exact or encloses the quotient.
public protocol BoundScalar: Sendable {
    /// `p / q`, correctly rounded (`Double`) or enclosed (a ball). `q` must not be 0.
    static func ratio(_ p: Int, _ q: Int) -> Self

    static func + (a: Self, b: Self) -> Self
    static func - (a: Self, b: Self) -> Self
    static func * (a: Self, b: Self) -> Self
    static func / (a: Self, b: Self) -> Self
    static prefix func - (a: Self) -> Self

    /// The square root; of a negative argument, nan: such a bound says nothing.
    static func sqrt(_ x: Self) -> Self
    static func log(_ x: Self) -> Self
    /// log(a / b) for a >= b > 0, whatever their quotient: it may be too large for the scalar, or near 1.
    static func logRatio(_ a: Self, _ b: Self) -> Self
    static func exp(_ x: Self) -> Self
    /// `x` to the power `y`, for `x > 0`.
    static func pow(_ x: Self, _ y: Self) -> Self
    static func max(_ a: Self, _ b: Self) -> Self
    static func min(_ a: Self, _ b: Self) -> Self
    static func abs(_ x: Self) -> Self
    /// The error function, (2/sqrt pi) times the integral of exp(-t^2) from 0 to `x`.
    static func erf(_ x: Self) -> Self
    /// The decimal that `text` writes, correctly rounded (`Double`) or enclosed (a ball).
    ///
    /// - Precondition: `text` is a number, as a parser has found.
    static func decimal(_ text: String) -> Self
}

extension BoundScalar {
    /// The integer `n`.
    @inlinable
    public static func integer(_ n: Int) -> Self { ratio(n, 1) }

    /// By the quotient, which must fit the scalar: one of bounded exponent, as `Double` is, has its own.
    @inlinable
    public static func logRatio(_ a: Self, _ b: Self) -> Self { log(a / b) }

    /// As max{x, -x}.
    @inlinable
    public static func abs(_ x: Self) -> Self { max(x, -x) }

    /// By digits and a power of ten, each exact where integers hold it.
    public static func decimal(_ text: String) -> Self {
        let parts = text.lowercased().split(separator: "e", maxSplits: 1)
        var exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
        var digits: Self = .integer(0), isFraction = false
        for character in parts.first ?? "" {
            guard let digit = character.wholeNumberValue else {
                isFraction = isFraction || character == "."
                continue
            }
            digits = digits * .integer(10) + .integer(digit)
            if isFraction { exponent -= 1 }
        }
        let power = (0..<exponent.magnitude).reduce(Self.integer(1)) { product, _ in product * .integer(10) }
        return exponent < 0 ? digits / power : digits * power
    }

    /// The principal fourth root.
    @inlinable
    public static func fourthRoot(_ x: Self) -> Self { sqrt(sqrt(x)) }
}

extension Double: BoundScalar {
    /// p / q, correctly rounded; p and q beyond 2^53 are rounded first.
    @inlinable
    public static func ratio(_ p: Int, _ q: Int) -> Double { Double(p) / Double(q) }
    /// With a relative error of a few units in the last place: a/b may overflow where b is tiny, and near 1 the logarithm of the
    /// rounded quotient has lost the digits that count. There a - b is exact (Sterbenz).
    public static func logRatio(_ a: Double, _ b: Double) -> Double {
        if a <= 2 * b { return .log(onePlus: (a - b) / b) }
        let ratio = a / b
        return ratio.isFinite ? .log(ratio) : .log(a) - .log(b)
    }
    /// The larger of the two; nan where either is.
    @inlinable
    public static func max(_ a: Double, _ b: Double) -> Double { a.isNaN || b.isNaN ? .nan : Swift.max(a, b) }
    /// The smaller of the two; nan where either is.
    @inlinable
    public static func min(_ a: Double, _ b: Double) -> Double { a.isNaN || b.isNaN ? .nan : Swift.min(a, b) }
    /// The magnitude.
    @inlinable
    public static func abs(_ x: Double) -> Double { x.magnitude }
    /// Correctly rounded; nan where `text` is no number.
    public static func decimal(_ text: String) -> Double { Double(text) ?? .nan }
}
