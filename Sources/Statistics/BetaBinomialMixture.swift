// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// The likelihood ratio of a beta mixture against a Bernoulli(p), `q = 1 - p`, after S successes and F failures, n = S + F:
///
///     M(p) = B(kappa p + S, kappa q + F) / ( B(kappa p, kappa q) p^S q^F ).
///
/// The mixing law Beta(kappa p, kappa q) has mean p. Under p, M is a martingale of expectation 1, so P(some M >= 1/alpha) <= alpha
/// (Ville). Three facts carry the code.
///
/// 1. log M = sum_{i<S} log(kappa + i/p) + sum_{j<F} log(kappa + j/q) - log (kappa)_n, and each term is convex in p, so
///    { p : M(p) < 1/alpha } is an interval.
/// 2. M(S/n) <= 1: a mixture of likelihoods is at most their maximum. So that interval contains S/n.
/// 3. Where S = 0, each factor (kappa q + j)/(q (kappa + j)) is at least 1, rises with p and falls with kappa.
///
/// With a = kappa p + S, b = kappa q + F, c = kappa + n, and Stirling's remainder delta, everything large cancels by hand:
///
///     log M = c KL(a/c || p) + (1/2) log( kappa p q c / (a b) ) + delta(a) + delta(b) - delta(c)
///             - delta(kappa p) - delta(kappa q) + delta(kappa).
///
/// and a - c p = S - n p, which one fused multiply-add gives.
struct BetaBinomialMixture: Sendable {
    /// kappa > 0.
    let concentration: Double

    /// Probabilities below this are taken as this: it can only lower M where p < S/n (M falls there), and M is 1 to rounding
    /// where S = 0.
    static let smallest = 1e-300

    /// `log M(p)` with a bound of its error. `p` and `q` are `1 - q` and `1 - p`, the smaller one exact and the other rounded.
    func logValue(p: Double, q: Double, successes: Double, failures: Double) -> Approximation {
        let trials = successes + failures
        guard trials > 0 else { return Approximation(value: 0, error: 0) }
        let (p, q) = (max(p, Self.smallest), max(q, Self.smallest))
        let kappa = concentration
        let (a, b, c) = (kappa * p + successes, kappa * q + failures, kappa + trials)
        let (u, w) = (kappa * p, kappa * q)

        // The deviation from the side whose probability is exact.
        let deviation =
            p <= q
            ? successes.addingProduct(-trials, p)
            : -failures.addingProduct(-trials, q)
        let divergence = scaledDivergence(total: c, p: p, q: q, deviation: deviation)
        // (u/a)(w/b)(c/kappa), by logarithms: the quotient itself underflows near p = 0.
        let ratio = 0.5 * (logQuotient(u, a) + logQuotient(w, b) + logQuotient(c, kappa))
        let remainders =
            stirlingRemainder(a) + stirlingRemainder(b) - stirlingRemainder(c)
            - stirlingRemainder(u) - stirlingRemainder(w) + stirlingRemainder(kappa)
        return divergence + ratio + remainders
    }

    private func logQuotient(_ numerator: Double, _ denominator: Double) -> Approximation {
        let (top, bottom) = (Double.log(numerator), Double.log(denominator))
        return Approximation(value: top - bottom, error: 8 * .ulpOfOne * (1 + abs(top) + abs(bottom)))
    }
}
