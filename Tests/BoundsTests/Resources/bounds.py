# SPDX-License-Identifier: GPL-3.0-or-later
#
# The right-hand side of every claim that has one, from the paper's text alone (claims transcribed by hand), with mpmath 1.3 at 50 digits.
#
#     python3 bounds.py > every-bound.csv         writes the table; the same bytes each time
#     python3 bounds.py --check bounds.csv        recomputes another table of the same columns, and says by how much it differs
#
# bounds.csv has 13 of the paper's 19 claims with a right-hand side. It lacks B.4/3, B.4/4, B.5/b, B.7/2, B.8/i and B.8/j, and what is
# sharper than the paper (+) or in the place of what fails (*); and its points are drawn at random, so that d = 1,
# m = 1, C0 = 0, gamma near 1 and R = 0 do not occur in it. The two agree to 3e-16, what reading its arguments as Double costs.
#
# An argument in this table is the decimal written there; nan stands where a radicand is negative.
import sys

from mpmath import cbrt, exp, log, mp, mpf, nstr, sqrt

mp.dps = 50
NAN = mpf("nan")


def root(x):
    return sqrt(x) if x >= 0 else NAN


def v(p):
    return p.C0 / sqrt(p.m)


# Lemma B.4. The second, third and fourth claims have one bound: they differ in what they bound.


def b4_1(p):
    return v(p) * p.m + sqrt(p.m * log(1 / p.gamma) / 2)


def b4_2(p):
    return (v(p) * p.m + sqrt(p.m * log(1 / p.gamma) / 2)) * (1 + p.R)


# Lemma B.5


def b5_1(p):
    return sqrt(2 * log(2 / p.gamma)) + 2 * log(2 / p.gamma) / sqrt(p.m) + p.C0


def b5_2(p):
    return 2 * sqrt(log(2 / p.gamma)) + p.C0


def b5_a(p):
    return sqrt(2 * log(2 / p.gamma)) + 2 * log(2 / p.gamma) / sqrt(p.m)


def b5_b(p):
    return p.C0


# Lemma B.6


def b6_1(p):
    return p.R * sqrt(2 * log(p.d)) + 1 / p.d


def b6_2(p):
    return 2 * p.eps * (sqrt(p.d) + 2 * sqrt(p.d * log(2 / p.eps))) + (1 + p.R + p.eps) * v(p)


# Lemma B.7


def b7_1(p):
    l4, l8 = log(4 / p.gamma), log(8 / p.gamma)
    active = root(mpf(1) / 2 - (sqrt(2 * l4 / p.m) + l4 / p.m))
    norm = root(p.d - 5 * sqrt(p.d * l8))
    flipped = sqrt((p.C0 + sqrt(l4 / 2)) / sqrt(p.m)) * sqrt(p.d + 4 * sqrt(p.d * log(8 * p.m / p.gamma)))
    return active * norm - p.C0 - flipped


def b7_2(p):
    return sqrt(p.d) / 4


def b7_f(p):
    return sqrt((p.C0 + sqrt(log(2 / p.gamma) / 2)) / sqrt(p.m)) * sqrt(p.d + 4 * sqrt(p.d * log(4 * p.m / p.gamma)))


def b7_h(p):
    return p.C0 + b7_f(p)


# Lemma B.8, L = log(4/gamma)


def b8(p, last):
    L = log(4 / p.gamma)
    start = 2 * sqrt(L) * ((4 * p.R * sqrt(log(p.d))) ** (mpf(1) / 4) + sqrt(L / p.m))
    return start + p.C0 + 3 * b8_share(p) * b8_norm(p) + last


def b8_share(p):
    return sqrt((p.C0 + sqrt(log(4 / p.gamma) / 2)) / sqrt(p.m))


def b8_norm(p):
    return sqrt(p.d + 4 * sqrt(p.d * log(8 * p.m / p.gamma)))


def b8_1(p):
    return b8(p, 5 * (p.C0 + sqrt(log(4 / p.gamma))) * sqrt(log(4 * p.m / p.gamma)))


