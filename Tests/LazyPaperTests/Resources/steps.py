# SPDX-License-Identifier: GPL-3.0-or-later
# Left sides of steps for steps.csv: `python3 steps.py > steps.csv`. Each is composed here from the paper's statement and the
# routes of reference.py, without Laws' formulas. Decimal arguments are taken as the doubles they name.
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "LawsTests/Resources"))
from reference import *
from mpmath import acos


def emit(step, value, d=1, m=1, gamma=0.5, c0=0.0, radius=0.0, epsilon=0.5, q=2, t=1.0):
    value = mpf(value)
    print(",".join([step, str(d), str(m), repr(gamma), repr(c0), repr(radius), repr(epsilon), str(q), repr(t), mp.nstr(value, 25)]))
    sys.stdout.flush()


L = lambda k, g: log(mpf(k) / mpf(g))
strip = lambda t: erf(mpf(t) / sqrt(2))


def above(m, b, p): return binomial_upper(m, int(floor(b)) + 1, p)


if __name__ == "__main__":
    print("step,d,m,gamma,c0,radius,epsilon,q,t,left")
    for m, g in [(1, 0.0001), (1, 1e-6), (3, 1e-6), (10, 0.05), (1000, 0.01)]:
        s = 4 * sqrt(m * L(2, g))
        emit("T.3", chi2_upper(m, m + s) + (chi2_lower(m, m - s) if m > s else 0), m=m, gamma=g)
    for m, g, c0 in [(2, 0.99, 0.5), (1000, 0.05, 10.0), (100000, 0.05, 1.0), (10**6, 1e-30, 1.0)]:
        V = mpf(c0) / sqrt(m)
        emit("B.4/1", above(m, V * m + sqrt(m * L(1, g) / 2), strip(V)), m=m, gamma=g, c0=c0)
    for d, m, g, c0, R in [(2, 100, 0.5, 1.0, 0.5), (2, 10, 0.5, 1.0, 0.5), (25, 1000, 0.05, 1.0, 0.1), (784, 1000, 0.05, 1.0, 0.01), (1, 100, 0.5, 1.0, 0.5)]:
        V = mpf(c0) / sqrt(m)
        p = cone(d, V, R) if d > 1 else strip(V)
        emit("B.4/2", above(m, (V * m + sqrt(m * L(1, g) / 2)) * (1 + mpf(R)), p), d=d, m=m, gamma=g, c0=c0, radius=R)
    for m, g, c0, R in [(1000, 0.05, 1.0, 0.25), (100, 0.5, 10.0, 0.1)]:
        V = mpf(c0) / sqrt(m)
        emit("B.4/3", above(m, (V * m + sqrt(m * L(1, g) / 2)) * (1 + mpf(R)), strip(V)), m=m, gamma=g, c0=c0, radius=R)
    for m, g, c0, R in [(1000, 0.5, 10.0, 0.5), (1000, 0.05, 10.0, 0.5), (10**6, 0.01, 1.0, 0.5), (1000, 0.05, 1.0, 0.1)]:
        V = mpf(c0) / sqrt(m)
        emit("B.4/f", above(m, (V * m + sqrt(m * L(1, g) / 2)) * (1 + mpf(R)), strip(V * (1 + mpf(R)) / (1 - mpf(R)))), m=m, gamma=g, c0=c0, radius=R)
    for c0, R in [(0.1, 0.5), (1.0, 0.5), (0.01, 0.25)]:
        emit("B.4/e", strip(mpf(c0) * (1 + mpf(R)) / (1 - mpf(R))), c0=c0, radius=R)
    for m, g in [(1, 0.5), (10, 0.05), (100, 1e-6), (1000, 0.01), (10**5, 0.05), (10**6, 1e-30)]:
        emit("B.5/a", 2 * mixture(m, 0.5, sqrt(2 * L(2, g)) + 2 * L(2, g) / sqrt(m)), m=m, gamma=g)
    for d, R in [(1, 0.5), (2, 0.5), (784, 0.01)]:
        # The worst delta is tangent: cos of the angle between x and x + delta is sqrt(1 - R^2).
        emit("B.6/1", acos(sqrt(1 - mpf(R) ** 2)) / pi if d > 1 else 0, d=d, radius=R)
    for d, c0, R, e in [(2, 0.01, 0.5, 0.1), (3, 1.0, 0.25, 0.01), (25, 0.1, 0.1, 0.1), (784, 0.01, 0.5, 0.0001), (3, 0.0, 0.5, 0.5), (1, 1.0, 0.25, 0.5)]:
        s = mpf(e) / (1 - mpf(R))
        emit("B.6/2", 1 if s >= 1 else 0 if d == 1 else cone(d, c0, s), d=d, c0=c0, radius=R, epsilon=e)
    for d, e in [(1, 0.0001), (1, 1e-300), (3, 1e-6), (784, 0.01)]:
        emit("B.6/a", chi2_upper(d, d + 4 * sqrt(d * L(2, e))), d=d, epsilon=e)
    for R, t in [(0.5, 0.5), (0.5, 0.1), (0.2, 0.001)]:
        emit("B.6/c", strip(mpf(t) / (1 - mpf(R))), radius=R, t=t)
    for d, g in [(25, 0.5), (784, 0.05), (10**4, 0.9)]:
        x = d - 1 - 4 * sqrt(d * L(2, g))
        emit("B.7/a", chi2_lower(d - 1, x) if x > 0 else 0, d=d, gamma=g)
    for m, g in [(1, 0.99), (10, 0.9), (1000, 0.5), (10**5, 0.05)]:
        u = sqrt(2 * L(1, g) / m) + L(1, g) / m
        k = int(-floor(-(m * (mpf(1) / 2 - u)))) - 1  # N < m (1/2 - u)
        emit("B.7/c", 1 - binomial_upper(m, k + 1, 0.5) if k >= 0 else 0, m=m, gamma=g)
    for d, m, g in [(100, 100, 0.9), (100, 200, 0.5)]:
        l = L(2, g)
        a = mpf(1) / 2 - (sqrt(2 * l / m) + l / m)
        n = d - 5 * sqrt(d * L(4, g))
        assert a > 0 and n > 0
        emit("B.7/d", scaled_chi2_lower(m, d - 1, a * n), d=d, m=m, gamma=g)
    any_of = lambda m, q: -mp.expm1(m * mp.log1p(-q))
    for d, m, g in [(2, 1, 1e-6), (2, 10**5, 0.05), (3, 10**6, 0.1), (25, 1000, 0.05)]:
        emit("B.7/g", any_of(m, chi2_upper(d - 1, d + 4 * sqrt(d * log(2 * m / mpf(g))))), d=d, m=m, gamma=g)
    for m, g in [(1, 0.1), (100, 0.05), (10**9, 1e-300)]:
        emit("B.8/h", any_of(m, erfc(sqrt(log(m / mpf(g)) / 2))), m=m, gamma=g)
    for d, R in [(1, 0.5), (2, 0.5), (784, 0.01)]:
        emit("B.8/d", wedge_moment(2, asin(mpf(R)), 0) if d > 1 else 0, d=d, radius=R)
    for d, m, g in [(5, 10**9, 0.5), (3, 10**6, 0.75), (2000, 10**9, 0.05)]:
        emit("B.9/k", any_of(m, chi2_upper(d, d + 4 * sqrt(d * log(m / mpf(g))))), d=d, m=m, gamma=g)
