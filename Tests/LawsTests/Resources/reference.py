# SPDX-License-Identifier: GPL-3.0-or-later
# Reference values of laws.csv: `python3 reference.py > laws.csv` (mpmath 1.3, 60 digits; two minutes).
#
# The routes are deliberately not those of Laws: binomial tails and binomial mixtures term by term, chi-square tails
# by mpmath's incomplete gamma function, the cone law by the radial integral of the regularized incomplete beta function
# (not by the half-plane law), moments by polar quadrature. All arguments are doubles, taken exactly.
import sys
from mpmath import mp, mpf, log, sqrt, exp, erf, erfc, gammainc, betainc, gamma, loggamma, pi, asin, sin, cos, quad, inf, floor, linspace

mp.dps = 60


def row(law, *args_value):
    *args, value = args_value
    value = mpf(value)
    lg = log(value) if value > 0 else -inf
    print(",".join([law] + [repr(a) for a in args] + [""] * (5 - len(args)) + [mp.nstr(value, 30), mp.nstr(lg, 30)]))
    sys.stdout.flush()


def logpmf(m, k, p):
    p = mpf(p)
    return loggamma(m + 1) - loggamma(k + 1) - loggamma(m - k + 1) + k * log(p) + (m - k) * log(1 - p)


def binomial_upper(m, k, p):
    """P(Bin(m,p) >= k), summed outward from k (upwards if k is above the mean, else one minus the sum downwards)."""
    if k <= 0: return mpf(1)
    if k > m: return mpf(0)
    p = mpf(p)
    q = 1 - p
    if k > m * p:
        t = s = mpf(1); j = k
        while j < m and t > s * mpf(10) ** -45:
            t *= mpf(m - j) * p / (mpf(j + 1) * q); s += t; j += 1
        return s * exp(logpmf(m, k, p))
    j = k - 1; t = s = mpf(1)
    while j > 0 and t > s * mpf(10) ** -45:
        t *= mpf(j) * q / (mpf(m - j + 1) * p); s += t; j -= 1
    return 1 - s * exp(logpmf(m, k - 1, p))


def chi2_upper(d, x): return gammainc(mpf(d) / 2, mpf(x) / 2, inf, regularized=True)
def chi2_lower(d, x): return gammainc(mpf(d) / 2, 0, mpf(x) / 2, regularized=True)
def normal_upper(t): return erfc(mpf(t) / sqrt(2)) / 2


def sum_over_binomial(m, p, h):
    """sum_n pmf(n) h(n), n from the largest term outward until terms fall below 1e-45 of the sum."""
    p = mpf(p); q = 1 - p
    lo, hi = 0, m
    g = lambda n: logpmf(m, n, p) + log(h(n)) if h(n) > 0 else -inf
    while hi - lo > 2:
        a = lo + (hi - lo) // 3; b = hi - (hi - lo) // 3
        if g(a) < g(b): lo = a + (1 if b > a + 1 else 0)
        else: hi = b - (1 if b > a + 1 else 0)
    n0 = (lo + hi) // 2
    w0 = exp(logpmf(m, n0, p)); s = w0 * h(n0)
    w, n = w0, n0
    while n < m:
        w *= mpf(m - n) * p / (mpf(n + 1) * q); n += 1
        t = w * h(n); s += t
        if t < s * mpf(10) ** -42: break
    w, n = w0, n0
    while n > 0:
        w *= mpf(n) * q / (mpf(m - n + 1) * p); n -= 1
        t = w * h(n); s += t
        if t < s * mpf(10) ** -42: break
    return s


def mixture(m, p, t):
    """P(X > t), X | K ~ N(0, K/m), K ~ Bin(m, p)."""
    return sum_over_binomial(m, p, lambda n: mpf(0) if n == 0 else erfc(mpf(t) * sqrt(mpf(m) / (2 * n))) / 2)


def cone(d, V, s):
    """P(angle of w with a hyperplane <= asin(s) + asin(min(1, V/||w||))), w ~ N(0, I_d), by the radial integral."""
    V = mpf(V); s = mpf(s); al = asin(s)
    c = 2 ** (1 - mpf(d) / 2) / gamma(mpf(d) / 2)
    f = lambda r: c * r ** (d - 1) * exp(-r * r / 2)
    def h(r):
        ang = al + asin(V / r)
        return f(r) * betainc(mpf(1) / 2, mpf(d - 1) / 2, 0, sin(ang) ** 2, regularized=True)
    r0 = V / cos(al)
    mid = sqrt(mpf(d)); top = max(r0, mid) + 16
    pts = sorted(set([r0] + [r0 + mpf(2) ** -k for k in (12, 8, 5, 3, 1)] + [x for x in linspace(max(r0, mid - 12), top, 12) if x > r0]))
    body = quad(h, pts)
    return chi2_lower(d, r0 * r0) + body if r0 > 0 else body


def scaled_chi2_lower(m, d, x):
    """P((N/m) chi2_d < x), N ~ Bin(m, 1/2) (N = 0 gives 0 < x)."""
    return sum_over_binomial(m, mpf(1) / 2, lambda n: mpf(1) if n == 0 else chi2_lower(d, mpf(x) * m / n))


def wedge_moment(q, phi, c):
    """E |<w,r>|^q 1[wedge], r in the plane at angle c from the wedge's centre line."""
    e = 2 ** (mpf(q) / 2) * gamma(mpf(q) / 2 + 1)
    phi = mpf(phi)
    g = lambda a: abs(cos(a - c)) ** q
    return e * quad(g, [-phi / 2, 0, phi / 2]) / pi


