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

    public init(lower: Double, upper: Double, logLower: Double, logUpper: Double) {
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

/// What an enclosure says of an inequality.
public enum Outcome: String, Sendable, Hashable {
    /// The inequality certainly holds.
    case satisfied
    /// The inequality certainly fails.
    case violated
    /// The enclosures overlap at the highest precision tried.
    case undecided
}
