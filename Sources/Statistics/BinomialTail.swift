// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// Tails of S ~ Binomial(n, p), by the mass at the end of the tail and the series of ratios beside it:
///
///     P(S <= k) = P(S = k) (1 + r_k + r_k r_{k-1} + ...),   r_j = j q / ((n - j + 1) p),
///     log P(S = k) = -n KL(k/n || p) + delta(n) - delta(k) - delta(n - k) + (1/2) log( n / (2 pi k (n - k)) ),
///
/// summed on the thin side of the mean, where the ratios are below 1, and complemented on the thick one. Nothing cancels in a thin
/// tail, so its relative error is small however thin it is (until it underflows to 0).
struct BinomialTail {
    let trials: Int
    let p: Double

    private var q: Double { 1 - p }

    /// - Precondition: `trials >= 0`, `0 <= p <= 1`.
    init(trials: Int, p: Double) {
        precondition(trials >= 0 && p >= 0 && p <= 1, "a binomial law needs trials >= 0 and p in [0, 1]")
        self.trials = trials
        self.p = p
    }

    /// `log P(S = k)`, `0 <= k <= trials`; -inf where the probability is 0.
    func logMass(_ k: Int) -> Approximation {
        let (n, s) = (Double(trials), Double(k))
        if k == 0 { return exact(trials == 0 ? 0 : n * Double.log(onePlus: -p)) }
        if k == trials { return exact(n * Double.log(p)) }
        if p == 0 || p == 1 { return Approximation(value: -.infinity, error: 0) }
        let f = n - s
        let deviation = p <= 0.5 ? s.addingProduct(-n, p) : -f.addingProduct(-n, q)
        let divergence = scaledDivergence(total: n, p: p, q: q, deviation: deviation)
        let remainders = stirlingRemainder(n) - stirlingRemainder(s) - stirlingRemainder(f)
        return remainders + exact(0.5 * Double.log(n / (2 * .pi * s * f))) - divergence
    }

    /// `P(S <= k)`; 0 for k < 0, 1 for k >= trials.
    func atMost(_ k: Int) -> Approximation {
        if k < 0 { return Approximation(value: 0, error: 0) }
        if k >= trials { return Approximation(value: 1, error: 0) }
        return Double(k) < Double(trials) * p ? lowerSeries(k) : Approximation(value: 1, error: 0) - upperSeries(k + 1)
    }

    /// `P(S >= k)`; 1 for k <= 0, 0 for k > trials.
    func atLeast(_ k: Int) -> Approximation {
        if k <= 0 { return Approximation(value: 1, error: 0) }
        if k > trials { return Approximation(value: 0, error: 0) }
        return Double(k) > Double(trials) * p ? upperSeries(k) : Approximation(value: 1, error: 0) - lowerSeries(k - 1)
    }

    private func lowerSeries(_ k: Int) -> Approximation {
        let odds = q / p
        return series(from: k, steps: k) { j in
            Double(j) / Double(trials - j + 1) * odds
        } next: {
            $0 - 1
        }
    }

    private func upperSeries(_ k: Int) -> Approximation {
        let odds = p / q
        return series(from: k, steps: trials - k) { j in
            Double(trials - j) / Double(j + 1) * odds
        } next: {
            $0 + 1
        }
    }

    /// `P(S = start)` times one plus the running products of `ratio`, which fall below 1 from the start on (or soon after it).
    private func series(from start: Int, steps: Int, ratio: (Int) -> Double, next: (Int) -> Int) -> Approximation {
        var (sum, term, index) = (1.0, 1.0, start)
        var taken = 0
        while taken < steps {
            let factor = ratio(index)
            term *= factor
            sum += term
            taken += 1
            index = next(index)
            // What is left is below term * factor / (1 - factor), a geometric series, since the ratios fall.
            if factor < 1, term * factor <= 0.1 * .ulpOfOne * sum * (1 - factor) { break }
        }
        let logarithm = logMass(start)
        let value = Double.exp(logarithm.value) * sum
        // Each term carries up to 8 roundings a step; late terms weigh little, so the count of steps is generous.
        let relative = logarithm.error + 8 * .ulpOfOne * Double(taken + 2)
        return Approximation(value: value, error: value * relative + .leastNormalMagnitude)
    }

    private func exact(_ value: Double) -> Approximation {
        Approximation(value: value, error: value.isFinite ? 4 * .ulpOfOne * abs(value) : 0)
    }
}
