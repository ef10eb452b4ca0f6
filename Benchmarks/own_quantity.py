#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a quantity measured by a Python program costs a trial, beside the same Python code in one process.

    python3 Benchmarks/own_quantity.py [--trials 1000000] [--binary .build/release/lemmacheck]

Both make the same trials of a trivial quantity, with the same lines of JSON read and written; the peer reads its requests from a list and keeps
its answers in one. The ratio is the time of lemmacheck over that of the peer, and the difference what the protocol and the verdict cost.
"""
import argparse
import json
import pathlib
import subprocess
import tempfile
import time

PROGRAM = """import json, sys
for line in sys.stdin:
    request = json.loads(line)
    value = request["seed"] * 2.0**-53
    print(json.dumps({"trial": request["trial"], "attained": value, "certified": value}), flush=True)
"""

parser = argparse.ArgumentParser()
parser.add_argument("--trials", type=int, default=1_000_000)
parser.add_argument("--binary", default=".build/release/lemmacheck")
options = parser.parse_args()

with tempfile.TemporaryDirectory() as folder:
    (pathlib.Path(folder) / "uniform.py").write_text(PROGRAM)
    # The bound is the very quantile, so that no number of trials decides.
    command = [
        str(pathlib.Path(options.binary).resolve()), "verify", "--quantity-command", '["python3", "uniform.py"]', "--at-most", "0.95", "--gamma",
        "0.05", "--trials", str(options.trials), "--json",
    ]
    start = time.perf_counter()
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    ours = time.perf_counter() - start
    cell = json.loads(run.stdout)["cells"][0]

requests = [f'{{"seed":{trial * 7919},"trial":{trial},"gamma":0.05}}\n' for trial in range(cell["trials"])]
answers = []
start = time.perf_counter()
for line in requests:
    request = json.loads(line)
    value = request["seed"] * 2.0**-53
    answers.append(json.dumps({"trial": request["trial"], "attained": value, "certified": value}))
peer = time.perf_counter() - start

count = cell["trials"]
print(f"own quantity, {count} trials: lemmacheck {ours:.2f} s, the same code in one process {peer:.2f} s, ratio {ours / peer:.2f}")
print(f"overhead a trial: {(ours - peer) / count * 1e6:.1f} us")
