# SPDX-License-Identifier: GPL-3.0-or-later
#
# First informative dimensions from the paper's formulas, by trial of each integer, and the window's roots (mpmath 1.3).
# python3 frontier_references.py > FrontierReferences.swift
from math import ceil, exp, log, sqrt
from mpmath import findroot, mp, mpf
from mpmath import exp as mexp, log as mlog

g, C0, C1 = 0.05, 1.0, 1.0
least, cube = lambda d: ceil(d**2.4), lambda d: d**3


def b7(d, m, g=g):
    L4, L8 = log(4 / g), log(8 / g)
    a, n = 0.5 - sqrt(2 * L4 / m) - L4 / m, d - 5 * sqrt(d * L8)
    if a < 0 or n < 0:
        return float("nan")
    return sqrt(a * n) - C0 - sqrt((C0 + sqrt(L4 / 2)) / sqrt(m)) * sqrt(d + 4 * sqrt(d * log(8 * m / g)))


def b9(d, m, C1=C1):
    l = log(m * d)
    return 9 * (C1 * d**2 * l**2 * sqrt(log(d) / d)) ** 0.25, 15 * d * l / sqrt(m) + 327 * C0 * d**0.25


def first(test):
    d = 1
    while not test(d):
        d += 1
    return d


def b9says(width):
    return first(lambda d: d >= log(4 / g) ** 2 and sum(b9(d, width(d))) < sqrt(width(d)) + sqrt(d) + sqrt(2 * log(1 / g)) + C0)


def flip(power):
    def ok(t):
        d = exp(t)
        m = d**power
        h = g / 3
        F = sqrt(2 * log(2 / h)) + 2 * log(2 / h) / sqrt(m) + C0
        G = b7(d, m, h)
        a, b = b9(d, m, 1.0)
        best = max(c * (G - b - a * c**0.25) for c in [((4 * (G - b)) / (5 * a)) ** 4 * (1 + k / 1e4) for k in range(-20, 21)])
        return best >= 2 * F * sqrt(d)
    lo, hi = 45.0, 69.0
    for _ in range(100):
        mid = (lo + hi) / 2
        lo, hi = (lo, mid) if ok(mid) else (mid, hi)
    return exp(hi)


mp.dps = 30
h = lambda c: lambda t: mpf(12) / 5 * t - mexp(mpf(6) / 25 * t) - mlog(c)
print("// SPDX-License-Identifier: GPL-3.0-or-later\n//\n// Written by frontier_references.py; do not edit.\n\nenum FrontierReference {")
print("    static let gradientNormAtWidth1e5 = %d.0" % first(lambda d: b7(d, 1e5) > 0))
print("    static let gradientNormAtLeastWidth = %d.0" % first(lambda d: b7(d, least(d)) > 0))
print("    static let gradientNormAtCube = %d.0" % first(lambda d: b7(d, cube(d)) > 0))
print("    static let signChange = %d.0" % first(lambda d: min(0.5, C1 / sqrt(d)) * sqrt(2 * log(d)) + 1 / d < 1))
print("    static let gradientDifferenceAtLeastWidth = %d.0" % b9says(least))
print("    static let gradientDifferenceAtCube = %d.0" % b9says(cube))
print("    static let flipAtLeastWidth = %r" % flip(2.4))
print("    static let flipAtCube = %r" % flip(3))
print("    static let windows: [(Double, Double, Double)] = [")
for c in (1, 10, 100000):
    print("        (%d, %r, %r)," % (c, float(mexp(findroot(h(c), (0, 9), solver="anderson"))), float(mexp(findroot(h(c), (10, 20), solver="anderson")))))
print("    ]\n}")
