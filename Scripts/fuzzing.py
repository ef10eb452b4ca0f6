# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scripts fuzz_*.py share: seeds, runs within limits of time and memory, and what counts as a failure."""

import argparse
import collections
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile

ALLOWED = {0, 1, 64, 65, 74, 130}
LIMIT_SECONDS = 20
LIMIT_BYTES = 4 << 30
# The lines on usage that may follow the one that says what is wrong.
USAGE_LINE = re.compile(r"(Usage: |Help: |  See ')")


class Case:
    """One input: what it is made of depends on the seed and its number alone."""

    def __init__(self, session, number):
        self.session = session
        self.number = number
        self.chance = random.Random(f"{session.seed} {number}")

    def run(self, words, note=""):
        """Runs the program and records how it ends; `note` says what the words do not."""
        status, problem = self.session.ending(words)
        self.session.counts[status] += 1
        if problem:
            self.session.report(self, words, problem, note)


class Session:
    """The runs of one script."""

    def __init__(self, description):
        parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
        parser.add_argument("--count", type=int, default=500, help="how many inputs")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--binary", default=".build/release/lemmacheck")
        parser.add_argument("--only", type=int, help="repeat the input of this number alone")
        parser.add_argument("--show", action="store_true", help="print every command and what it says")
        self.options = parser.parse_args()
        self.seed = self.options.seed
        self.binary = os.path.abspath(self.options.binary)
        self.counts = collections.Counter()
        self.failures = 0

    def __enter__(self):
        if not os.access(self.binary, os.X_OK):
            sys.exit(f"{self.binary}: no program; build it (make build) or say where it is by --binary")
        # One place for a seed, so that what a run prints of it repeats.
        self.folder = os.path.join(tempfile.gettempdir(), f"lemmacheck-fuzz-{os.getpid()}")
        os.mkdir(self.folder)
        os.mkfifo(f"{self.folder}/pipe")
        open(f"{self.folder}/empty", "w").close()
        return self

    def __exit__(self, kind, error, trace):
        shutil.rmtree(self.folder, ignore_errors=True)
        if kind is None:
            statuses = ", ".join(f"{count} x {status}" for status, count in sorted(self.counts.items(), key=str))
            print(f"{os.path.basename(sys.argv[0])}, seed {self.seed}: {sum(self.counts.values())} runs, by status: {statuses}; "
                  f"{self.failures} failures")
            sys.exit(1 if self.failures else 0)

    def cases(self):
        numbers = range(self.options.count) if self.options.only is None else [self.options.only]
        return (Case(self, number) for number in numbers)

    def ending(self, words):
        """How the program ends, and what is wrong with that or None."""
        # No argument can hold a zero byte, nor half of a surrogate pair.
        arguments = [word.replace("\0", "").encode("utf-8", "replace") for word in words]

        def limited():
            resource.setrlimit(resource.RLIMIT_AS, (LIMIT_BYTES, LIMIT_BYTES))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

        # Twice, lest a machine that is busy with something else be taken for a program that does not end.
        for _ in range(2):
            try:
                run = subprocess.run([self.binary.encode()] + arguments, cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True,
                                     timeout=LIMIT_SECONDS, preexec_fn=limited)
                break
            except subprocess.TimeoutExpired:
                continue
        else:
            return "no end", f"not done after {LIMIT_SECONDS} s"
        errors = run.stderr.decode("utf-8", "replace")
        if self.options.show:
            print(run.returncode, words, "\n    " + errors.strip().replace("\n", "\n    "))
        return run.returncode, self.problem(run.returncode, errors)

    @staticmethod
    def problem(status, errors):
        if status < 0:
            return f"killed by signal {-status}: {errors[-300:]}"
        if status not in ALLOWED:
            return f"status {status}: {errors[-300:]}"
        if status in (64, 65):
            lines = [line for line in errors.splitlines() if line.strip()]
            said = [line for line in lines if not USAGE_LINE.match(line)]
            if len(said) != 1:
                return f"{len(said)} lines with status {status} instead of one: {errors[:600]}"
            if len(said[0].split(":", 1)[-1].strip()) < 5 or len(said[0]) > 1000:
                return f"a message without a use with status {status}: {errors[:600]}"
        return None

    def report(self, case, words, problem, note):
        self.failures += 1
        print(f"--seed {self.seed} --only {case.number}: {problem}\n    {words}" + (f"\n    {note}" if note else ""), flush=True)
