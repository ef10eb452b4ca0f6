#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Normals a second, one thread: NumPy's Generator.standard_normal and RandomStream.fillNormals, in the same run.

    python3 Benchmarks/normals.py
"""
import json
import pathlib
import subprocess
import time

import numpy

here = pathlib.Path(__file__).parent
subprocess.run(["swift", "build", "-c", "release", "--package-path", here, "--product", "normals"], check=True, stdout=subprocess.DEVNULL)
program = here / ".build/release/normals"

count = 1_000_000
out = numpy.empty(count)
numpy_best = {}
ours = {}
for _ in range(3):  # alternating, so that a change of the machine's pace meets both
    for name in ("PCG64", "Philox"):
        generator = numpy.random.Generator(getattr(numpy.random, name)(1))
        for _ in range(5):
            start = time.perf_counter()
            generator.standard_normal(out=out)
            elapsed = (time.perf_counter() - start) / count * 1e9
            numpy_best[name] = min(elapsed, numpy_best.get(name, elapsed))
    for key, value in json.loads(subprocess.check_output([program])).items():
        ours[key] = min(value, ours.get(key, value))

for name, value in numpy_best.items():
    print(f"numpy {numpy.__version__} standard_normal, {name:24s} {value:7.2f} ns")
for key, value in ours.items():
    print(f"lemmacheck {key:38s} {value:7.2f} ns")
ratio = numpy_best["PCG64"] / ours["normal_philox"]
print(f"Philox normals against NumPy's default generator: {ratio:.2f} times as fast")
raise SystemExit(0 if ratio >= 1 else 1)
