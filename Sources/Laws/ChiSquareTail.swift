// SPDX-License-Identifier: GPL-3.0-or-later

public import BallArithmetic
import Bounds

/// P(chi^2_d > x) = Q(a, y) and P(chi^2_d <= x) = P(a, y), a = d/2, y = x/2, enclosed by series of positive terms.
///
/// Above the mean, by parts: Q(a, y) = sum_{j >= 1} y^{a-j} e^{-y} / Gamma(a-j+1), down to e^{-y} (d even) or erfc(sqrt y)
/// (d odd; at most its own next term, since erfc(sqrt y) <= e^{-y} / sqrt(pi y)). The ratio of successive terms, (a-j)/y, falls
/// and is below 1, so that what is left after a term is between 0 and a geometric series.
/// Below the mean: P(a, y) = y^a e^{-y} / Gamma(a+1) sum_{n >= 0} y^n / ((a+1)...(a+n)), ratio y/(a+n+1), likewise.
/// Beyond d = 2^36 Chernoff's bound stands in for the sum, [0, bound].
/// Each tail on the other side of the mean is one minus its complement. A variable with d = 0 is 0.
public enum ChiSquareTail {
    public static func upper(_ d: Int, _ x: Ball) -> Ball {
        if d == 0 {
            if x.isCertainlyNegative { return .integer(1) }
            return x.isCertainlyNonnegative ? .integer(0) : .hull(.integer(0), .integer(1))
        }
        if x.isCertainlyNonpositive { return .integer(1) }
        return isAboveMean(d, x) ? above(d, x) : .integer(1) - below(d, x)
    }

    public static func lower(_ d: Int, _ x: Ball) -> Ball {
        if d == 0 { return .integer(1) - upper(0, x) }
        if x.isCertainlyNonpositive { return .integer(0) }
        return isAboveMean(d, x) ? .integer(1) - above(d, x) : below(d, x)
    }

    /// The largest d whose series is summed: it takes some 10 sqrt(d) terms near the mean.
    private static let largestSummed = 1 << 36

    private static func isAboveMean(_ d: Int, _ x: Ball) -> Bool { Ball.integer(d).isCertainlyLess(than: x) }

    /// log(y^a e^{-y} / Gamma(a + 1)), a = d/2.
    private static func logTerm(_ d: Int, _ y: Ball) -> Ball {
        let a = Ball.ratio(d, 2)
        return a * .log(y) - y - .logGamma(a + .integer(1))
    }

    private static func above(_ d: Int, _ x: Ball) -> Ball {
        if d > largestSummed { return chernoff(d, x) }
        let y = x / .integer(2)
        if d == 1 { return .erfc(.sqrt(y)) }
        let inverse = Ball.ratio(1, 2) / y
        var term = Ball.exp(logTerm(d - 2, y))
        var sum = term
        var rest = d - 2  // 2 (a - j): the next term has the ratio rest / (2y) to this one
        while rest > 1 {
            let ratio = .integer(rest) * inverse
            if term.isNegligible(beside: sum, ratio: ratio) { return sum + remainder(term, ratio) }
            term = term * ratio
            sum = sum + term
            rest -= 2
        }
        return rest == 1 ? sum + .erfc(.sqrt(y)) : sum
    }

    /// The tail beyond x, away from the mean: at most (x/d)^{d/2} e^{(d-x)/2}.
    private static func chernoff(_ d: Int, _ x: Ball) -> Ball {
        let exponent = .ratio(d, 2) * .log(x / .integer(d)) + (.integer(d) - x) / .integer(2)
        return .hull(.integer(0), .min(.integer(1), .exp(exponent)))
    }

    private static func below(_ d: Int, _ x: Ball) -> Ball {
        if d > largestSummed { return chernoff(d, x) }
        let y = x / .integer(2)
        var term = Ball.exp(logTerm(d, y))
        var sum = term
        var n = 0
        while true {
            let ratio = x / .integer(d + 2 * n + 2)
            if term.isNegligible(beside: sum, ratio: ratio) { return sum + remainder(term, ratio) }
            term = term * ratio
            sum = sum + term
            n += 1
        }
    }

    /// [0, term r / (1 - r)].
    private static func remainder(_ term: Ball, _ ratio: Ball) -> Ball {
        Ball.hull(.integer(0), term * ratio / (.integer(1) - ratio))
    }
}
