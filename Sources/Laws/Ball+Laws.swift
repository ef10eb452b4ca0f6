// SPDX-License-Identifier: GPL-3.0-or-later

public import BallArithmetic
public import Bounds

/// What the laws ask of balls beyond their arithmetic.
extension Ball {
    /// The smallest ball that contains both: an enclosure of every number between them.
    public static func hull(_ a: Ball, _ b: Ball) -> Ball { Ball(hull: a, b) }

    public func isCertainlyAtMost(_ other: Ball) -> Bool { isCertainlyLessOrEqual(to: other) }
    public var isCertainlyNonnegative: Bool { Ball(0).isCertainlyLessOrEqual(to: self) }
    public var isCertainlyNonpositive: Bool { isCertainlyLessOrEqual(to: Ball(0)) }
    public var containsZero: Bool { contains(0) }
    /// Whether the ball is the number 0.
    public var isZero: Bool { isExact && contains(0) }

    /// The angle of the point (x, y) of the plane in [-pi, pi], up to a multiple of 2 pi: 2 atan(y / (r + x)), or the equal
    /// 2 atan((r - x) / y) where r + x would cancel.
    public static func atan2(_ y: Ball, _ x: Ball) -> Ball {
        let r = sqrt(x * x + y * y)
        return .integer(2) * .atan(x.isCertainlyPositive ? y / (r + x) : (r - x) / y)
    }

    /// Whether a term that falls by `ratio` and less from here on adds no bit to `sum`.
    public func isNegligible(beside sum: Ball, ratio: Ball) -> Bool {
        let room = .integer(1) - ratio
        guard room.isCertainlyPositive else { return false }
        let limit = sum * .exp(-.integer(sum.workingPrecision))
        return (self * ratio).isCertainlyLess(than: limit * room)
    }
}

/// The working precision.
public enum Precision {
    /// Runs `body` with makers at `bits` and what the size of d and m costs besides: a tail of Bin(m, p) loses about
    /// 2 log2 m bits to the exponent m log m of its largest factor.
    public static func with<Result>(_ bits: Int, _ parameters: Parameters, _ body: () -> Result) -> Result {
        Ball.withPrecision(bits + 2 * bitCount(Swift.max(parameters.d, parameters.m)), body)
    }

    /// The number of binary digits of n >= 0.
    public static func bitCount(_ n: Int) -> Int { Int.bitWidth - n.leadingZeroBitCount }
}
