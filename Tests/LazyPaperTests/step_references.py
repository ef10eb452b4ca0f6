# SPDX-License-Identifier: GPL-3.0-or-later
#
# Both sides of every deterministic step at random points, from the paper's text alone (claims transcribed by hand), with mpmath 1.3 at
# 40 digits. Writes StepReferences.swift: python3 step_references.py > StepReferences.swift
import random
from mpmath import mp, mpf, sqrt, log, exp, fac, fac2, nstr

mp.dps = 40
random.seed(4)
u = random.uniform


def t2(q):
    return fac2(q - 1), fac(q) / 2


def b5c(L, m):
    return sqrt(2 * L) + 2 * L / sqrt(m), 2 * sqrt(L)


def b6d(d, e):
    L = log(2 / e)
    return e + e * sqrt(d + 4 * sqrt(d * L)), 2 * e * (sqrt(d) + 2 * sqrt(d * L))


def b7b(d, g):
    L = log(2 / g)
    return d - 5 * sqrt(d * L), d - 1 - 4 * sqrt(d * L)


def b8c(q, d, R):
    A = R * sqrt(2 * log(d))
    return sqrt(fac(2 * q) / 2) * sqrt(A + 1 / d), fac(q) / 2 * 2**q * sqrt(2 * A)


def b8e(d, R):
    return 2 * sqrt(R * sqrt(2 * log(d))), 4 * sqrt(R * sqrt(log(d)))


def b8e_with_share(d, R):
    return 2 * sqrt(R * sqrt(2 * log(d)) + 1 / d), 4 * sqrt(R * sqrt(log(d)))


def b8k(d, m, g, C1, repaired=False):
    along = sqrt(log(4 * m / g))
    return along + C1 * sqrt(d + 4 * sqrt(d * log(8 * m / g))) / sqrt(d), along + 3 * (C1 if repaired else 1)


def b9a(e):
    return sqrt(e) * (1 + 2 * sqrt(log(2 / e))), 4 * e ** (mpf(3) / 8)


def b9b(d, e, R, V):
    return (2 * e * (sqrt(d) + 2 * sqrt(d * log(2 / e))) + (1 + R + e) * V, 8 * sqrt(d) * e ** (mpf(7) / 8) + 3 * V)


def parts(d, m, C0):
    e = (m * d) ** (-mpf(4) / 7)
    p = 8 * sqrt(d) * e ** (mpf(7) / 8) + 3 * C0 / sqrt(m)
    k = 44 * max(mpf(1), C0) * sqrt(m)
    return e, p, k


def logg(d, m, C0):
    e, p, k = parts(d, m, C0)
    return 2 * d * log(10 / e) - p * m + k * log(exp(1) * p * m / k)


def t31b(f, D, G):
    t = -2 * f / (1 - D / G)
    return f + t + abs(t) * D / G, -f


def b9(x, d, m, g, C0, C1, repaired=False):
    C = max(mpf(1), C0)
    L4, L8 = log(4 / g), log(8 / g)
    lmd, sm, lm = log(m * d), sqrt(m), log(m)
    CC = C**2 if repaired else C * C0
    net = 2 * d * log(10 * m ** (mpf(4) / 7) * d ** (mpf(4) / 7)) + L4
    if x == "c":
        return parts(d, m, C0)[1], 11 * C / sm
    if x == "d":
        return logg(d, m, C0), -8 * sm + mpf(23) / 10 * d * lmd
    if x == "e":
        return mpf(33) / 100 * d * lmd, sm
    if x == "f":
        return -8 * sm + mpf(23) / 10 * d * lmd, -8 * sm + 7 * sm
    if x == "g":
        return -sm, log(g)
    if x == "h":
        return logg(d, m, C0), log(g)
    if x == "j":
        return (sqrt(44 * C / sm) * sqrt(88 * C * sm * lm + 2 * L8) + sqrt(44 * C * d / sm) + 44 * C * C0 / sm,
                113 * CC * sqrt(lm) + 2 / sm * L8)
    if x == "l":
        return 2 * sqrt(net), 6 * sqrt(d * lmd)
    if x == "m":
        return net, 6 * d * lmd
    if x == "n":
        lhs = (C0 + 3 * sqrt((C0 + sqrt(L4 / 2)) / sm) * sqrt(d + 4 * sqrt(d * log(8 * m / g)))
               + 5 * (C0 + sqrt(L4)) * (sqrt(log(4 * m / g)) + 3)
               + (m * d) ** (-mpf(4) / 7) * (sqrt(m * d + 4 * m * sqrt(d * log(m / g))) + C0) + 226 * CC * sqrt(lm))
        return lhs, 50 * d ** mpf(0.25) + 227 * CC * sqrt(lm)
    if x == "o":
        R = C1 / sqrt(d)
        return (6 * sqrt(d * lmd) * ((4 * R * sqrt(log(d))) ** mpf(0.25) + sqrt(6 * d * lmd / m)),
                9 * (C1 * d**2 * lmd**2 * sqrt(log(d) / d)) ** mpf(0.25) + 15 * d * lmd / sm)
    if x == "p":
        return 50 * d ** mpf(0.25) + 227 * CC * sqrt(lm) + 2 / sm * L8, 327 * CC * d ** mpf(0.25)


