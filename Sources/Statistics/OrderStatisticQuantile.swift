// SPDX-License-Identifier: GPL-3.0-or-later

import Support

/// Distribution-free limits of the p-quantile `x_p = inf { x : F(x) >= p }` from n independent values, by order statistics:
///
///     l = max { k : P(S <= k - 1) <= alpha/2 },   u = min { k : P(S >= k) <= alpha/2 },   S ~ Binomial(n, p),
///
/// and P( X_(l) <= x_p <= X_(u) ) >= 1 - alpha for every law F. For X_(l) > x_p means that fewer than l values are at most x_p,
/// whose number is Binomial(n, F(x_p)), F(x_p) >= p; and X_(u) < x_p that at least u values are below x_p, whose number is
/// Binomial(n, F(x_p-)), F(x_p-) <= p. Ties and atoms only raise the coverage. Where n is too small for a rank, that side is
/// infinite.
public struct OrderStatisticQuantile: Sendable {
    /// The level p of the quantile.
    public let probability: Double
    /// The error probability of the two limits together.
    public let alpha: Double

    /// A quantile's estimate, `lower <= value <= upper`.
    public struct Estimate: Sendable, Equatable {
        /// The inverse of the empirical distribution function at p: the smallest value with at least n p values up to it.
        public let value: Double
        /// `-inf` where n is too small.
        public let lower: Double
        /// `inf` where n is too small.
        public let upper: Double
    }

    /// The ranks, from 1, of the order statistics that are the limits; nil where n is too small.
    public struct Ranks: Sendable, Equatable {
        /// l; the lower limit is the l-th smallest value.
        public let lower: Int?
        /// u; the upper limit is the u-th smallest value.
        public let upper: Int?
    }

    /// - Parameters:
    ///   - probability: in (0, 1).
    ///   - alpha: in (0, 1).
    /// - Throws: `StatisticsError.outOfRange`.
    public init(probability: Double, alpha: Double) throws(StatisticsError) {
        try StatisticsError.requireProbability(probability, "probability")
        try StatisticsError.requireProbability(alpha, "alpha")
        self.probability = probability
        self.alpha = alpha
    }

    /// The ranks for `count` values.
    /// - Precondition: `count >= 0`.
    public func ranks(count: Int) -> Ranks {
        let law = BinomialTail(trials: count, p: probability)
        // P(S <= k - 1) rises with k, from 0 at k = 0: the number of k >= 1 that satisfy it is the largest of them.
        let lower = Bisection.firstInteger(after: 0, upTo: count + 1) { law.atMost($0 - 1).certainUpper > alpha / 2 } - 1
        // P(S >= k) falls with k, to 0 at k = count + 1.
        let upper = Bisection.firstInteger(after: -1, upTo: count + 1) { law.atLeast($0).certainUpper <= alpha / 2 }
        return Ranks(lower: lower >= 1 ? lower : nil, upper: upper <= count ? upper : nil)
    }

    /// The rank, from 1, of the point estimate: the smallest k with `k / count >= probability`, both sides as doubles.
    /// - Precondition: `count >= 1`.
    public func rank(count: Int) -> Int {
        precondition(count >= 1, "a quantile needs a value")
        return Bisection.firstInteger(after: 0, upTo: count) { Double($0) / Double(count) >= probability }
    }

    /// The estimate from `values`, in any order, infinities allowed.
    /// - Throws: `StatisticsError.tooFew` where there is no value, `.notANumber` at a nan.
    public func estimate(_ values: [Double]) throws(StatisticsError) -> Estimate {
        try StatisticsError.requireNumbers(values, "values")
        let sorted = values.sorted()
        let ranks = ranks(count: sorted.count)
        return Estimate(
            value: sorted[rank(count: sorted.count) - 1],
            lower: ranks.lower.map { sorted[$0 - 1] } ?? -.infinity,
            upper: ranks.upper.map { sorted[$0 - 1] } ?? .infinity)
    }
}
