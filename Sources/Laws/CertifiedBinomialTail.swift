// SPDX-License-Identifier: GPL-3.0-or-later

public import BallArithmetic
import Bounds

/// P(Bin(m, p) >= k) = I_p(k, m - k + 1), enclosed, for m up to 10^15 and tails of any size.
///
/// Above the mean the regularized incomplete beta function is evaluated by its continued fraction (DLMF 8.17.22)
///
///     I_p(a, b) = C(m, k) p^a (1-p)^b / t_0,   t_j = 1 + d_{j+1} / t_{j+1},
///     d_{2i} = i (b-i) p / ((a+2i-1)(a+2i)),   d_{2i+1} = -(a+i)(a+b+i) p / ((a+2i)(a+2i+1)),
///
/// which terminates (d_{2b} = 0). Its tails are bracketed: if (a+b) p < a+1 then d_{2i+1} is in (-1, 0) for every i >= 0,
/// since (a+i)/(a+2i) and (a+b+i)/(a+2i+1) fall in i. Going down from the end, t_odd >= 1 because d_even >= 0, and hence
/// 1 + d_{2i+1} <= t_{2i} <= 1. Starting a backward evaluation with that interval for t_{2n} encloses the value for any n;
/// n is doubled until the enclosure is as narrow as the precision. Below the mean the complement is used.
public enum CertifiedBinomialTail {
    /// P(Bin(m, p) >= k); `q` is 1 - p, given apart so that neither loses digits.
    public static func upper(trials m: Int, atLeast k: Int, p: Ball, q: Ball) -> Ball {
        if k <= 0 { return .integer(1) }
        if k > m || p.isZero { return .integer(0) }
        if q.isZero { return .integer(1) }
        if isAboveMean(m, k, p) { return above(m, k, p, q) }
        // P(Bin(m, p) >= k) = 1 - P(Bin(m, q) >= m - k + 1)
        let other = m - k + 1
        guard isAboveMean(m, other, q) else { return Ball.hull(.integer(0), .integer(1)) }
        return .integer(1) - above(m, other, q, p)
    }

    /// P(Bin(m, p) <= k).
    public static func lower(trials m: Int, atMost k: Int, p: Ball, q: Ball) -> Ball { upper(trials: m, atLeast: m - k, p: q, q: p) }

    /// P(Bin(m, p) > b) for a real bound b: the smallest count above b is floor(b) + 1. Where the ball of b does not decide
    /// its floor, both ends are enclosed.
    public static func exceeding(_ b: Ball, trials m: Int, p: Ball, q: Ball) -> Ball {
        between(.floor(b) + .integer(1), m, p, q)
    }

    /// P(Bin(m, p) >= b) for a real b: the smallest count is ceil(b).
    public static func reaching(_ b: Ball, trials m: Int, p: Ball, q: Ball) -> Ball { between(.ceil(b), m, p, q) }

    /// P(Bin(m, p) >= k) for the integers k of a ball.
    private static func between(_ k: Ball, _ m: Int, _ p: Ball, _ q: Ball) -> Ball {
        let first = count(k.lower, m)
        let last = count(k.upper, m)
        let low = upper(trials: m, atLeast: last, p: p, q: q)
        return first == last ? low : Ball.hull(low, upper(trials: m, atLeast: first, p: p, q: q))
    }

    /// An integral double as a count, clipped to 0...limit+1: below 2^53 the ends of an exact ball are exact.
    private static func count(_ k: Double, _ limit: Int) -> Int {
        if !(k > 0) { return 0 }
        return k > Double(limit) ? limit + 1 : Int(k)
    }

    /// (m + 1) p < k + 1, certainly.
    private static func isAboveMean(_ m: Int, _ k: Int, _ p: Ball) -> Bool {
        (Ball.integer(m + 1) * p).isCertainlyLess(than: .integer(k + 1))
    }

    private static func above(_ m: Int, _ k: Int, _ p: Ball, _ q: Ball) -> Ball {
        let logMass = logChoose(m, k) + .integer(k) * .log(p) + .integer(m - k + 1) * .log(q)
        let mass = Ball.exp(logMass)
        var n = 8
        var best = fraction(m, k, p, depth: n)
        while n < m - k + 1, n < deepest {
            n *= 2
            let next = fraction(m, k, p, depth: n)
            // No bit gained: what is left is rounding.
            if best.accuracyBits > 8, next.accuracyBits <= best.accuracyBits { break }
            best = next
        }
        return mass / best
    }

    /// The deepest evaluation tried, about a second: beyond, the enclosure stays as wide as it is.
    private static let deepest = 1 << 18

    /// t_0, from t_{2n} (or from the end of the fraction, where that comes first).
    private static func fraction(_ m: Int, _ k: Int, _ p: Ball, depth: Int) -> Ball {
        let b = m - k + 1
        let n = Swift.min(depth, b - 1)
        let one = Ball.integer(1)
        // d_{2b} = 0 makes t_{2b-1} = 1 and so t_{2b-2} = 1 + d_{2b-1}.
        var t = n == b - 1 ? one + oddCoefficient(m, k, n, p) : Ball.hull(one + oddCoefficient(m, k, n, p), one)
        var i = n
        while i >= 1 {
            t = one + evenCoefficient(b, k, i, p) / t
            t = one + oddCoefficient(m, k, i - 1, p) / t
            i -= 1
        }
        return t
    }

    /// d_{2i} = i (b-i) p / ((k+2i-1)(k+2i)).
    private static func evenCoefficient(_ b: Int, _ k: Int, _ i: Int, _ p: Ball) -> Ball {
        (.ratio(i, k + 2 * i - 1) * .ratio(b - i, k + 2 * i)) * p
    }

    /// d_{2i+1} = -(k+i)(m+1+i) p / ((k+2i)(k+2i+1)).
    private static func oddCoefficient(_ m: Int, _ k: Int, _ i: Int, _ p: Ball) -> Ball {
        -(.ratio(k + i, k + 2 * i) * .ratio(m + 1 + i, k + 2 * i + 1) * p)
    }

    /// log C(m, k).
    public static func logChoose(_ m: Int, _ k: Int) -> Ball {
        .logGamma(.integer(m + 1)) - .logGamma(.integer(k + 1)) - .logGamma(.integer(m - k + 1))
    }
}
