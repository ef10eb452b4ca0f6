# SPDX-License-Identifier: GPL-3.0-or-later
"""Reference limits of the two-sided beta-binomial mixture confidence sequence, at 60 digits.

The mixture is computed as the paper (Howard, Ramdas, McAuliffe, Sekhon 2021) and the package confseq state it: the
sub-Bernoulli supermartingale in (s, v) = (S - n p, n p q) with g = p, h = q, mixed over a beta law of parameter
r = max(rho - g h, g h / 1000), rho = v_opt / (2 log(1/a) + log(1 + 2 log(1/a))), v_opt = t_opt g h; log-gammas throughout,
and roots by bisection. The Swift code uses another formula (divergences and Stirling remainders). Prints Swift rows.
"""
from mpmath import mp, mpf, log, loggamma

mp.dps = 60


def log_supermartingale(p, successes, trials, t_opt, alpha_opt):
    g, h = p, 1 - p
    s, v = successes - trials * p, trials * g * h
    level = 2 * log(1 / alpha_opt)
    rho = t_opt * g * h / (level + log(1 + level))
    r = max(rho - g * h, g * h / 1000)
    log_beta = lambda a, b: loggamma(a) + loggamma(b) - loggamma(a + b)
    return (-((v + h * s) / h) * log(g) - ((v - g * s) / g) * log(h)
            + log_beta((r + v - g * s) / g, (r + v + h * s) / h) - log_beta(r / g, r / h))


def limits(successes, trials, alpha, t_opt, alpha_opt=mpf("0.05")):
    threshold = log(1 / mpf(alpha))
    excess = lambda p: log_supermartingale(p, successes, trials, mpf(t_opt), mpf(alpha_opt)) - threshold
    centre = mpf(successes) / trials
    tiny = mpf(10) ** -45

    def root(outside, inside):
        if excess(outside) < 0:
            return None
        for _ in range(400):
            middle = (outside + inside) / 2
            # Geometric steps while the bracket spans decades.
            if inside > 4 * outside: middle = mp.sqrt(outside * inside)
            outside, inside = (middle, inside) if excess(middle) >= 0 else (outside, middle)
            if abs(inside - outside) < mpf(10) ** -30 * abs(inside): break
        return outside

    lower = root(tiny, max(centre, 2 * tiny)) if successes > 0 else None
    upper = None
    if successes < trials:
        mirrored = limits_lower(trials - successes, trials, alpha, t_opt, alpha_opt)
        upper = None if mirrored is None else 1 - mirrored
    return (lower or mpf(0)), (mpf(1) if upper is None else upper)


def limits_lower(successes, trials, alpha, t_opt, alpha_opt):
    threshold = log(1 / mpf(alpha))
    # The mirrored problem: p counts failures. Written out so that the upper limit keeps its relative accuracy near 1.
    excess = lambda q: log_supermartingale(1 - q, trials - successes, trials, mpf(t_opt), mpf(alpha_opt)) - threshold
    outside, inside = mpf(10) ** -45, min(mpf(successes) / trials, 1 - mpf(10) ** -45)
    if excess(outside) < 0:
        return None
    for _ in range(400):
        middle = mp.sqrt(outside * inside) if inside > 4 * outside else (outside + inside) / 2
        outside, inside = (middle, inside) if excess(middle) >= 0 else (outside, middle)
        if inside - outside < mpf(10) ** -30 * inside: break
    return outside


CASES = [
    (700, 1000, "0.05", "100"), (15, 50, "0.05", "50"), (1, 50, "0.05", "50"), (5, 50, "0.05", "50"),
    (1, 2, "0.05", "50"), (0, 1, "0.05", "50"), (1, 1, "0.05", "50"), (100, 200, "0.05", "1"),
    (0, 50, "0.05", "50"), (50, 50, "0.05", "50"), (49, 50, "0.05", "50"), (2, 50, "0.05", "50"),
    (0, 300, "2.5e-6", "100"), (0, 2000, "2.5e-6", "100"), (3, 2000, "2.5e-6", "100"), (1997, 2000, "2.5e-6", "100"),
    (0, 100000, "1e-12", "1000"), (1, 100000, "1e-12", "1000"), (2, 100000, "1e-12", "1000"), (50, 100000, "1e-12", "1000"),
    (50000, 100000, "1e-12", "1000"), (99950, 100000, "1e-12", "1000"), (500000, 1000000, "1e-3", "100000"),
    (12345, 1000000, "1e-6", "5"), (0, 1000000, "1e-6", "1e6"), (3, 10, "0.5", "10"), (3, 10, "0.9", "10"),
    (9, 30, "1e-12", "8.1"), (29, 30, "1e-5", "400"), (2, 3, "0.05", "3"), (0, 2, "0.05", "1"), (0, 10000000, "1e-9", "300"),
    (123456, 10000000, "1e-9", "300"), (1000, 1000, "1e-3", "64"),
]

# (p, successes, trials, t_opt): p is taken as the double nearest to the decimal.
VALUES = [
    (0.5, 0, 1, 100), (0.5, 7, 20, 100), (0.05, 0, 200, 40), (0.05, 3, 200, 40), (0.01, 1000, 100000, 100),
    (0.01, 1100, 100000, 100), (0.99, 98900, 100000, 100), (1e-12, 1, 1000, 50), (1e-12, 2, 1000, 50), (1e-200, 1, 5, 50),
    (1e-200, 2, 5, 50), (0.999999, 10, 10, 1), (0.3, 300000000, 1000000000, 1000), (0.3, 300100000, 1000000000, 1000),
    (0.7, 1, 1000000, 1), (0.2, 2001, 10000, 1e9), (0.2, 2500, 10000, 1e9), (0.9999, 0, 3, 8.0), (0.125, 12, 100, 30),
    (0.25, 1, 4, 7.9), (1e-9, 0, 1000000000, 1e4), (1e-9, 5, 1000000000, 1e4), (0.63, 63, 100, 1e5), (0.05, 50, 1000, 12345.678),
]

if __name__ == "__main__":
    for case in CASES:
        lower, upper = limits(*case)
        s, n, alpha, t = case
        print(f"    .init({s}, {n}, {alpha}, {t}, {mp.nstr(lower, 20)}, {mp.nstr(upper, 20)}),", flush=True)
    print()
    mp.dps = 320  # q = 1 - p must be exact at p = 1e-200
    for p, s, n, t in VALUES:
        value = log_supermartingale(mpf(p), s, n, mpf(t), mpf("0.05"))
        print(f"    .init({p}, {s}, {n}, {t}, {mp.nstr(value, 20)}),", flush=True)
