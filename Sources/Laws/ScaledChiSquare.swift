// SPDX-License-Identifier: GPL-3.0-or-later

public import BallArithmetic
import Bounds

/// P( (N/m) chi^2_k < x ), N ~ Bin(m, 1/2): the lower tail of ||P grad f(x; W0)||^2 (k = d-1) and ||grad f(x; W0)||^2 (k = d).
///
/// h(n) = P(chi^2_k < x m / n), h(0) = 1, falls in n. Summed term by term where m is small; else over blocks of n, on each of
/// which h lies between its values at the ends: an enclosure within a factor of a few, which decides all but near ties.
public enum ScaledChiSquare {
    /// The largest m summed term by term.
    public static let largestExact = 256
    private static let blocks = 128

    public static func lowerTail(width m: Int, degrees k: Int, below x: Ball) -> Ball {
        if !x.isCertainlyPositive { return x.isCertainlyNonpositive ? .integer(0) : .hull(.integer(0), .integer(1)) }
        if k == 0 { return .integer(1) }
        return m <= largestExact ? termByTerm(m, k, x) : inBlocks(m, k, x)
    }

    private static func tail(_ m: Int, _ k: Int, _ x: Ball, _ n: Int) -> Ball {
        n == 0 ? .integer(1) : ChiSquareTail.lower(k, x * .ratio(m, n))
    }

    private static func termByTerm(_ m: Int, _ k: Int, _ x: Ball) -> Ball {
        var mass = Ball.exp(-(.integer(m) * .log(.integer(2))))
        var sum = mass
        for n in 1...m {
            mass = mass * .ratio(m - n + 1, n)
            sum = sum + mass * tail(m, k, x, n)
        }
        return sum
    }

    /// Blocks of equal length cover m/2 - 40 sigma on, sigma = sqrt(m)/2; what lies below counts with h <= 1 and the mass of
    /// its tail, what lies above is the last block.
    private static func inBlocks(_ m: Int, _ k: Int, _ x: Ball) -> Ball {
        let reach = Int(40 * (Double(m).squareRoot() / 2))
        let first = Swift.max(0, m / 2 - reach)
        let length = Swift.max(1, 2 * reach / blocks)
        var edge = first
        var level = tail(m, k, x, edge)
        var sum = Ball.hull(.integer(0), atMost(m, first - 1))
        while edge <= m {
            let next = edge + length > m / 2 + reach ? m + 1 : edge + length
            let nextLevel = tail(m, k, x, Swift.min(next, m))
            sum = sum + mass(m, edge, next) * .hull(level, nextLevel)
            (edge, level) = (next, nextLevel)
        }
        return sum
    }

    /// P(edge <= N < next), a difference of the tails on the nearer side of m/2.
    private static func mass(_ m: Int, _ edge: Int, _ next: Int) -> Ball {
        let difference = next <= m / 2 ? atMost(m, next - 1) - atMost(m, edge - 1) : atMost(m, m - edge) - atMost(m, m - next)
        return .max(.integer(0), difference)
    }

    /// P(N <= k), and so P(N >= m - k).
    private static func atMost(_ m: Int, _ k: Int) -> Ball {
        CertifiedBinomialTail.lower(trials: m, atMost: k, p: .ratio(1, 2), q: .ratio(1, 2))
    }
}