def b8_2(p):
    return b8(p, 5 * (p.C0 + sqrt(log(4 / p.gamma))) * (sqrt(log(4 * p.m / p.gamma)) + 3))


def b8_i(p):
    return b8_share(p) * b8_norm(p) + (p.C0 + sqrt(log(4 / p.gamma))) * sqrt(log(4 * p.m / p.gamma))


def b8_j(p):
    share = sqrt(2 * (p.C0 + sqrt(log(4 / p.gamma) / 2)) / sqrt(p.m))
    return share * b8_norm(p) + 4 * (p.C0 + sqrt(log(4 / p.gamma))) * (sqrt(log(4 * p.m / p.gamma)) + 3)


# Lemma B.9


def b9_1(p):
    net = p.C1 * p.d**2 * log(p.m * p.d) ** 2 * sqrt(log(p.d) / p.d)
    return (
        9 * net ** (mpf(1) / 4)
        + 15 * p.d * log(p.m * p.d) / sqrt(p.m)
        + 327 * max(mpf(1), p.C0) * p.C0 * p.d ** (mpf(1) / 4)
    )


# Sharper than the paper (+) and in the place of what fails (*): from the statements in `lemmacheck explain`.


def b5_1_plus(p):
    q = min(mpf(1), mpf(1) / 2 + sqrt(log(1000 / p.gamma) / (2 * p.m)))
    M, c = 2 * log(1000 / (997 * p.gamma)), mpf("1.57")
    z2 = min(M, M - log(c) - log(M - log(c) - log(max(M, 1 / c))))
    return sqrt(z2 * q) + p.C0 * q


def change(p, j, t):
    # sqrt(2/pi), 1/pi and 1/sqrt(2 pi) rounded as stated, to the safe side
    V, n = v(p), p.d - 1
    q = min(mpf(1), mpf("0.797885") * V / sqrt(1 + mpf("0.318") * V**2))
    k = min(mpf(1), q + min(sqrt(j / (2 * p.m)), sqrt(2 * q * j / p.m) + j / (3 * p.m)))
    moves = p.C0 * min(mpf(1), (1 + q) / 2 + sqrt(t / (2 * p.m)))
    return moves + sqrt(k) * (sqrt(n) + sqrt(2 * t)) + k * sqrt(p.m) * mpf("0.398943")


def b7_1_plus(p):
    n, t = p.d - 1, log(16 / (3 * p.gamma))
    least = mpf(0)
    if n > 0:
        u = max(mpf(0), 1 - 2 * sqrt(t / n))
        for _ in range(2):
            u = exp(u - 1 - 2 * t / n)
        least = sqrt(max(mpf(0), mpf(1) / 2 - sqrt(t / (2 * p.m))) * n * u)
    return least - change(p, log(4 / p.gamma), t)


def b7_h_plus(p):
    return change(p, log(2 / p.gamma), log(4 / p.gamma))


def slab(p):
    return min(mpf(1), mpf("0.797885") * v(p) / sqrt(1 + mpf("0.318") * v(p) ** 2))


def b8_1_plus(p):
    R, V, q, h = p.R, v(p), slab(p), mpf("0.398943")
    phi = min(mpf(1) / 2, mpf("0.31831") * R / cbrt(sqrt(1 - R**2)))
    t = log(1 / p.gamma)
    u = sqrt(2 * t / (p.m * (2 * phi + q) + 2 * t))
    E = exp(u**2 / 2) * sqrt(p.m)
    first = t / (u * sqrt(p.m)) + exp(u * V) * (phi * (p.C0 + u * E) + 2 * q * (p.C0 + E * (h + u / 4)))
    t = log(3 / p.gamma)
    sums = h * q * sqrt(p.m) + sqrt(q * t) + mpf("0.54") * t / sqrt(p.m)
    second = sqrt(4 * phi * t) + mpf("0.64") * t / sqrt(p.m) + p.C0 + 2 * sums
    return min(first, second)