def wedge_moment_of(q, phi, c, beta):
    """E |<w,r>|^q 1[wedge], r at the angle beta out of the plane and c from the centre line within it (spherical quadrature)."""
    phi, c, beta, q = mpf(phi), mpf(c), mpf(beta), mpf(q)
    radial = 2 ** ((q + 1) / 2) * gamma((q + 3) / 2) / sqrt(2 * pi)
    def given(psi):
        a, b = cos(beta) * cos(psi - c), sin(beta)
        kink = mp.atan2(-a, b)
        return quad(lambda th: abs(a * cos(th) + b * sin(th)) ** q * cos(th), sorted([-pi / 2, pi / 2] + [x for x in (kink, kink + pi) if abs(x) < pi / 2]))
    return radial * quad(given, [-phi / 2, phi / 2]) / pi


if __name__ == "__main__":
    print("law,a1,a2,a3,a4,a5,value,log")
    for m, k, p in [(1, 1, 0.25), (10, 0, 0.5), (10, 10, 0.5), (10, 11, 0.5), (10, 4, 0.3), (100, 3, 0.5), (1000, 600, 0.5), (1000, 400, 0.5),
                    (1000, 999, 1e-3), (100000, 2600, 0.0252), (100000, 50500, 0.5), (10**6, 12000, 0.00797), (10**6, 7000, 0.00797), (10**6, 7970, 0.00797),
                    (10**9, 318000, 0.000252), (10**9, 253000, 0.000252), (10**9, 500060000, 0.5), (10**9, 500600000, 0.5), (10**12, 500001000000, 0.5),
                    (10**15, 10**9, 1e-6), (50, 25, 1e-300), (20, 19, 0.9999999)]:
        row("binomial_upper", m, k, p, binomial_upper(m, k, p))
    for t in [1e-300, 1e-9, 0.1, 1.0, 3.0, 9.0, 37.5, 60.0]:
        row("strip", t, erf(mpf(t) / sqrt(2)))
        row("two_sided_normal", t, erfc(mpf(t) / sqrt(2)))
    for d, x in [(1, 1e-9), (1, 9.6), (1, 1500.0), (2, 30.0), (3, 0.5), (3, 90.0), (10, 10.0), (25, 100.0), (25, 2.0), (99, 20.0), (100, 300.0), (784, 1000.0),
                 (784, 600.0), (784, 4000.0), (783, 700.0), (10**4, 11000.0), (10**4, 9500.0), (10**6, 1005000.0), (10**6, 995000.0), (10**6, 1000000.0), (7, 1e-60)]:
        row("chi2_upper", d, x, chi2_upper(d, x))
        row("chi2_lower", d, x, chi2_lower(d, x))
    for d, V, s in [(2, 0.3, 0.2), (2, 0.0, 0.5), (2, 1e-3, 1e-3), (3, 0.3, 0.5), (3, 2.0, 0.5), (5, 1.25, 0.1), (7, 0.0, 0.3), (25, 0.05, 0.2), (25, 0.01, 0.0), (100, 0.01, 0.02),
                    (784, 0.03, 0.0357), (784, 0.03125, 0.5), (784, 1e-5, 1e-6), (10000, 0.01, 0.01)]:
        row("cone", d, V, s, cone(d, V, s))
    for m, p, t in [(1, 0.5, 1.0), (1, 0.5, 8.0), (2, 0.5, 0.25), (5, 0.5, 3.0), (30, 0.5, 6.0), (100, 0.5, 2.7), (1000, 0.5, 2.9), (1000, 0.5, 40.0), (10000, 0.5, 2.75),
                    (10000, 0.5, 0.001), (1000, 0.01, 0.5), (1000, 0.0001, 0.1), (100000, 0.5, 3.0), (100000, 0.03, 1.5), (1000000, 0.5, 26.0)]:
        row("mixture", m, p, t, mixture(m, p, t))
    for m, d, x in [(1, 2, 0.5), (10, 24, 6.0), (100, 24, 5.0), (1000, 99, 30.0), (1000, 783, 300.0), (10000, 24, 1.0)]:
        row("scaled_chi2_lower", m, d, x, scaled_chi2_lower(m, d, x))
    for m, q in [(1, 0.5), (10, 1e-3), (10**5, 1e-7), (10**9, 1e-300), (10**9, 1e-8), (3, 1e-17)]:
        row("any_of", m, q, 1 - (1 - mpf(q)) ** m if m < 1000 else -mp.expm1(m * mp.log1p(-mpf(q))))
    for q, phi, c in [(2, 0.3, 0.0), (3, 0.3, 0.0), (4, 0.5, 0.0), (7, 0.1, 0.0), (20, 0.5, 0.0), (2, 0.3, 0.4), (5, 0.2, 1.5)]:
        row("wedge_moment", q, phi, c, wedge_moment(q, phi, c))
    for q, phi, c, beta in [(2, 0.3, 0.0, 0.4), (3, 0.3, 0.0, 0.2), (4, 0.5, 0.3, 0.1), (7, 0.5, 0.0, 0.3), (3, 0.1, 0.0, 1.5707963267948966), (12, 0.5, 0.0, 0.05)]:
        row("wedge_moment_of", q, phi, c, beta, wedge_moment_of(q, phi, c, beta))
