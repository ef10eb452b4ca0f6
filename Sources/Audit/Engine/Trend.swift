// SPDX-License-Identifier: GPL-3.0-or-later

package import BallArithmetic
internal import Bounds

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
package struct Trend: BoundScalar {
    package let value: Span
    /// One a coordinate; empty for a constant.
    package let slopes: [Span]

    init(_ value: Span, _ slopes: [Span]) {
        self.value = value
        self.slopes = slopes
    }

    /// The number or enclosure `x`, the same at each point of the box.
    package init(constant x: Ball) { self.init(Span(x), []) }

    static let undefined = Trend(Span(lower: nil, upper: nil), [])

    var isConstant: Bool { slopes.isEmpty }

    /// The lower end where the quantity is known to be positive or zero.
    private var floor: Ball? { value.isNonnegative ? value.lower : nil }

    package func slope(_ i: Int) -> Span { slopes.isEmpty ? .zero : slopes[i] }

    private static func merge(_ a: Trend, _ b: Trend, _ f: (Span, Span) -> Span) -> [Span] {
        if a.isConstant && b.isConstant { return [] }
        return (0..<Swift.max(a.slopes.count, b.slopes.count)).map { f(a.slope($0), b.slope($0)) }
    }

    package static func ratio(_ p: Int, _ q: Int) -> Trend { Trend(constant: Ball.ratio(p, q)) }

    package static func + (a: Trend, b: Trend) -> Trend {
        if a.isConstant && b.isConstant { return Trend(a.value + b.value, []) }
        guard a.floor != nil, b.floor != nil else { return .undefined }
        let weights = (share(of: a.value, beside: b.value, least: true), share(of: a.value, beside: b.value, least: false))
        return Trend(a.value + b.value, merge(a, b) { mixture($0, $1, weights) })
    }

    /// The least or the greatest a/(a+b) over the two ranges, outward.
    private static func share(of a: Span, beside b: Span, least: Bool) -> Ball {
        let (x, y) = least ? (a.lower, b.upper) : (a.upper, b.lower)
        guard let x else { return Ball(1) }
        guard let y else { return Ball(0) }
        let share = x / (x + y)
        guard share.isFinite else { return least ? Ball(0) : Ball(1) }
        return least ? share.lowerEnd : share.upperEnd
    }

    /// The range of w f + (1-w) g over the weights w: linear in w, so its extremes are at the ends; never beyond the hull.
    private static func mixture(_ f: Span, _ g: Span, _ w: (Ball, Ball)) -> Span {
        let hull = Span.hull(f, g)
        func at(_ w: Ball, _ x: Ball, _ y: Ball) -> Ball { w * x + (Ball(1) - w) * y }
        let lower = Span.both(f.lower, g.lower) { .min(at(w.0, $0, $1), at(w.1, $0, $1)).lowerEnd }
        let upper = Span.both(f.upper, g.upper) { .max(at(w.0, $0, $1), at(w.1, $0, $1)).upperEnd }
        return Span(
            lower: Span.both(lower, hull.lower) { .max($0, $1).lowerEnd },
            upper: Span.both(upper, hull.upper) { .min($0, $1).upperEnd })
    }

    package static func - (a: Trend, b: Trend) -> Trend {
        if a.isConstant && b.isConstant { return Trend(a.value + -b.value, []) }
        guard let least = a.floor, b.floor != nil, let most = b.value.upper, most.isCertainlyLess(than: least) else { return .undefined }
        // r = a/(a-b) falls with a and rises with b.
        let high = (least / (least - most)).upperEnd
        let low = a.value.upper.map { ($0 / ($0 - (b.floor ?? Ball(0)))).lowerEnd } ?? Ball(1)
        return Trend(a.value + -b.value, merge(a, b) { f, g in
            func at(_ r: Ball, _ x: Ball, _ y: Ball) -> Ball { r * x - (r - Ball(1)) * y }
            return Span(
                lower: Span.both(f.lower, g.upper) { .min(at(low, $0, $1), at(high, $0, $1)).lowerEnd },
                upper: Span.both(f.upper, g.lower) { .max(at(low, $0, $1), at(high, $0, $1)).upperEnd })
        })
    }

    package static func * (a: Trend, b: Trend) -> Trend {
        if a.isConstant && b.isConstant, let x = a.point, let y = b.point { return Trend(constant: x * y) }
        guard a.floor != nil, b.floor != nil else { return .undefined }
        return Trend(.scaled(a.value, by: b.value), merge(a, b, +))
    }

    package static func / (a: Trend, b: Trend) -> Trend {
        if a.isConstant && b.isConstant, let x = a.point, let y = b.point { return Trend(constant: x / y) }
        guard a.floor != nil, let least = b.floor else { return .undefined }
        let inverse = Span(lower: b.value.upper.map { (Ball(1) / $0).lowerEnd } ?? Ball(0), upper: reciprocal(least))
        return Trend(.scaled(a.value, by: inverse), merge(a, b) { $0 + -$1 })
    }

    package static prefix func - (a: Trend) -> Trend { a.isConstant ? Trend(-a.value, []) : .undefined }

    private static func reciprocal(_ x: Ball) -> Ball? { x.isCertainlyPositive ? (Ball(1) / x).upperEnd : nil }

    /// A constant as a ball.
    private var point: Ball? {
        guard let lower = value.lower, let upper = value.upper else { return nil }
        return isPointLike ? lower : Ball(hull: lower, upper)
    }

    private var isPointLike: Bool { value.isPoint }

    /// An increasing function of each end.
    private func mapped(_ f: (Ball) -> Ball) -> Span {
        Span(lower: value.lower.map { f($0).lowerEnd }, upper: value.upper.map { f($0).upperEnd })
    }

    package static func sqrt(_ x: Trend) -> Trend {
        guard x.floor != nil else { return .undefined }
        let half = Span(Ball.ratio(1, 2))
        return Trend(x.mapped(Ball.sqrt), x.slopes.map { .scaled($0, by: half) })
    }

    package static func log(_ x: Trend) -> Trend {
        if x.isConstant, x.floor?.isCertainlyPositive == true { return Trend(x.mapped(Ball.log), []) }
        guard let least = x.floor, Ball(1).isCertainlyLessOrEqual(to: least) else { return .undefined }
        let value = x.mapped(Ball.log)
        let inverse = Span(
            lower: value.upper.map { (Ball(1) / $0).lowerEnd }.flatMap { $0.isFinite ? $0 : nil } ?? Ball(0),
            upper: value.lower.flatMap(reciprocal))
        return Trend(value, x.slopes.map { .scaled($0, by: inverse) })
    }

    package static func exp(_ x: Trend) -> Trend {
        if x.isConstant { return Trend(x.mapped(Ball.exp), []) }
        guard x.floor != nil else { return .undefined }
        return Trend(x.mapped(Ball.exp), x.slopes.map { .scaled($0, by: x.value) })
    }

    /// Constant exponents alone.
    package static func pow(_ x: Trend, _ y: Trend) -> Trend {
        guard y.isConstant, let exponent = y.point, x.floor != nil else { return .undefined }
        if y.value.isNonnegative {
            let power = { (end: Ball) in end.isCertainlyPositive ? Ball.pow(end, exponent) : Ball(0) }
            return Trend(x.mapped(power), x.slopes.map { .scaled($0, by: y.value) })
        }
        return .integer(1) / pow(x, -y)
    }

    package static func max(_ a: Trend, _ b: Trend) -> Trend { extreme(a, b, Ball.max) { a, b in ordered(b, a) } }

    package static func min(_ a: Trend, _ b: Trend) -> Trend { extreme(a, b, Ball.min, ordered) }

    /// Whether a <= b throughout the box.
    private static func ordered(_ a: Trend, _ b: Trend) -> Bool {
        guard let most = a.value.upper, let least = b.value.lower else { return false }
        return most.isCertainlyLessOrEqual(to: least)
    }

    /// The one that prevails, or the hull of the two slopes where neither does throughout.
    private static func extreme(
        _ a: Trend, _ b: Trend, _ pick: (Ball, Ball) -> Ball, _ prevails: (Trend, Trend) -> Bool
    ) -> Trend {
        if prevails(a, b) { return a }
        if prevails(b, a) { return b }
        guard let x = a.floor, let y = b.floor else { return .undefined }
        let infiniteWins = pick(Ball(0), Ball(1)).isCertainlyPositive
        let upper = Span.both(a.value.upper, b.value.upper) { pick($0, $1).upperEnd }
            ?? (infiniteWins ? nil : a.value.upper ?? b.value.upper)
        return Trend(Span(lower: pick(x, y).lowerEnd, upper: upper), merge(a, b, Span.hull))
    }
}
