# SPDX-License-Identifier: GPL-3.0-or-later
#
# The reference values of ReferenceTests.swift, by mpmath at 40 digits:  python3 reference.py
from mpmath import mp, mpf, log, sqrt

mp.dps = 40


def sides(d, m, gamma):
    d, m, l = mpf(d), mpf(m), log(6 / mpf(gamma))
    value = sqrt(2 * l / 3)
    square = (mpf("0.367") - mpf("0.637") * sqrt(l / (2 * m))) * (d - 1 - 2 * sqrt((d - 1) * l)) / d
    hessian = mpf("0.484") * (sqrt(m) + sqrt(d) + sqrt(2 * log(3 / mpf(gamma)))) ** 2 / (d * sqrt(m))
    return value, sqrt(square), 2 * value / square, 2 * value * hessian / square


for d, m, gamma in [(1000, 1000, "0.05"), (1000, 1000, "0.01"), (3000, 1000, "0.01"), (10000, 10000, "0.01"), (25, 10000, "0.05")]:
    print(d, m, gamma, *(mp.nstr(x, 17) for x in sides(d, m, gamma)))
