#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mutates the plans of bounds/ at random from a seed, gives them to `lemmacheck verify --plan`, and looks at how each run ends.

    Scripts/fuzz_plans.py --count 500 --seed 1 --binary .build/release/lemmacheck

What fails a run, and how `--only` repeats one, is told in fuzzing.py and fuzz_options.py.
"""

import pathlib
import re

import fuzzing

BOUNDS = pathlib.Path(__file__).resolve().parent.parent / "bounds"
# Few trials on small draws, so that a run takes a part of a second.
CHEAP = ["--trials", "8", "--m", "100", "--d", "5", "--c0", "1"]
NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?")
TOKEN = re.compile(r"[\w./'*]+|[^\w\s]|\s+")
NUMBERS = "-5 0 nan .nan .inf -.inf inf 1e400 1e-400 0x10 1_000 2.5 1e15 1e16 1e308 0o17 ~ null true '' [] {}".split() + ["[1, 1]", "[1, [2]]"]
TEXTS = """& * &a *a &a[*a] !!binary !x ! | > %YAML --- ... ? - : , [ ] { } # ' " \\ \t \r \x00 \x07 \x7f \x85 \ufeff \u2028 << @ ` = é ١
lemma claims steps claim grid expect except where trials d m gamma c0 c1 radius epsilon holds refuted proved B B.4/1 B.7/1 T 3""".split(" ")


def bomb(chance):
    """Lists of lists, each twice the one before."""
    lines = ["a0: &a0 [x, x]"] + [f"a{k}: &a{k} [*a{k - 1}, *a{k - 1}]" for k in range(1, chance.choice([3, 30, 64]))]
    return "\n".join(lines) + "\n? *a2 : x\n"


def deep(chance):
    depth = chance.choice([10, 999, 1001, 100_000])
    open_, close = chance.choice([("[", "]"), ("{a: ", "}"), ("[{a: ", "}]"), ("- ", ""), ("? ", ""), ("[", "")])
    return open_ * depth + "x" + close * depth


def wide(chance):
    """Grids with too many cells, or with as many as there may be."""
    lists = {name: f"[{', '.join(str(k + 1) for k in range(chance.choice([1, 10, 1000])))}]" for name in ["d", "m", "c0"]}
    values = ", ".join(f"{name}: {text}" for name, text in lists.items())
    return f"lemma: B.5\nclaims:\n  - claim: B.5/1\n    grid: {{{values}, gamma: 0.05}}\n    trials: 1\n"


def mutated(chance, text):
    """One mutation of a plan's text."""
    lines = text.splitlines(keepends=True)
    numbers, tokens = list(NUMBER.finditer(text)), list(TOKEN.finditer(text))
    if not (lines and numbers and tokens):
        return text + chance.choice(TEXTS)
    kind = chance.choice("byte byte number number number token token line line indent key structure".split())
    if kind == "byte":
        place = chance.randrange(len(text) + 1)
        return text[:place] + chance.choice(["", chr(chance.randrange(256)), chance.choice(TEXTS)]) + text[place + chance.choice([0, 1]):]
    if kind == "number":
        found = chance.choice(numbers)
        return text[:found.start()] + chance.choice(NUMBERS) + text[found.end():]
    if kind == "token":
        found = chance.choice(tokens)
        other = chance.choice([chance.choice(tokens).group(), chance.choice(TEXTS), ""])
        return text[:found.start()] + other + text[found.end():]
    if kind == "line":
        place = chance.randrange(len(lines))
        lines[place:place + 1] = chance.choice([[], [lines[place]] * 2, [chance.choice(lines)], [lines[place].strip() + " "]])
        return "".join(lines)
    if kind == "indent":
        place = chance.randrange(len(lines))
        lines[place] = chance.choice([" " + lines[place], lines[place].lstrip(), "\t" + lines[place], " " * 2000 + lines[place]])
        return "".join(lines)
    if kind == "key":
        return re.sub(r"\b(grid|expect|where|trials|gamma|c0|claim):", lambda m: chance.choice([m.group(), m.group(), "c1:", "'c1':"]), text)
    return chance.choice([
        lambda: text + bomb(chance), lambda: bomb(chance), lambda: deep(chance), lambda: "lemma: B.5\nclaims: " + deep(chance),
        lambda: wide(chance), lambda: text + text, lambda: text + "---\n" + text, lambda: "", lambda: text[:chance.randrange(len(text))],
        lambda: "lemma: T\nsteps: {}\n", lambda: "\ufeff" + text, lambda: text.replace("\n", "\r\n"), lambda: "#" * 2_000_000,
        lambda: "lemma: B.5\nclaims:\n" + "  - {claim: B.5/1, grid: {d: 1, m: 1, gamma: 0.5, c0: 1}}\n" * 5000,
    ])()


def main():
    plans = {path.name: path.read_text(encoding="utf-8") for path in sorted(BOUNDS.glob("*.yaml"))}
    with fuzzing.Session(__doc__) as session:
        for case in session.cases():
            # Those with grids more often than those with proof steps alone.
            name = case.chance.choice([name for name, text in sorted(plans.items()) for _ in range(5 if "grid:" in text else 1)])
            text = plans[name]
            for _ in range(case.chance.choice([1, 1, 1, 2, 5])):
                text = mutated(case.chance, text) or " "
            path = pathlib.Path(session.folder) / "plan.yaml"
            path.write_bytes(text.encode(case.chance.choice(["utf-8"] * 40 + ["utf-16", "latin-1"]), "replace"))
            words = ["verify", "--plan", "plan.yaml"] + (CHEAP if case.chance.random() < 0.9 else ["--trials", "1", "--m", "3"])
            case.run(words, note=f"a mutant of {name}: {text[:300]!r}")


if __name__ == "__main__":
    main()
