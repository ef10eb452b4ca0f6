#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives every option of every subcommand ordinary and hostile values, at random from a seed, and looks at how each run ends.

    Scripts/fuzz_options.py --count 1000 --seed 1 --binary .build/release/lemmacheck

A run fails by a signal, by a status that is not one of those documented (70, an internal contradiction, among them), by more than 20
seconds, and by wrong usage (64) or unreadable input (65) that is not said in one line. The input numbered k depends on the seed and k
alone: `--only k` repeats it.
"""

import random

import fuzzing

NUMBERS = """-1 0 1 2 3 7 10 25 100 784 1e3 1e5 +5 1e-5 0.05 0.5 0.999 -0 0.0 1.0 2.5 nan NaN -nan inf -inf Infinity 1e400 -1e400 1e-400 1e308
1e160 1e-300 1e15 1000000000000001 18446744073709551615 18446744073709551616 99999999999999999999999 0x10 1_000 1e 1e+ . .5 5. --5 e5 ١٢
½ ² 1e99999999999999999999 0.99999999999999999999999""".split()
HOSTILE = ["", " ", ",", "1,,2", "1,", ",1", "25, 100", " 25", "25 ", "25,25", "1;2", "a", "'", "\n", "1\n2", "\x1f", "\x1b[31m", "%s%n", "é",
           "\U0001d7d9", "\u202e1", "9" * 400, "1," * 3000 + "1", "x" * 5000, "--", "--json", "-"]
SMALL = {"d": ["1", "2", "3", "25"], "m": ["1", "2", "10", "100", "1e3"], "gamma": ["0.05", "0.5", "1e-9"], "c0": ["0", "0.5", "1", "10"],
         "c1": ["0.1", "1", "2"], "radius": ["0", "0.1", "0.5", "3"], "epsilon": ["0.1", "1e-9", "0.5"]}
WORDS = {"sampler": ["dense", "reduced", "DENSE", "sparse"], "rng": ["philox", "mt19937", "ranlxd2", "rand"],
         "format": ["md", "json", "csv", "md,json", "md,md", "pdf", "md,", "MD"], "attack-step": ["unit", "gradient", "none"]}
CLAIMS = """B.4/1 B.4/2 B.4/3 B.4/4 B.5/1 B.5/2 B.5/a B.5/b B.6/1 B.6/2 B.7/1 B.7/2 B.7/f B.7/h B.8/1 B.8/2 B.8/i B.8/j B.9/1 B.4 B.5 B.6
T T.1 3 3.1 5 b.5/1 B7 B.5/1* B.8/c* B.8/c** B.8/c***""".split()
QUANTITIES = """flipped-neurons perturbed-flipped-neurons function-value gradient-norm directional-difference gradient-difference
sign-change nearby-sign-change nope Function-Value""".split()
EXPERIMENTS = "errors fig2 fig3 fig4 fig5 fig6 fig7 all fig1".split()
POINT = ["d", "m", "c0", "c1", "radius", "epsilon"]


class Options:
    """Words of one command line."""

    def __init__(self, chance, folder):
        self.chance = chance
        self.folder = folder
        # Most inputs have one hostile value: with more, the first alone would be looked at.
        self.hostility = chance.choice([0, 0.1, 0.1, 0.3])

    def value(self, name):
        if self.chance.random() < self.hostility:
            return self.chance.choice(NUMBERS if self.chance.random() < 0.5 else HOSTILE)
        return self.chance.choice(SMALL.get(name) or WORDS.get(name) or ["1", "2", "3"])

    def listed(self, name):
        return ",".join(self.value(name) for _ in range(self.chance.choice([1, 1, 2, 3])))

    def option(self, name, value):
        return [f"--{name}={value}"] if self.chance.random() < 0.2 else [f"--{name}", value]

    def some(self, names, probability, listed=False):
        words = []
        for name in names:
            if self.chance.random() < probability:
                words += self.option(name, self.listed(name) if listed else self.value(name))
        return words

    def name(self, names):
        return self.chance.choice(HOSTILE) if self.chance.random() < self.hostility else self.chance.choice(names)

    def flag(self, name, probability=0.2):
        return [f"--{name}"] if self.chance.random() < probability else []

    def place(self, names):
        """A path that may or may not be there."""
        paths = [f"{self.folder}/out", f"{self.folder}/none/such", self.folder, "/dev/null", "/dev/zero", f"{self.folder}/pipe", "", "-"]
        return [w for n in names if self.chance.random() < 0.15 for w in self.option(n, self.chance.choice(paths))]

    def run_flags(self):
        return (self.some(["seed", "threads", "error-rate", "sampler", "rng"], 0.2) + self.option("trials", self.value("trials"))
                + self.place(["out"]) + self.some(["format"], 0.1) + self.flag("json"))

    def bound(self):
        words = [self.name(CLAIMS)] + self.some(["d", "m", "gamma"], 0.97) + self.some(POINT[2:], 0.3)
        return ["bound"] + words + self.flag("json")

    def verify(self):
        names = [self.name(CLAIMS) for _ in range(self.chance.choice([1, 1, 1, 2]))]
        words = self.some(["d", "m", "gamma", "c0"], 0.97, listed=True) + self.some(["c1", "radius", "epsilon"], 0.15, listed=True)
        return ["verify"] + names + words + self.run_flags() + self.place(["plan"])

    def sample(self):
        words = self.some(["d", "m"], 0.97) + self.some(["c0", "c1", "radius", "epsilon", "seed", "sampler", "rng", "trials"], 0.3)
        return ["sample", self.name(QUANTITIES)] + words + self.some(["direction", "delta"], 0.1, listed=True)

    def frontier(self):
        return ["frontier"] + self.some(["gamma", "c0", "c1"], 0.5) + self.some(["m"], 0.5, listed=True) + self.flag("json")

    def experiment(self):
        words = self.some(["d", "m", "c0"], 0.2, listed=True) + self.some(["runs", "images", "attack-step", "seed", "threads"], 0.2)
        return ["experiment", self.name(EXPERIMENTS)] + words + self.place(["data", "out"])

    def names(self, command):
        count = self.chance.choice([0, 1, 1, 2] if command == "list" else [1, 1, 2])
        return [command] + [self.name(CLAIMS) for _ in range(count)]

    def audit(self):
        # A few claims: some of the others take minutes.
        return ["audit"] + [self.name(["T.1", "B.5/a", "B.5/d", "B.4/a", "nope"])] + self.flag("json") + self.place(["out"])

    def replay(self):
        paths = ["/dev/null", "/dev/zero", self.folder, f"{self.folder}/pipe", "", "none.json", f"{self.folder}/empty"]
        return ["replay", self.chance.choice(paths)] + self.flag("json")

    def helped(self):
        words = "verify bound list nope default help -h --help --version".split() + HOSTILE
        return self.chance.choice([["help"], ["--help"], ["--version"], []]) + [self.chance.choice(words) for _ in range(2)]

    def words(self):
        command = self.chance.choice([self.bound, self.verify, self.verify, self.sample, self.frontier, self.experiment, self.audit,
                                      lambda: self.names("list"), lambda: self.names("explain"), self.replay, self.helped])
        words = command()
        if self.chance.random() < 0.1:
            # A word dropped, repeated or moved: options without values, values without options.
            # Not the claims of a command that would take minutes for all of them.
            place = self.chance.randrange(min(2, len(words) - 1) if words[0] in ("audit", "verify") else 0, len(words))
            words[place:place + 1] = self.chance.choice([[], [words[place]] * 2, [self.chance.choice(HOSTILE + NUMBERS)]])
        return words


def main():
    with fuzzing.Session(__doc__) as session:
        for case in session.cases():
            words = Options(case.chance, session.folder).words()
            case.run(words or ["list"])


if __name__ == "__main__":
    main()
