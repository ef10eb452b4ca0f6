#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes Sources/GSLShim/ziggurat_tables.h: the 256 layers of equal area under exp(-x^2/2), x >= 0.

Layer 0 is the base: the rectangle [0, r] x [0, f(r)] and the tail beyond r, as wide as x_0 = v / f(r) if it were a
rectangle. Layer i >= 1 is [0, x_i] x [f(x_i), f(x_{i+1})], with x_1 = r > x_2 > ... > x_256 = 0, all of area v.
r is found by bisection in 60 digits, so that f(x_256) = 1. (Marsaglia, Tsang, doi:10.18637/jss.v005.i08.)

    python3 Scripts/ziggurat.py > Sources/GSLShim/ziggurat_tables.h
"""
from mpmath import mp, mpf, exp, sqrt, log, erfc, pi, floor

mp.dps = 60
LAYERS = 256
f = lambda x: exp(-x * x / 2)


def area(r):
    return r * f(r) + sqrt(pi / 2) * erfc(r / sqrt(mpf(2)))


def edges(r):
    """x_1 ... x_255 and the height that the last layer would reach; above 1 if r is too small."""
    v, x = area(r), [r]
    while len(x) < LAYERS - 1:
        height = f(x[-1]) + v / x[-1]
        if height >= 1:
            return None, mpf(2)
        x.append(sqrt(-2 * log(height)))
    return x, f(x[-1]) + v / x[-1]


low, high = mpf(3), mpf(4)
for _ in range(190):
    middle = (low + high) / 2
    if edges(middle)[1] > 1:
        low = middle
    else:
        high = middle
x, _ = edges(high)
v = area(high)
x = [v / f(high)] + x + [mpf(0)]

width = [float(t / 2**53).hex() for t in x[:LAYERS]]
inner = [int(floor(2**53 * x[i + 1] / x[i])) for i in range(LAYERS)]
height = [float(f(t)).hex() for t in x]
height[0] = "0.0"


def table(declaration, values, columns):
    print(f"static const {declaration} = {{")
    for k in range(0, len(values), columns):
        print("    " + ", ".join(values[k:k + columns]) + ",")
    print("};\n")


print("// SPDX-License-Identifier: GPL-3.0-or-later")
print("// Written by Scripts/ziggurat.py, which says what the numbers are.\n")
print(f"static const double ziggurat_r = {float(high).hex()};  // {mp.nstr(high, 20)}\n")
print("/// 2^-53 x_i")
table("double ziggurat_width[256]", width, 5)
print("/// floor(2^53 x_{i+1} / x_i): a 53-bit integer below it lies under the curve whatever its height in the layer")
table("uint64_t ziggurat_inner[256]", [f"{n}u" for n in inner], 7)
print("/// f(x_i); the first is not used")
table("double ziggurat_height[257]", height, 5)
