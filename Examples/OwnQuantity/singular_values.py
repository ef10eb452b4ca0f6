# SPDX-License-Identifier: GPL-3.0-or-later
"""The largest or the smallest singular value of an N x n matrix of independent standard normals, for lemmacheck.

A claim of another paper: K. R. Davidson and S. J. Szarek, "Local operator theory, random matrices and Banach spaces" (2001), Theorem
II.13. plan.yaml beside this file states it; `lemmacheck verify --plan plan.yaml --allow-commands` checks it.

lemmacheck writes a line of JSON for each trial, {"seed": S, "trial": T, "N": 100, "n": 20, "gamma": 0.05}, and reads a line of answer.
The answer may depend on the seed and the parameters alone: then the same run gives the same verdicts.
"""

import json
import sys

import numpy as np

# How far LAPACK's singular values may be from the exact ones, relative to the largest: its backward error is a modest multiple of
# eps sqrt(N n), far below this for the sizes of the plan (N n < 10^8).
ERROR = 1e-10


def singular_values(request):
    rng = np.random.Generator(np.random.Philox(request["seed"]))
    matrix = rng.standard_normal((int(request["N"]), int(request["n"])))
    return np.linalg.svd(matrix, compute_uv=False)


def largest(request):
    """sup over unit v of ||A v||: attained from below, certified from above."""
    s = singular_values(request)
    return s[0] * (1 - ERROR), s[0] * (1 + ERROR)


def smallest(request):
    """inf over unit v of ||A v||: attained from above, certified from below."""
    s = singular_values(request)
    return s[-1] + ERROR * s[0], s[-1] - ERROR * s[0]


MEASURES = {"largest": largest, "smallest": smallest}


def main():
    measure = MEASURES[sys.argv[1]]
    for line in sys.stdin:
        request = json.loads(line)
        attained, certified = measure(request)
        print(json.dumps({"trial": request["trial"], "attained": attained, "certified": certified}), flush=True)


if __name__ == "__main__":
    main()
