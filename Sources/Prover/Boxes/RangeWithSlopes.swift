// SPDX-License-Identifier: GPL-3.0-or-later

public import BallArithmetic
public import Bounds
internal import Laws

/// A positive quantity f over a box of log-parameters x: the range of f, and of each d log f / d x_i.
///
/// This is the scalar that turns a formula of Bounds into an argument about an unbounded domain. With x_i = log p_i, a power p^a has
/// the slope a whatever the size of p, so slopes stay finite where values do not; rules, for positive f and g:
///
///     f g, f/g      slopes add, subtract                sqrt f, f^a   slopes times 1/2, a
///     f + g         w F + (1-w) G, w = f/(f+g)           log f         F / log f, where f > 1
///     f - g         r F - (r-1) G, r = f/(f-g), f > g    exp f         f F
///
/// where F and G are the slopes of f and g, and each is taken over its whole range. A quantity that the rules cannot show to be
/// positive (or a logarithm's argument above 1) is undefined, as are all that depend on it; nothing is concluded from it.
/// Constants, the quantities without slopes, may be negative: they serve as exponents.
public struct RangeWithSlopes: BoundScalar {
    public let value: ExtendedInterval
    /// One a coordinate; empty for a constant.
    public let slopes: [ExtendedInterval]

    init(_ value: ExtendedInterval, _ slopes: [ExtendedInterval]) {
        self.value = value
        self.slopes = slopes
    }

    /// The number or enclosure `x`, the same at each point of the box.
    public init(constant x: Ball) { self.init(ExtendedInterval(x), []) }

    static let undefined = RangeWithSlopes(ExtendedInterval(lower: nil, upper: nil), [])

    var isConstant: Bool { slopes.isEmpty }

    /// The lower end where the quantity is known to be positive or zero.
    private var floor: Ball? { value.isNonnegative ? value.lower : nil }

    public func slope(_ i: Int) -> ExtendedInterval { slopes.isEmpty ? .zero : slopes[i] }

    private static func merge(_ a: RangeWithSlopes, _ b: RangeWithSlopes, _ f: (ExtendedInterval, ExtendedInterval) -> ExtendedInterval)
        -> [ExtendedInterval]
    {
        if a.isConstant && b.isConstant { return [] }
        return (0..<Swift.max(a.slopes.count, b.slopes.count)).map { f(a.slope($0), b.slope($0)) }
    }

    public static func ratio(_ p: Int, _ q: Int) -> RangeWithSlopes { RangeWithSlopes(constant: Ball.ratio(p, q)) }

    public static func + (a: RangeWithSlopes, b: RangeWithSlopes) -> RangeWithSlopes {
        if a.isConstant && b.isConstant { return RangeWithSlopes(a.value + b.value, []) }
        guard a.floor != nil, b.floor != nil else { return .undefined }
        let weights = (share(of: a.value, beside: b.value, least: true), share(of: a.value, beside: b.value, least: false))
        return RangeWithSlopes(a.value + b.value, merge(a, b) { mixture($0, $1, weights) })
    }

    /// The least or the greatest a/(a+b) over the two ranges, outward.
    private static func share(of a: ExtendedInterval, beside b: ExtendedInterval, least: Bool) -> Ball {
        let (x, y) = least ? (a.lower, b.upper) : (a.upper, b.lower)
        guard let x else { return Ball(1) }
        guard let y else { return Ball(0) }
        let share = x / (x + y)
        guard share.isFinite else { return least ? Ball(0) : Ball(1) }
        return least ? share.lowerEnd : share.upperEnd
    }

    /// The range of w f + (1-w) g over the weights w: linear in w, so its extremes are at the ends; never beyond the hull.
    private static func mixture(_ f: ExtendedInterval, _ g: ExtendedInterval, _ w: (Ball, Ball)) -> ExtendedInterval {
        let hull = ExtendedInterval.hull(f, g)
        func at(_ w: Ball, _ x: Ball, _ y: Ball) -> Ball { w * x + (Ball(1) - w) * y }
        let lower = ExtendedInterval.both(f.lower, g.lower) { .min(at(w.0, $0, $1), at(w.1, $0, $1)).lowerEnd }
        let upper = ExtendedInterval.both(f.upper, g.upper) { .max(at(w.0, $0, $1), at(w.1, $0, $1)).upperEnd }
        return ExtendedInterval(
            lower: ExtendedInterval.both(lower, hull.lower) { .max($0, $1).lowerEnd },
            upper: ExtendedInterval.both(upper, hull.upper) { .min($0, $1).upperEnd })
    }

    public static func - (a: RangeWithSlopes, b: RangeWithSlopes) -> RangeWithSlopes {
        if a.isConstant && b.isConstant { return RangeWithSlopes(a.value + -b.value, []) }
        guard let least = a.floor, b.floor != nil, let most = b.value.upper, most.isCertainlyLess(than: least) else { return .undefined }
        // r = a/(a-b) falls with a and rises with b.
        let high = (least / (least - most)).upperEnd
        let low = a.value.upper.map { ($0 / ($0 - (b.floor ?? Ball(0)))).lowerEnd } ?? Ball(1)
        return RangeWithSlopes(
            a.value + -b.value,
            merge(a, b) { f, g in
                func at(_ r: Ball, _ x: Ball, _ y: Ball) -> Ball { r * x - (r - Ball(1)) * y }
                return ExtendedInterval(
                    lower: ExtendedInterval.both(f.lower, g.upper) { .min(at(low, $0, $1), at(high, $0, $1)).lowerEnd },
                    upper: ExtendedInterval.both(f.upper, g.lower) { .max(at(low, $0, $1), at(high, $0, $1)).upperEnd })
            })
    }