def b8_i_plus(p):
    q, h, t = slab(p), mpf("0.398943"), log(2 / p.gamma)
    j = t / p.m
    k = min(mpf(1), q + min(sqrt(j / 2), sqrt(2 * q * j) + j / 3))
    J = sqrt(k) * (sqrt(p.d - 1) + sqrt(2 * t)) + h * k * sqrt(p.m)
    return min(sqrt(J**2 + (p.C0 * k) ** 2), sqrt(p.d) + sqrt(2 * log(1 / p.gamma)) + h * sqrt(p.m))


def b8_j_second_star(p):
    l = log(4 / p.gamma)
    reach = p.R * (sqrt(p.m) + sqrt(p.d) + sqrt(2 * l))
    K = min(mpf(p.m), v(p) * (1 + p.R) * p.m + sqrt(p.m * l / 2) + 3 * cbrt((p.m * reach) ** 2 / 4))
    subsets = K * (1 + log(p.m / K))
    return sqrt(K / p.m) * (sqrt(p.d) + sqrt(2 * (subsets + log(2 / p.gamma)))) + mpf("0.797885") * K / sqrt(p.m)


def b9_1_plus(p):
    # nan where R = 0 or d < 3: there the statement says nothing
    n, V, R, pi2 = p.d - 1, v(p), p.R, mpf("0.798")
    if R == 0 or p.d < 3:
        return mpf("nan")
    T = R / sqrt(1 - R**2)
    M = sqrt(n) + sqrt(2 * log(2 * p.m / p.gamma))
    e = sqrt(n * T / (3 * p.m))
    eta = e / (min(mpf(1), sqrt(2 * log(2 * p.m) / p.d)) * M)
    K = n * log(1 + T / eta)
    t = K + n / mpf(2) * log(4 + 2 * K / n) + log(mpf("2.51") * n / sqrt(p.d - 2)) + log(4 / p.gamma)
    phi, P = mpf("0.3184") * (T + eta), pi2 * (V + V * sqrt(1 + T**2) + e)
    u = sqrt(2 * t / (p.m * (2 * phi + P / 2) + 2 * t))
    E = exp(u**2 / 2) * sqrt(p.m)
    inner = phi * (p.C0 + u * E) + P * (p.C0 + E * (mpf("0.399") + u / 4))
    return sqrt((2 * K + 4 * n) / (2 * K + 3 * n)) * (t / (u * sqrt(p.m)) + exp(u * V) * inner)


def b4_2_star(p):
    return (v(p) + p.R * sqrt(p.d)) * p.m + sqrt(p.m * log(1 / p.gamma) / 2)


def b4_4_star(p, R=None):
    R, L = p.R if R is None else R, log(2 / p.gamma)
    K = R**2 * (sqrt(p.m) + sqrt(p.d) + sqrt(2 * L)) ** 2
    tau = cbrt(2 * K / p.m)
    return v(p) * (1 + R) * p.m + sqrt(p.m * L / 2) + (tau * p.m + K / tau**2 if tau > 0 else 0)


def b4_4_prime_star(p):
    return b4_4_star(p, p.C1 / sqrt(p.d))


def a_star(p):
    return (p.C0 + p.C1) * sqrt(p.m) + sqrt(p.m * log(1 / p.gamma) / 2)


def b7_f_star(p):
    L = log(2 / p.gamma)
    kappa = (p.C0 + sqrt(L / 2)) / sqrt(p.m)
    return sqrt(kappa) * (sqrt(p.d) + sqrt(2 * L)) + p.C0 + sqrt(L / 2)


BOUNDS = {
    "B.4/1": b4_1, "B.4/2": b4_2, "B.4/3": b4_2, "B.4/4": b4_2,
    "B.5/1": b5_1, "B.5/2": b5_2, "B.5/a": b5_a, "B.5/b": b5_b,
    "B.6/1": b6_1, "B.6/2": b6_2,
    "B.7/1": b7_1, "B.7/2": b7_2, "B.7/f": b7_f, "B.7/h": b7_h,
    "B.8/1": b8_1, "B.8/2": b8_2, "B.8/i": b8_i, "B.8/j": b8_j,
    "B.9/1": b9_1,
    "B.8/1+": b8_1_plus, "B.8/i+": b8_i_plus, "B.8/j*": b8_j, "B.8/j**": b8_j_second_star, "B.9/1+": b9_1_plus, "B.5/1+": b5_1_plus, "B.7/1+": b7_1_plus, "B.7/h+": b7_h_plus,
    "B.4/2*": b4_2_star, "B.4/4*": b4_4_star, "B.4/4'*": b4_4_prime_star, "4.3/a*": a_star,
    "B.7/f*": b7_f_star, "B.7/h*": b7_h, "B.7/2*": b7_2,
}  # fmt: skip

