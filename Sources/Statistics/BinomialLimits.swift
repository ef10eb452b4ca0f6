// SPDX-License-Identifier: GPL-3.0-or-later

/// Clopper-Pearson limits of p after s successes among n trials, n fixed in advance:
///
///     lower = sup { p : P(S >= s) <= tail },   upper = inf { p : P(S <= s) <= tail },   S ~ Binomial(n, p),
///
/// with tail = alpha/2 for both limits and alpha for one. The coverage is at least 1 - alpha for every p and n, provided that n
/// does not depend on the data; a run that may stop early needs `BetaBinomialSequence`. Equal to the beta quantiles
/// B(alpha/2; s, n - s + 1) and B(1 - alpha/2; s + 1, n - s); found by bisection on binomial tails and rounded outward.
///
/// Source: Clopper, Pearson (1934), doi:10.1093/biomet/26.4.404.
public struct BinomialLimits: Sendable {
    /// Which limits share the error probability.
    public enum Sides: Sendable, Equatable {
        case both
        /// The lower limit alone; the upper one is 1.
        case lower
        /// The upper limit alone; the lower one is 0.
        case upper
    }

    /// The error probability at one fixed n.
    public let alpha: Double
    /// Which limits share it.
    public let sides: Sides
    private let tail: Double

    /// - Parameters:
    ///   - alpha: in (0, 1).
    ///   - sides: which of the limits are wanted; one alone is closer.
    /// - Throws: `StatisticsError.outOfRange`.
    public init(alpha: Double, sides: Sides = .both) throws(StatisticsError) {
        try StatisticsError.requireProbability(alpha, "alpha")
        self.alpha = alpha
        self.sides = sides
        self.tail = sides == .both ? alpha / 2 : alpha
    }

    /// The limits; `[0, 1]` at no trials. The lower limit is 0 at no successes, the upper limit 1 at no failures.
    /// - Precondition: `0 <= successes <= trials < 2^53`.
    public func limits(successes: Int, trials: Int) -> Limits {
        precondition(successes >= 0 && successes <= trials, "successes lie between 0 and trials")
        precondition(trials < 1 << 53, "trials must be exact in a double")
        guard trials > 0 else { return .unknown }
        return Limits(
            lower: sides == .upper ? 0 : lowerLimit(successes, trials),
            upper: sides == .lower ? 1 : upperLimit(successes, trials))
    }

    private func lowerLimit(_ successes: Int, _ trials: Int) -> Double {
        guard successes > 0 else { return 0 }
        let outside = BetaBinomialMixture.smallest
        func isOutside(_ p: Double) -> Bool {
            BinomialTail(trials: trials, p: p).atLeast(successes).certainUpper <= tail
        }
        guard isOutside(outside) else { return 0 }
        return outerNeighbour(inside: Double(successes) / Double(trials), outside: outside, isOutside: isOutside)
    }

    private func upperLimit(_ successes: Int, _ trials: Int) -> Double {
        func isOutside(_ p: Double) -> Bool {
            BinomialTail(trials: trials, p: p).atMost(successes).certainUpper <= tail
        }
        // Below 1/2 the limit itself is the finer one; above, the failures' lower limit.
        guard 2 * successes < trials, isOutside(0.5) else {
            return complementRoundedUp(lowerLimit(trials - successes, trials))
        }
        let inside = max(Double(successes) / Double(trials), BetaBinomialMixture.smallest)
        return outerNeighbour(inside: inside, outside: 0.5, isOutside: isOutside)
    }
}
