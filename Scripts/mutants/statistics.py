# SPDX-License-Identifier: GPL-3.0-or-later
# Faults in the statistics. What notices: SciPy's and mpmath's values (Tests/References/), exact sums over all outcomes and all paths.

S = "Sources/Statistics/"
SEQUENCE = "BetaBinomialSequenceTests|CoverageTests"

FAULTS = [
    (S + "ErrorBudget.swift", "var perSequence: Double { [[Self.part(of: perCell, among: 2)]] }", "perCell",
     "each of a cell's two sequences has the whole of its error", "ErrorBudgetTests"),
    (S + "ErrorBudget.swift", "> 0 ? [[quotient.nextDown]] : quotient", "quotient", "parts are not rounded down", "ErrorBudgetTests"),
    (S + "BinomialLimits.swift", "self.tail = sides == .both ? [[alpha / 2]] : alpha", "alpha", "two limits of alpha each, not alpha/2",
     "BinomialLimitsTests"),
    (S + "BinomialLimits.swift", ".atMost([[successes]]).certainUpper <= tail", "successes - 1",
     "the upper limit from P(S < s) for P(S <= s)", "BinomialLimitsTests"),
    (S + "BinomialTail.swift", "Approximation(value: 1, error: 0) - lowerSeries([[k - 1]])", "k", "P(S >= k) = 1 - P(S <= k)",
     "BinomialLimitsTests|OrderStatisticQuantileTests"),
    (S + "OrderStatisticQuantile.swift", "{ law.atMost([[$0 - 1]]).certainUpper > alpha / 2 }", "$0",
     "the lower rank from P(S <= k) for P(S <= k - 1)", "OrderStatisticQuantileTests"),
    (S + "OrderStatisticQuantile.swift", "law.atLeast($0).certainUpper <= [[alpha / 2]]", "alpha", "the upper rank from alpha, not alpha/2",
     "OrderStatisticQuantileTests"),
    (S + "OrderStatisticQuantile.swift", "{ [[Double($0) / Double(count) >= probability]] }", "Double($0) / Double(count) > probability",
     "the estimate's rank k with k/n > p for k/n >= p", "OrderStatisticQuantileTests"),
    (S + "BetaBinomialSequence.swift", "let level = [[-Double.log(alpha)]]", "-Double.log(2 * alpha)",
     "the sequence's threshold is 1/(2 alpha)", SEQUENCE),
    (S + "BetaBinomialSequence.swift", "guard [[successes > 1]], isOutside", "successes > 2", "no lower limit after two successes",
     SEQUENCE),
    (S + "BetaBinomialMixture.swift", "(kappa * p + successes, kappa * q + failures, [[kappa + trials]])", "kappa + trials + 1",
     "the mixture of one trial more", SEQUENCE),
    (S + "BetaBinomialTuning.swift", "let allowed = [[(1 + slack)]] * Double(fewest)", "1 + 4 * slack",
     "the tuned sequence may take four times the slack", "TuningTests|CoverageTests"),
    (S + "BinomialPlausibility.swift", "Swift.min(1, [[2]] * Swift.min(above, below))", "1", "the smaller tail is not doubled",
     "LawAgreementTests"),
    (S + "KolmogorovSmirnov.swift", "max(distance, Double([[index + 1]]) / n", "index", "(i - 1)/n - F for i/n - F",
     "KolmogorovSmirnovTests"),
    (S + "MeanInterval.swift", "/ [[(n - 1)]]\n", "n", "the variance divided by n", "ExperimentsTests.*FindingTests"),
    (S + "MeanInterval.swift", "studentQuantile([[0.5 + confidence / 2]], ", "confidence", "Student's quantile of one side",
     "ExperimentsTests.*FindingTests"),
]