COLUMNS = "claim,d,m,gamma,c0,c1,radius,epsilon,value"

# d, m, gamma, C0, C1, R, eps: first the usual, then each argument at its ends, then all of them there at once, then
# gamma at the ends of what a Double holds (1 - 2^-53, and 1e-320, written to the digits that reading it needs).
POINTS = """
    784       100000     0.05    10     1      0.0357142857  1e-3
    25        1000       0.01    1      1      0.2           0.01
    100       1e6        0.1     3      2      0.05          1e-5
    10000     1e9        1e-6    0.5    0.5    0.005         1e-8
    300       20000      0.01    3      1      0.0577        4e-4
    1         1000       0.05    1      1      0.5           0.1
    2         1000       0.05    1      1      0.5           0.1
    784       1          0.05    10     1      0.0357        0.02
    784       100000     0.999   10     1      0.0357        1e-3
    784       100000     1e-12   10     1      0.0357        1e-3
    784       100000     0.05    0      1      0.0357        1e-3
    784       100000     0.05    1e-6   1      0.0357        1e-3
    784       100000     0.05    100    1      0.0357        1e-3
    784       100000     0.05    10     1      0             1e-3
    784       100000     0.05    10     100    0.5           0.999
    784       100000     0.05    10     0.01   0.000357      1e-12
    1         1          0.999   0      1      0             0.999
    1         1          1e-12   100    1      0.5           1e-12
    2         1          0.999   1e-6   0.01   1e-6          0.5
    2         1e15       1e-12   100    100    0.5           1e-12
    1e15      1e15       0.999   0      1      1e-9          1e-9
    1e15      2          1e-12   1e-6   1      1e-9          1e-9
    25        1000000    0.99999999999999988897769753748434595763683319091796875  0      1  0.2  0.01
    784       1          0.99999999999999988897769753748434595763683319091796875  0      1  0.0357  0.01
    784       100000     9.9998886718268300541337524e-321  10     1  0.0357  1e-3
    1         1e15       9.9998886718268300541337524e-321  1e-6   1  0.5     1e-3
"""


class Point:
    def __init__(self, texts):
        self.texts = texts
        self.d, self.m, self.gamma, self.C0, self.C1, self.R, self.eps = map(mpf, texts)


def table():
    points = [Point(line.split()) for line in POINTS.strip().splitlines()]
    print(COLUMNS)
    for claim, bound in BOUNDS.items():
        for p in points:
            counts = [str(int(mpf(t))) for t in p.texts[:2]]
            print(",".join([claim, *counts, *p.texts[2:], nstr(bound(p), 35, min_fixed=-40, max_fixed=40)]))


def check(path):
    worst, rows, claims = mpf(0), 0, set()
    with open(path) as lines:
        assert next(lines).strip() == COLUMNS
        for line in lines:
            claim, *texts, value = line.strip().split(",")
            ours, theirs = BOUNDS[claim](Point(texts)), mpf(value)
            rows, claims = rows + 1, claims | {claim}
            if mp.isnan(ours) or mp.isnan(theirs):
                assert mp.isnan(ours) and mp.isnan(theirs), line
            else:
                worst = max(worst, abs(ours - theirs) / max(abs(theirs), mpf("1e-300")))
    print(f"{rows} rows of {len(claims)} claims; largest relative difference {nstr(worst, 3)}")
    print("claims without a row:", ", ".join(c for c in BOUNDS if c not in claims) or "none")


if __name__ == "__main__":
    check(sys.argv[2]) if sys.argv[1:2] == ["--check"] else table()
