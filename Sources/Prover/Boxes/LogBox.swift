// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Laws
internal import RealModule

/// The range of a positive parameter p, as [lower, upper] in x = log p; ends may be infinite.
///
/// Where a domain's end is no double, an end is moved outward: the box is then a little larger than the domain, never smaller.
public struct LogInterval: Sendable {
    public let name: String
    public let lower: Double
    public let upper: Double

    /// - Precondition: lower <= upper, neither nan.
    public init(_ name: String, logLower: Double, logUpper: Double) {
        precondition(logLower <= logUpper)
        self.name = name
        lower = logLower
        upper = logUpper
    }

    /// p in [p0, p1]: 0 and infinity are allowed as ends; 1 is exact, other ends are moved outward by a unit in the last place and
    /// more, so that a decimal end such as 0.57 is inside.
    public init(_ name: String, from p0: Double, to p1: Double) {
        precondition(p0 >= 0 && p0 <= p1)
        let lower = p0 == 0 ? -.infinity : p0 == 1 ? 0 : Ball.log(Ball(exactly: p0.nextDown)).lower
        let upper = p1.isInfinite ? .infinity : p1 == 1 ? 0 : Ball.log(Ball(exactly: p1.nextUp)).upper
        self.init(name, logLower: lower, logUpper: upper)
    }

    /// p with p^5 in [q0, q1], ends as above: d^{1/5}, whose powers d^{2.4}, d^{1/2}, d^{1/4} have slopes exact in binary.
    public static func fifthRoot(_ name: String, from q0: Double, to q1: Double) -> LogInterval {
        let fifth = { (x: Double) in Ball(exactly: x) / Ball(5) }
        let whole = LogInterval(name, from: q0, to: q1)
        return LogInterval(
            name, logLower: whole.lower == 0 ? 0 : fifth(whole.lower).lower,
            logUpper: whole.upper.isInfinite ? .infinity : whole.upper == 0 ? 0 : fifth(whole.upper).upper)
    }

    var isPoint: Bool { lower == upper }
    var isFinite: Bool { lower.isFinite && upper.isFinite }
    var width: Double { upper - lower }

    func with(_ lower: Double, _ upper: Double) -> LogInterval { LogInterval(name, logLower: lower, logUpper: upper) }

    /// The two halves; an unbounded interval is cut at twice its finite end, or one beyond it.
    var halves: (LogInterval, LogInterval) {
        let cut: Double
        switch (lower.isFinite, upper.isFinite) {
        case (true, true): cut = lower + (upper - lower) / 2
        case (true, false): cut = lower + Double.maximum(1, lower.magnitude)
        case (false, true): cut = upper - Double.maximum(1, upper.magnitude)
        case (false, false): cut = 0
        }
        return (with(lower, cut), with(cut, upper))
    }

    /// The parameter over this interval, as coordinate `i` of `count`.
    public func trend(_ i: Int, of count: Int) -> RangeWithSlopes {
        let low = lower == -.infinity ? Ball(0) : Ball.exp(Ball(exactly: lower)).lowerEnd
        let high = upper == .infinity ? nil : Ball.exp(Ball(exactly: upper)).upperEnd
        var slopes = [ExtendedInterval](repeating: .zero, count: count)
        slopes[i] = ExtendedInterval(Ball(1))
        return RangeWithSlopes(ExtendedInterval(lower: low, upper: high), slopes)
    }
}

/// A box of positive parameters in logarithmic coordinates.
public struct LogBox: Sendable {
    public let intervals: [LogInterval]

    public init(_ intervals: LogInterval...) { self.intervals = intervals }
    public init(_ intervals: [LogInterval]) { self.intervals = intervals }

    public var trends: [RangeWithSlopes] { intervals.enumerated().map { $1.trend($0, of: intervals.count) } }

    func replacing(_ i: Int, _ interval: LogInterval) -> LogBox {
        var copy = intervals
        copy[i] = interval
        return LogBox(copy)
    }

    /// "log d in [0, inf), ..." for an account of a proof.
    var text: String {
        intervals.map { interval in
            let lower = interval.lower.isFinite ? "[\(interval.lower)" : "(-inf"
            let upper = interval.upper.isFinite ? "\(interval.upper)]" : "inf)"
            return "log \(interval.name) in \(lower), \(upper)"
        }.joined(separator: ", ")
    }
}
