// SPDX-License-Identifier: GPL-3.0-or-later

/// How well a count agrees with a binomial law whose parameter is known.
public enum BinomialPlausibility {
    /// An upper bound of the probability that S ~ Binomial(n, p) lies as far out as the count on its side, doubled, for the p of the
    /// interval that suits the count best; the count itself is known to lie in [k, l]:
    ///
    ///     2 min( max_p P(S >= k), max_p P(S <= l) ) = 2 min( P(S >= k) at the upper end, P(S <= l) at the lower end ),
    ///
    /// since P(S >= k) rises with p. At most 1; 0 where no p of the interval can give such a count. The tails are exact sums from their
    /// thin ends by way of the logarithm of a mass (`BinomialTail`), so that nothing cancels however small they are.
    ///
    /// - Precondition: 0 <= k <= l <= trials, and the interval of p lies in [0, 1].
    public static func twoSided(successes: ClosedRange<Int>, trials n: Int, probability: ClosedRange<Double>) -> Double {
        let (k, l) = (successes.lowerBound, successes.upperBound)
        precondition(k >= 0 && l <= n, "successes lie between 0 and trials")
        precondition(probability.lowerBound >= 0 && probability.upperBound <= 1, "a probability lies in [0, 1]")
        // What rounding leaves of an impossible event is not evidence that it is possible.
        if k > 0 && probability.upperBound == 0 || l < n && probability.lowerBound == 1 { return 0 }
        // Below the smallest p that tails are computed for, the ends give way outward: the bounds stay bounds.
        let (low, high) = (probability.lowerBound, Swift.max(probability.upperBound, BetaBinomialMixture.smallest))
        let above = BinomialTail(trials: n, p: high).atLeast(k).certainUpper
        let below = BinomialTail(trials: n, p: low < BetaBinomialMixture.smallest ? 0 : low).atMost(l).certainUpper
        return Swift.min(1, 2 * Swift.min(above, below))
    }
}
