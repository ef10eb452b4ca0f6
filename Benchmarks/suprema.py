#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trials a second at d = 784, m = 1e5, C0 = 10, one thread: `lemmacheck sample`, which takes the supremum over the ball, against a
NumPy script that draws W0 densely and evaluates the same quantity at W0 alone, in the same run.

    python3 Benchmarks/suprema.py
"""
import os
import pathlib
import subprocess
import time

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy  # noqa: E402  (after the number of threads is set)

root = pathlib.Path(__file__).parent.parent
build = ["swift", "build", "-c", "release", "--package-path", root, "--product", "lemmacheck"]
subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
program = pathlib.Path(subprocess.check_output([*build, "--show-bin-path"], text=True).strip()) / "lemmacheck"

D, M, C0 = 784, 100_000, 10.0
R = D**-0.5


def dense(quantity, generator):
    """The quantity at W0, from a draw of all of it."""
    w = generator.standard_normal((M, D))
    a = generator.choice((-1.0, 1.0), M)
    g = w[:, 0]
    match quantity:
        case "flipped-neurons":
            return numpy.count_nonzero(abs(g) <= C0 / M**0.5)
        case "function-value":
            return abs(a @ numpy.maximum(g, 0)) / M**0.5
        case "directional-difference":
            return a @ (w[:, 1] * ((g > 0) * 1.0 - (g + R * w[:, 2] > 0))) / M**0.5
        case "gradient-norm":
            return numpy.linalg.norm((a * (g > 0)) @ w) / M**0.5


def numpy_seconds(quantity, trials=3):
    generator = numpy.random.default_rng(1)
    best = float("inf")
    for _ in range(trials):
        start = time.perf_counter()
        dense(quantity, generator)
        best = min(best, time.perf_counter() - start)
    return best


def seconds_of(quantity, trials, d=D, m=M, c0=C0):
    """Of a trial: the time of a run, start and output included, over its trials."""
    start = time.perf_counter()
    subprocess.run(
        [program, "sample", quantity, "--d", str(d), "--m", str(m), "--c0", str(c0), "--radius", str(R), "--trials", str(trials)],
        check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) / trials


def our_seconds(quantity, trials, **cell):
    return min(seconds_of(quantity, trials, **cell) for _ in range(3))


def ratio_of(quantity, trials, d, base):
    """Cost at d over cost at base, the two in turn, so that a change of the machine's pace meets both."""
    pairs = [(seconds_of(quantity, trials, d=d), seconds_of(quantity, trials, d=base)) for _ in range(7)]
    return min(p[0] for p in pairs) / min(p[1] for p in pairs)


failed = False


def row(text, value, wanted, reached):
    global failed
    failed |= not reached
    print(f"{text:62s} {value:>12s}   {wanted:14s} {'reached' if reached else 'MISSED'}")


print(f"numpy {numpy.__version__}; d = {D}, m = {M}, C0 = {C0:g}, one thread\n")
for quantity, trials, wanted in [
    ("flipped-neurons", 200_000, 10_000), ("function-value", 200, 100), ("directional-difference", 200, 100), ("gradient-norm", 20, 10),
]:
    theirs, ours = numpy_seconds(quantity), our_seconds(quantity, trials)
    print(f"{quantity}: NumPy at W0 {theirs * 1e3:.4g} ms a trial, lemmacheck over the ball {ours * 1e3:.4g} ms")
    row(f"  {quantity}, trials a second against NumPy", f"{theirs / ours:.4g}", f">= {wanted}", theirs / ours >= wanted)
for quantity, trials in [("flipped-neurons", 500_000), ("function-value", 400), ("directional-difference", 400)]:
    ratio = ratio_of(quantity, trials, 1_000_000, D)
    row(f"  {quantity}, cost at d = 1e6 over d = 784", f"{ratio:.3f}", "<= 1.1", ratio <= 1.1)
ratio = ratio_of("gradient-norm", 20, 1_000_000, 2500)
row("  gradient-norm, cost at d = 1e6 over d = 2500", f"{ratio:.3f}", "<= 3", ratio <= 3)
start = time.perf_counter()
subprocess.run(
    [program, "sample", "gradient-difference", "--d", "100", "--m", "63096", "--c0", "1", "--trials", "2", "--sampler", "dense"],
    check=True, stdout=subprocess.DEVNULL)
seconds = (time.perf_counter() - start) / 2
row("  gradient-difference, d = 100, m = 63096, dense, seconds", f"{seconds:.3f}", "< 2", seconds < 2)
raise SystemExit(1 if failed else 0)
