# SPDX-License-Identifier: GPL-3.0-or-later
"""sup over the lazy ball of |f(x; a, W)| for a network with the activation tanh, which lemmacheck's own quantities do not know.

f = (1/sqrt m) sum_s a_s tanh(<w_s, x>), w_{s,0} ~ N(0, I_d), ||x|| = 1, ||w_s - w_{s,0}|| <= V = C0/sqrt m. As tanh rises, each neuron's
term is largest with <w_s, x> moved by V in the direction of its sign, so that the supremum is known draw by draw, but for rounding.
"""

import json
import sys

import numpy as np


def supremum(request):
    rng = np.random.Generator(np.random.Philox(request["seed"]))
    m = int(request["m"])
    # <w_{s,0}, x> is N(0, 1), whatever d.
    z, sign = rng.standard_normal(m), rng.choice([-1.0, 1.0], m)
    v = request["c0"] / np.sqrt(m)
    high = np.sum(sign * np.tanh(z + sign * v)) / np.sqrt(m)
    low = np.sum(sign * np.tanh(z - sign * v)) / np.sqrt(m)
    return max(high, -low)


for line in sys.stdin:
    request = json.loads(line)
    value = supremum(request)
    # A sum of m terms of at most 1 in absolute value: its rounding is below 1e-16 m sqrt m, before the division.
    rounding = 1e-16 * request["m"]
    answer = {"trial": request["trial"], "attained": value - rounding, "certified": value + rounding}
    print(json.dumps(answer), flush=True)
