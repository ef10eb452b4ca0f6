// SPDX-License-Identifier: GPL-3.0-or-later

public import BallArithmetic

/// A real number known to lie in [lower, upper], and its natural logarithm in [logLower, logUpper].
///
/// All four limits are rounded outward. The logarithms stay informative where the number itself underflows: a tail of
/// e^-1000 has lower = 0, upper = the least positive double, and a logarithm to 16 digits. The logarithm of a number that
/// may be 0 is -infinity from below; of one that may be negative, too.
public struct Enclosure: Sendable, Hashable {
    public let lower: Double
    public let upper: Double
    public let logLower: Double
    public let logUpper: Double

    /// The tightest double limits of `ball`; the whole line where it is not finite.
    public init(_ ball: Ball) {
        lower = ball.lower
        upper = ball.upper
        (logLower, logUpper) = Self.logLimits(ball)
    }

    init(lower: Double, upper: Double, logLower: Double, logUpper: Double) {
        self.lower = lower
        self.upper = upper
        self.logLower = logLower
        self.logUpper = logUpper
    }

    /// The midpoint of [lower, upper].
    public var value: Double { lower + (upper - lower) / 2 }

    private static func logLimits(_ ball: Ball) -> (Double, Double) {
        guard ball.isFinite else { return (-.infinity, .infinity) }
        if ball.isCertainlyPositive {
            let log = Ball.log(ball)
            return (log.lower, log.upper)
        }
        let top = ball.upperEnd
        return (-.infinity, top.isCertainlyPositive ? Ball.log(top).upper : -.infinity)
    }
}

/// A probability known to lie in [lower, upper] within [0, 1], with its logarithm's limits, and how it was found.
///
/// The enclosure is certified: every rounding, truncation and quadrature error is inside it.
public struct ExactProbability: Sendable, Hashable {
    /// The probability's limits, clipped to [0, 1].
    public let enclosure: Enclosure
    /// In words: the law and the route.
    public let method: String

    public var lower: Double { enclosure.lower }
    public var upper: Double { enclosure.upper }
    public var logLower: Double { enclosure.logLower }
    public var logUpper: Double { enclosure.logUpper }
    /// The midpoint of the enclosure.
    public var value: Double { enclosure.value }

    /// Clips `e`, which must enclose a probability, to [0, 1].
    init(_ e: Enclosure, method: String) {
        enclosure = Enclosure(
            lower: Swift.max(0, e.lower), upper: Swift.min(1, e.upper), logLower: e.logLower, logUpper: Swift.min(0, e.logUpper))
        self.method = method
    }

    /// Whether the probability is certainly at most `gamma`, certainly above it, or neither can be said.
    public func compared(to gamma: Double) -> Outcome {
        if upper <= gamma { return .satisfied }
        if lower > gamma { return .violated }
        return .undecided
    }
}

/// What an enclosure says of an inequality.
public enum Outcome: String, Sendable, Hashable {
    /// The inequality certainly holds.
    case satisfied
    /// The inequality certainly fails.
    case violated
    /// The enclosures overlap at the highest precision tried.
    case undecided
}
