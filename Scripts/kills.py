#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills a run outright (SIGKILL) at random moments of its whole length, and sees to it that nothing is lost or mixed.

Each time the folder holds the report of an earlier run. After the kill its files must be those of that report, or those of the new one,
or be marked as between the two (run.commit); the journal must hold whole lines but for the last; `verify --resume` must then end with
the bits of a run that was not cut. Half of the runs that go on are killed too.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PLAN = ["verify", "B.9/1", "B.7/f", "B.4/1", "--d", "25", "--m", "1e4", "--gamma", "0.06", "--c0", "1,10", "--trials", "60"]
EARLIER = ["verify", "B.4/1", "--d", "2", "--m", "10", "--c0", "1", "--gamma", "0.5", "--out", "reports"]


def contents(folder):
    """The report's files below `folder`, by name; what belongs to a run that is not over is left out."""
    found = {}
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != ".new"]
        for name in names:
            path = os.path.join(place, name)
            found[os.path.relpath(path, folder)] = open(path, "rb").read()
    return found


class Kills:
    def __init__(self, options, folder):
        self.binary, self.folder, self.chance = os.path.abspath(options.binary), folder, random.Random(options.seed)
        self.reports = f"{folder}/reports"
        self.failures, self.states = [], {"before": 0, "after": 0, "between": 0}
        self.run(EARLIER)
        self.earlier = contents(self.reports)
        shutil.copytree(self.reports, f"{folder}/earlier")
        start = time.monotonic()
        self.run(PLAN + ["--out", "whole"])
        self.length = time.monotonic() - start
        self.whole = contents(f"{folder}/whole")

    def run(self, words):
        return subprocess.run([self.binary] + words, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=600)

    def kill(self, words, number):
        """Runs the program for a random part of its length; whether it was cut."""
        process = subprocess.Popen([self.binary] + words, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(self.chance.uniform(0, 1.05 * self.length))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        self.look(number)
        return process.returncode == -signal.SIGKILL

    def look(self, number):
        """What a reader finds, whatever moment it was."""
        found = contents(self.reports)
        journal = found.pop("run.journal", None)
        found.pop("run.journal.new", None)
        if journal is not None:
            lines = journal.split(b"\n")[:-1]
            if not lines or any(line[16:18] != b" {" or not line.endswith(b"}") for line in lines):
                self.failures.append(f"kill {number}: a line of the journal is cut that is not its last")
        if "run.commit" in found:
            self.states["between"] += 1
        elif found == self.earlier:
            self.states["before"] += 1
        elif found == self.whole:
            self.states["after"] += 1
        else:
            self.failures.append(f"kill {number}: a mixture without a mark: {sorted(found)}")

    def once(self, number):
        shutil.rmtree(self.reports)
        shutil.copytree(f"{self.folder}/earlier", self.reports)
        words = PLAN + ["--out", "reports"]
        if self.kill(words, number):
            if os.path.exists(f"{self.reports}/run.journal"):
                words = ["verify", "--resume", "reports"]
            if self.chance.random() < 0.5 and self.kill(words, number) and os.path.exists(f"{self.reports}/run.journal"):
                words = ["verify", "--resume", "reports"]
        end = self.run(words)
        if end.returncode not in (0, 1):
            self.failures.append(f"kill {number}: {' '.join(words)} ends with {end.returncode}: {end.stderr.decode()}")
        if contents(self.reports) != self.whole:
            self.failures.append(f"kill {number}: the run that went on has another report: {sorted(os.listdir(self.reports))}")
        if os.path.exists(f"{self.reports}/.new"):
            self.failures.append(f"kill {number}: leftovers")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--binary", default=".build/release/lemmacheck")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lemmacheck-kills-") as folder:
        kills = Kills(options, folder)
        for number in range(options.count):
            kills.once(number)
    for failure in kills.failures:
        print(failure)
    states = ", ".join(f"{count} with the report {name}" for name, count in kills.states.items())
    print(f"{os.path.basename(sys.argv[0])}, seed {options.seed}: {options.count} runs of {kills.length:.1f} s killed; "
          f"looked at {sum(kills.states.values())} times: {states}; {len(kills.failures)} failures")
    sys.exit(1 if kills.failures else 0)


if __name__ == "__main__":
    main()
