# SPDX-License-Identifier: GPL-3.0-or-later
"""Reference values of Tests/LazyBallTests/FlippingReference.swift: the first zero of f(x - sign f c grad f/||grad f||^2), c > 0.

Independent of the code under test: no breakpoints and no slopes. 50-digit arithmetic evaluates f on a fine grid of c and
brackets the first value that is not positive, down to which bisection then goes. Weights are integers over 8 so that both
sides hold the same network exactly. Run: python3 Tests/References/flipping_steps.py
"""
from fractions import Fraction
import random
import mpmath as mp

mp.mp.dps = 50
random.seed(31)


def network(d, m):
    rows = [[random.randint(-24, 24) for _ in range(d)] for _ in range(m)]
    signs = [random.choice([-1, 1]) for _ in range(m)]
    x = [random.randint(-8, 8) for _ in range(d)]
    return rows, signs, x


def f(rows, signs, z):
    total = mp.mpf(0)
    for w, a in zip(rows, signs):
        p = sum(mp.mpf(wi) / 8 * zi for wi, zi in zip(w, z))
        total += a * max(p, 0)
    return total / mp.sqrt(len(signs))


def step(rows, signs, x, top=60, cells=6000):
    z = [mp.mpf(xi) / 8 for xi in x]
    start = f(rows, signs, z)
    grad = [mp.mpf(0)] * len(x)
    for w, a in zip(rows, signs):
        if sum(Fraction(wi, 8) * Fraction(xi, 8) for wi, xi in zip(w, x)) > 0:
            grad = [g + a * mp.mpf(wi) / 8 for g, wi in zip(grad, w)]
    grad = [g / mp.sqrt(len(signs)) for g in grad]
    square = sum(g * g for g in grad)
    if start == 0 or square == 0:
        return None
    side = mp.sign(start)
    line = lambda c: side * f(rows, signs, [zi - side * c * g / square for zi, g in zip(z, grad)])
    left = mp.mpf(0)
    for k in range(1, cells + 1):
        right = mp.mpf(top) * k / cells
        if line(right) <= mp.mpf(10) ** -40:
            for _ in range(120):
                middle = (left + right) / 2
                left, right = (left, middle) if line(middle) <= mp.mpf(10) ** -40 else (middle, right)
            return right
        left = right
    return mp.inf


if __name__ == "__main__":
    for d, m in [(2, 2), (2, 4), (2, 9), (3, 6), (3, 15), (4, 30), (6, 10), (8, 60)] * 3:
        rows, signs, x = network(d, m)
        value = step(rows, signs, x)
        if value is not None:
            text = "inf" if value == mp.inf else mp.nstr(value, 18)
            print(f"({d}, {rows}, {signs}, {x}, {text}),".replace("inf", ".infinity"))
