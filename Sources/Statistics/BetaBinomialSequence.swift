// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// An anytime-valid confidence sequence for the mean of a Bernoulli: P( exists n : p outside limits(S_n, n) ) <= alpha.
///
/// The limits are `{ p : M(p) < 1/alpha }`, M the two-sided beta-binomial mixture (see `BetaBinomialMixture`) of concentration
///
///     kappa = max( tOpt / (2 l + log(1 + 2 l)) - 1, 1/1000 ),  l = log(1/alphaOpt),
///
/// whose boundary is narrowest near `tOpt` trials. They hold whenever and for whatever reason a run stops. Their running
/// intersection is valid too: one event of probability <= alpha covers all n at once.
///
/// Limits are rounded outward: a value is excluded only where `log M` less a bound of its rounding error reaches `log(1/alpha)`.
///
/// Source: Howard, Ramdas, McAuliffe, Sekhon (2021), doi:10.1214/20-AOS1991, and its package confseq,
/// `bernoulli_confidence_interval`, whose numbers these are.
public struct BetaBinomialSequence: Sendable {
    /// The error probability over all n together.
    public let alpha: Double
    /// The number of trials for which the sequence is tuned.
    public let tOpt: Double
    /// The level for which `tOpt` is the optimum.
    public let alphaOpt: Double

    let mixture: BetaBinomialMixture
    private let threshold: Double

    /// - Parameters:
    ///   - alpha: in (0, 1).
    ///   - tOpt: finite, > 0; need not be an integer.
    ///   - alphaOpt: in (0, 1).
    /// - Throws: `StatisticsError.outOfRange`.
    public init(alpha: Double, tOpt: Double, alphaOpt: Double = 0.05) throws(StatisticsError) {
        try StatisticsError.requireProbability(alpha, "alpha")
        try StatisticsError.requireProbability(alphaOpt, "alphaOpt")
        guard tOpt > 0, tOpt.isFinite else {
            throw .outOfRange(argument: "tOpt", value: tOpt, range: "(0, inf)")
        }
        self.alpha = alpha
        self.tOpt = tOpt
        self.alphaOpt = alphaOpt
        self.mixture = BetaBinomialMixture(concentration: max(tOpt / Self.trialsPerUnit(alphaOpt) - 1, 1e-3))
        let level = -Double.log(alpha)
        self.threshold = level + 4 * level.ulp
    }

    /// `2 l + log(1 + 2 l)`, `l = log(1/alphaOpt)`: trials per unit of `kappa + 1`.
    static func trialsPerUnit(_ alphaOpt: Double) -> Double {
        let level = -2 * Double.log(alphaOpt)
        return level + Double.log(onePlus: level)
    }

    /// The limits after `successes` among `trials`, as `[0, 1]` where nothing is excluded (in particular at no trials).
    ///
    /// The lower limit is 0 where `successes <= 1`, the upper limit 1 where `trials - successes <= 1`: M stays bounded there.
    /// About 60 evaluations of `log M` a limit; use `position(of:successes:trials:)` to test a single value.
    /// - Precondition: `0 <= successes <= trials < 2^53`.
    public func limits(successes: Int, trials: Int) -> Limits {
        Self.require(successes, trials)
        let failures = trials - successes
        return Limits(
            lower: lowerLimit(successes: Double(successes), failures: Double(failures)),
            upper: upperLimit(successes: Double(successes), failures: Double(failures)))
    }

    /// Where a probability stands to the limits.
    public enum Position: Sendable, Equatable {
        /// Excluded, and smaller than every value inside.
        case below
        case inside
        /// Excluded, and larger than every value inside.
        case above
    }

    /// Where `p` stands to the limits after `successes` among `trials`; one evaluation of `log M`.
    ///
    /// Agrees with `limits` but for values within the rounding of a limit, where either answer is valid.
    /// - Precondition: `0 <= p <= 1`, `0 <= successes <= trials < 2^53`.
    public func position(of p: Double, successes: Int, trials: Int) -> Position {
        Self.require(successes, trials)
        precondition(p >= 0 && p <= 1, "a probability lies in [0, 1]")
        let (s, f) = (Double(successes), Double(trials - successes))
        guard isOutside(p: p, q: 1 - p, successes: s, failures: f) else { return .inside }
        // S/n is never excluded (fact 2 of the mixture), so an excluded p lies clearly on one side of it.
        return p < s / (s + f) ? .below : .above
    }

    /// Whether `p` is excluded after `successes` among `trials`.
    /// - Precondition: `0 <= p <= 1`, `0 <= successes <= trials < 2^53`.
    public func excludes(_ p: Double, successes: Int, trials: Int) -> Bool {
        position(of: p, successes: successes, trials: trials) != .inside
    }

    /// `log M(p)` after `successes` among `trials`: a test martingale's logarithm, its rounding error below 1e-12 (10 + |log M|).
    ///
    /// At p = 0 or 1 the limit of log M from inside (0, 1), which is infinite where two or more observations contradict p.
    /// - Precondition: `0 <= p <= 1`, `0 <= successes <= trials < 2^53`.
    public func logMixture(_ p: Double, successes: Int, trials: Int) -> Double {
        Self.require(successes, trials)
        precondition(p >= 0 && p <= 1, "a probability lies in [0, 1]")
        if p == 0 && successes == 0 || p == 1 && trials == successes { return 0 }
        if p == 0 && successes >= 2 || p == 1 && trials - successes >= 2 { return .infinity }
        return mixture.logValue(p: p, q: 1 - p, successes: Double(successes), failures: Double(trials - successes)).value
    }

    /// `logMixture` with the bound of its rounding error that keeps the limits outward.
    package func logMixtureEnclosure(_ p: Double, successes: Int, trials: Int) -> (value: Double, error: Double) {
        Self.require(successes, trials)
        let result = mixture.logValue(p: p, q: 1 - p, successes: Double(successes), failures: Double(trials - successes))
        return (result.value, result.error)
    }

    private static func require(_ successes: Int, _ trials: Int) {
        precondition(successes >= 0 && successes <= trials, "successes lie between 0 and trials")
        precondition(trials < 1 << 53, "trials must be exact in a double")
    }

    private func isOutside(p: Double, q: Double, successes: Double, failures: Double) -> Bool {
        mixture.logValue(p: p, q: q, successes: successes, failures: failures).certainLower >= threshold
    }

    /// The largest double known to be excluded from below, 0 where there is none.
    private func lowerLimit(successes: Double, failures: Double) -> Double {
        // M stays bounded by 1 as p -> 0 after 0 or 1 success: nothing is excluded.
        guard successes > 1, isOutside(p: BetaBinomialMixture.smallest, q: 1, successes: successes, failures: failures)
        else { return 0 }
        return outerNeighbour(inside: successes / (successes + failures), outside: BetaBinomialMixture.smallest) { p in
            isOutside(p: p, q: 1 - p, successes: successes, failures: failures)
        }
    }

    /// The smallest double known to be excluded from above, 1 where there is none.
    private func upperLimit(successes: Double, failures: Double) -> Double {
        // Above 1/2 the failures' limit is the finer one; below, the limit itself, or a tiny one would be rounded to 2^-53.
        guard successes < failures, isOutside(p: 0.5, q: 0.5, successes: successes, failures: failures) else {
            return complementRoundedUp(lowerLimit(successes: failures, failures: successes))
        }
        let inside = max(successes / (successes + failures), BetaBinomialMixture.smallest)
        return outerNeighbour(inside: inside, outside: 0.5) { p in
            isOutside(p: p, q: 1 - p, successes: successes, failures: failures)
        }
    }
}