rows = []


def add(name, f, *args):
    lhs, rhs = f(*[mpf(a) for a in args]) if name != "T.2" else f(*args)
    rows.append('    .init("%s", %s, %s, %s),' % (name, [float(a) for a in args], nstr(lhs, 20), nstr(rhs, 20)))


for _ in range(3):
    add("T.2", t2, random.randint(1, 12))
    add("B.5/c", b5c, u(1, 9), round(u(1, 500)))
    add("B.6/d", b6d, round(u(1, 999)), u(0, 1))
    add("B.7/b", b7b, round(u(1, 999)), u(0, 0.7))
    q, d, R = random.randint(2, 6), round(u(2, 999)), u(0, 0.5)
    rows.append('    .init("B.8/c", %s, %s, %s),' % ([float(q), float(d), R], *[nstr(v, 20) for v in b8c(q, mpf(d), mpf(R))]))
    add("B.8/e'", b8e_with_share, round(u(2, 999)), u(0, 0.5))
    add("B.9/a", b9a, u(0, 1))
    add("B.9/b", b9b, round(u(1, 999)), u(0, 1), u(0, 0.5), u(0, 2))
    for x in "cdefghjlmnop":
        args = [float(round(u(200, 2000))), float(round(10 ** u(6, 9))), u(0, 1), u(0, 4), u(0, 3)]
        rows.append('    .init("B.9/%s", %s, %s, %s),' % (x, args, *[nstr(v, 20) for v in b9(x, *[mpf(a) for a in args])]))

# The steps whose constants are repaired (Cbar^2 for Cbar C0), and the one of Theorem 3.1's proof.
for _ in range(3):
    for x in "jnp":
        args = [float(round(u(200, 2000))), float(round(10 ** u(6, 9))), u(0, 1), u(0, 1.5), u(0, 3)]
        rows.append('    .init("B.9/%s*", %s, %s, %s),' % (x, args, *[nstr(v, 20) for v in b9(x, *[mpf(a) for a in args], repaired=True)]))
    add("3.1/b", t31b, u(0, 3), u(0, 10), u(11, 40))

# Lemma B.8's lines as the paper prints them, without the 1/d of eq. 3, and the last step under its third term.
for _ in range(3):
    add("B.8/e", b8e, round(u(2, 999)), u(0, 0.5))
    args = [round(u(1, 999)), round(10 ** u(0, 9)), u(0, 1), u(0, 4)]
    add("B.8/k'", b8k, *args)
    add("B.8/k'*", lambda *x: b8k(*x, repaired=True), *args)

print("""// SPDX-License-Identifier: GPL-3.0-or-later
//
// Written by step_references.py (mpmath 1.3, 40 digits); do not edit.

/// Both sides of a step at one point, to 20 digits.
struct StepReference: Sendable {
    let id: String
    let arguments: [Double]
    let lhs: Double
    let rhs: Double

    init(_ id: String, _ arguments: [Double], _ lhs: Double, _ rhs: Double) {
        self.id = id
        self.arguments = arguments
        self.lhs = lhs
        self.rhs = rhs
    }
}

let stepReferences: [StepReference] = [""")
print("\n".join(rows))
print("]")
