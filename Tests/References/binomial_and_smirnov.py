# SPDX-License-Identifier: GPL-3.0-or-later
"""Reference values by SciPy: Clopper-Pearson limits (beta quantiles), ranks of order statistics (binomial quantiles) and
Kolmogorov-Smirnov statistics; and Clopper-Pearson limits by mpmath, 40 digits, to test the direction of rounding. Prints the rows of Tests/StatisticsTests/ScipyReference.swift."""
import numpy as np
from mpmath import mp, mpf, binomial
from scipy import stats

mp.dps = 40

print("let clopperPearsonRows: [(successes: Int, trials: Int, alpha: Double, lower: Double, upper: Double)] = [")
for s, n, alpha in [(0, 1, .05), (1, 1, .05), (0, 50, .05), (50, 50, .05), (7, 20, .05), (7, 20, 1e-9), (1, 1000, 1e-3), (999, 1000, 1e-3),
                    (500, 1000, 1e-6), (3, 1000000, 1e-6), (999997, 1000000, 1e-6), (50000, 1000000, 1e-3), (123456, 1000000, .9),
                    (0, 100000000, 1e-12), (25, 100, .5)]:
    lower = 0.0 if s == 0 else float(stats.beta.ppf(alpha / 2, s, n - s + 1))
    upper = 1.0 if s == n else float(stats.beta.isf(alpha / 2, s + 1, n - s))
    print(f"    ({s}, {n}, {alpha}, {lower!r}, {upper!r}),")
print("]\n")

print("let rankRows: [(probability: Double, alpha: Double, count: Int, lower: Int?, upper: Int?)] = [")
for p, alpha, n in [(.5, .05, 5), (.5, .05, 6), (.5, .05, 100), (.95, .05, 50), (.95, .05, 72), (.95, .05, 73), (.95, 1e-3, 1000), (.05, 1e-3, 1000),
                    (.99, 1e-6, 100000), (.3, .01, 1), (.3, .2, 17), (.999, .05, 3000)]:
    lower = [k for k in range(1, n + 1) if stats.binom.cdf(k - 1, n, p) <= alpha / 2]
    upper = [k for k in range(0, n + 1) if stats.binom.sf(k - 1, n, p) <= alpha / 2]
    print(f"    ({p}, {alpha}, {n}, {lower[-1] if lower else 'nil'}, {upper[0] if upper else 'nil'}),")
print("]\n")

print("/// The statistic of scipy.stats.kstest against the uniform law: ((i * step1) mod 1)^power.")
print("let kolmogorovRows: [(n: Int, power: Int, distance: Double)] = [")
def sample(n, step, power):
    return ((np.arange(1, n + 1) * step) % 1.0) ** power
for n, power in [(1, 1), (10, 1), (10, 2), (50, 2), (100, 1), (1000, 2)]:
    r = stats.kstest(sample(n, 0.6180339887498949, power), "uniform", method="exact")
    print(f"    ({n}, {power}, {r.statistic:.17g}),")
print("]")


print()
print("/// Clopper-Pearson limits by mpmath: bisection on the sum of binomial masses, correct to double.")
print("let preciseRows: [(successes: Int, trials: Int, alpha: Double, lower: Double, upper: Double)] = [")
def tail(first, last, n, p):
    # The sum of the masses first..last by their ratios.
    mass = total = binomial(n, first) * p**first * (1 - p)**(n - first)
    for k in range(first, last):
        mass *= mpf(n - k) / (k + 1) * p / (1 - p)
        total += mass
    return total
def root(target, low, high, rises, first, last, n):
    for _ in range(110):
        middle = (low + high) / 2
        low, high = (middle, high) if (tail(first, last, n, middle) < target) == rises else (low, middle)
    return low
for s, n, alpha in [(7, 20, .05), (1, 1000, 1e-3), (3, 1000000, 1e-6), (40, 100000, 1e-9), (30, 40, 1e-4), (250, 500, 1e-6), (1, 1, .05)]:
    half, centre = mpf(alpha) / 2, mpf(s) / n
    # P(S >= s) <= half as 1 - P(S <= s - 1) where that sum is the shorter one.
    lower = root(1 - half, mpf(0), centre, False, 0, s - 1, n)
    upper = mpf(1) if s == n else root(half, centre, mpf(1), False, 0, s, n)
    print(f"    ({s}, {n}, {alpha}, {mp.nstr(lower, 20)}, {mp.nstr(upper, 20)}),")
print("]")
