// SPDX-License-Identifier: GPL-3.0-or-later

public import BallArithmetic
internal import Bounds
internal import Laws

/// The range of a real quantity over a box, [lower, upper], whose ends may be infinite (nil).
///
/// Ends are exact balls, rounded outward: the range holds every value of the quantity. A box may be unbounded, which a ball cannot.
public struct ExtendedInterval: Sendable {
    public let lower: Ball?
    public let upper: Ball?

    init(lower: Ball?, upper: Ball?) {
        self.lower = lower
        self.upper = upper
    }

    /// The single number or enclosure `x`.
    init(_ x: Ball) {
        let ends = x.isExact ? (lower: x, upper: x) : x.ends
        self.init(lower: ends.lower, upper: ends.upper)
    }

    static let zero = ExtendedInterval(Ball(0))

    /// Whether the range is one exactly known number.
    var isPoint: Bool {
        guard let lower, let upper else { return false }
        return upper.isCertainlyLessOrEqual(to: lower)
    }

    var isNonpositive: Bool { upper?.isCertainlyLessOrEqual(to: Ball(0)) ?? false }
    var isNonnegative: Bool { lower.map { Ball(0).isCertainlyLessOrEqual(to: $0) } ?? false }

    /// The largest magnitude; nil where there is none.
    var magnitude: Ball? {
        guard let lower, let upper else { return nil }
        return Ball.max(.abs(lower), .abs(upper)).upperEnd
    }

    static prefix func - (a: ExtendedInterval) -> ExtendedInterval {
        ExtendedInterval(lower: a.upper.map { -$0 }, upper: a.lower.map { -$0 })
    }

    static func + (a: ExtendedInterval, b: ExtendedInterval) -> ExtendedInterval {
        ExtendedInterval(lower: both(a.lower, b.lower) { ($0 + $1).lowerEnd }, upper: both(a.upper, b.upper) { ($0 + $1).upperEnd })
    }

    /// The range of x y for x in a and y in b, b >= 0: the end of either sign takes the far or the near end of b.
    static func scaled(_ a: ExtendedInterval, by b: ExtendedInterval) -> ExtendedInterval {
        ExtendedInterval(
            lower: negated(scaledUpper(a.lower.map { -$0 }, b)),
            upper: scaledUpper(a.upper, b))
    }

    static func hull(_ a: ExtendedInterval, _ b: ExtendedInterval) -> ExtendedInterval {
        ExtendedInterval(
            lower: both(a.lower, b.lower) { .min($0, $1).lowerEnd },
            upper: both(a.upper, b.upper) { .max($0, $1).upperEnd })
    }

    /// The upper end of u y over y in b >= 0.
    private static func scaledUpper(_ u: Ball?, _ b: ExtendedInterval) -> Ball? {
        guard let u else { return b.upper.map { $0.isCertainlyLessOrEqual(to: Ball(0)) } == true ? Ball(0) : nil }
        if u.isCertainlyLessOrEqual(to: Ball(0)) { return (u * (b.lower ?? Ball(0))).upperEnd }
        return b.upper.map { (u * $0).upperEnd }
    }

    private static func negated(_ x: Ball?) -> Ball? { x.map { -$0 } }

    static func both(_ a: Ball?, _ b: Ball?, _ f: (Ball, Ball) -> Ball) -> Ball? {
        guard let a, let b else { return nil }
        return f(a, b)
    }
}