    public static func * (a: RangeWithSlopes, b: RangeWithSlopes) -> RangeWithSlopes {
        if a.isConstant && b.isConstant, let x = a.point, let y = b.point { return RangeWithSlopes(constant: x * y) }
        guard a.floor != nil, b.floor != nil else { return .undefined }
        return RangeWithSlopes(.scaled(a.value, by: b.value), merge(a, b, +))
    }

    public static func / (a: RangeWithSlopes, b: RangeWithSlopes) -> RangeWithSlopes {
        if a.isConstant && b.isConstant, let x = a.point, let y = b.point { return RangeWithSlopes(constant: x / y) }
        guard a.floor != nil, let least = b.floor else { return .undefined }
        let inverse = ExtendedInterval(lower: b.value.upper.map { (Ball(1) / $0).lowerEnd } ?? Ball(0), upper: reciprocal(least))
        return RangeWithSlopes(.scaled(a.value, by: inverse), merge(a, b) { $0 + -$1 })
    }

    public static prefix func - (a: RangeWithSlopes) -> RangeWithSlopes { a.isConstant ? RangeWithSlopes(-a.value, []) : .undefined }

    private static func reciprocal(_ x: Ball) -> Ball? { x.isCertainlyPositive ? (Ball(1) / x).upperEnd : nil }

    /// A constant as a ball.
    private var point: Ball? {
        guard let lower = value.lower, let upper = value.upper else { return nil }
        return isPointLike ? lower : Ball(hull: lower, upper)
    }

    private var isPointLike: Bool { value.isPoint }

    /// An increasing function of each end.
    private func mapped(_ f: (Ball) -> Ball) -> ExtendedInterval {
        ExtendedInterval(lower: value.lower.map { f($0).lowerEnd }, upper: value.upper.map { f($0).upperEnd })
    }

    public static func sqrt(_ x: RangeWithSlopes) -> RangeWithSlopes {
        guard x.floor != nil else { return .undefined }
        let half = ExtendedInterval(Ball.ratio(1, 2))
        return RangeWithSlopes(x.mapped(Ball.sqrt), x.slopes.map { .scaled($0, by: half) })
    }

    public static func log(_ x: RangeWithSlopes) -> RangeWithSlopes {
        if x.isConstant, x.floor?.isCertainlyPositive == true { return RangeWithSlopes(x.mapped(Ball.log), []) }
        guard let least = x.floor, Ball(1).isCertainlyLessOrEqual(to: least) else { return .undefined }
        let value = x.mapped(Ball.log)
        let inverse = ExtendedInterval(
            lower: value.upper.map { (Ball(1) / $0).lowerEnd }.flatMap { $0.isFinite ? $0 : nil } ?? Ball(0),
            upper: value.lower.flatMap(reciprocal))
        return RangeWithSlopes(value, x.slopes.map { .scaled($0, by: inverse) })
    }

    public static func exp(_ x: RangeWithSlopes) -> RangeWithSlopes {
        if x.isConstant { return RangeWithSlopes(x.mapped(Ball.exp), []) }
        guard x.floor != nil else { return .undefined }
        return RangeWithSlopes(x.mapped(Ball.exp), x.slopes.map { .scaled($0, by: x.value) })
    }

    /// Constant exponents alone.
    public static func pow(_ x: RangeWithSlopes, _ y: RangeWithSlopes) -> RangeWithSlopes {
        guard y.isConstant, let exponent = y.point, x.floor != nil else { return .undefined }
        if y.value.isNonnegative {
            let power = { (end: Ball) in end.isCertainlyPositive ? Ball.pow(end, exponent) : Ball(0) }
            return RangeWithSlopes(x.mapped(power), x.slopes.map { .scaled($0, by: y.value) })
        }
        return .integer(1) / pow(x, -y)
    }

    public static func max(_ a: RangeWithSlopes, _ b: RangeWithSlopes) -> RangeWithSlopes {
        extreme(a, b, Ball.max) { a, b in ordered(b, a) }
    }

    public static func min(_ a: RangeWithSlopes, _ b: RangeWithSlopes) -> RangeWithSlopes { extreme(a, b, Ball.min, ordered) }

    /// Of constants alone: no line of the proofs has another one.
    public static func erf(_ x: RangeWithSlopes) -> RangeWithSlopes {
        x.isConstant ? RangeWithSlopes(x.mapped(Ball.erf), []) : .undefined
    }

    /// Whether a <= b throughout the box.
    private static func ordered(_ a: RangeWithSlopes, _ b: RangeWithSlopes) -> Bool {
        guard let most = a.value.upper, let least = b.value.lower else { return false }
        return most.isCertainlyLessOrEqual(to: least)
    }

    /// The one that prevails, or the hull of the two slopes where neither does throughout.
    private static func extreme(
        _ a: RangeWithSlopes, _ b: RangeWithSlopes, _ pick: (Ball, Ball) -> Ball, _ prevails: (RangeWithSlopes, RangeWithSlopes) -> Bool
    ) -> RangeWithSlopes {
        if prevails(a, b) { return a }
        if prevails(b, a) { return b }
        guard let x = a.floor, let y = b.floor else { return .undefined }
        let infiniteWins = pick(Ball(0), Ball(1)).isCertainlyPositive
        let upper =
            ExtendedInterval.both(a.value.upper, b.value.upper) { pick($0, $1).upperEnd }
            ?? (infiniteWins ? nil : a.value.upper ?? b.value.upper)
        return RangeWithSlopes(ExtendedInterval(lower: pick(x, y).lowerEnd, upper: upper), merge(a, b, ExtendedInterval.hull))
    }
}
