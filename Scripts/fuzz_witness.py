#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Replays damaged witnesses: each a witness file with one number, string, list, object or stretch of text changed.

    python3 Scripts/fuzz_witness.py [--count 2000] [--seed 1] [--jobs N] [--program PATH] [FILE ...]

The files are those of reports/witnesses unless given. Whatever a file holds, `replay` must end by itself within --limit seconds, with
status 0, 1 or 65; with 65 it says so in one line on standard error and nothing else, and otherwise nothing there. With 0 the file must
say of the claim, the cell, the draw, the value, the bound and the probability what the whole file says, and so must the replay: only the
W may be another one, which the replay has checked, and what the replay shows as the file's word. Prints how many ended with which status;
ends with 1, after a line for each, if any did not as it must. The same seed makes the same files.
"""

import argparse
import collections
import concurrent.futures
import copy
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent

# How far a number may be from the one that is found anew; others must be equal. Limits of probabilities are kept in six digits.
TOLERANCE = {"value": 1e-8, "bound": 1e-8, "allowed": 1e-8, "lower": 1e-4, "upper": 1e-4}
# What a refutation says on its own word alone, and what older files lack.
UNCHECKED = {"fromD", "fromM", "movedAtFirst"}
OPTIONAL = {"undecided", "alpha", "sampler"}


class Raw:
    """Text that stands in the file as it is."""

    def __init__(self, text):
        self.text = text


def places(value, path=()):
    """The path of each value in a tree."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from places(inner, path + (key,))


def at(tree, path):
    for key in path:
        tree = tree[key]
    return tree


def other_number(x, rng):
    integer = round(x)
    return rng.choice(
        [0, -0.0, -x, x + 1, x - 1, 2 * x, x / 3, x * 1.001, x * 0.999, x * (1 + 1e-4), integer + 0.5, 1e308, -1e308, 5e-324, 1e15,
         2**31, 2**53, 2**63 - 1, 2**63, 2**64, -1, 1, 2, rng.uniform(-1, 1), rng.randrange(100), float("inf"), float("nan"),
         Raw("1e999"), Raw("-1e999"), Raw("0x10"), Raw("01"), Raw("1" * 400)])


def other_string(text, rng):
    letter = rng.randrange(len(text)) if text else 0
    return rng.choice(
        ["", text + " ", text.upper(), text[:letter] + "\n" + text[letter:], text[:letter] + chr(rng.randrange(33, 0x3000)) + text[letter:],
         text[:letter] + text[letter + 1:], "x" * 100_000, "law", "trials", "dense", "reduced", "mt19937", "ranlxd2", "B.7/1", "B.4/2", "B.6/2",
         "\0", "\u2028", "\U0001f600", Raw('"\\ud800"')])


def other_kind(rng):
    return rng.choice([None, True, False, "1", "inf", [], {}, [[]], {"a": 1}, 3, 2.5, Raw("[" * 1000 + "]" * 1000), Raw("[" * 200_000)])


def changed_list(items, rng):
    items = list(items)
    k = rng.randrange(len(items)) if items else 0
    way = rng.randrange(6)
    if way == 0:
        return []
    if way == 1:
        return items[:k] + items[k + 1:]
    if way == 2:
        return items[:k] + items[k:k + 1] + items[k:]
    if way == 3:
        return items[::-1]
    if way == 4:
        return items[:k]
    return items + [rng.choice([0, None, "x", copy.deepcopy(items[k]) if items else 0])]


def changed_object(items, rng):
    """Also gives whether a key is there twice."""
    key = rng.choice(list(items))
    way = rng.randrange(5)
    if way == 0:
        return {k: v for k, v in items.items() if k != key}, False
    if way == 1:
        return {(k + "x" if k == key else k): v for k, v in items.items()}, False
    if way == 2:
        return {**items, "comment": "unknown keys are passed over"}, False
    twice = json.dumps({key: other_number(1, random.Random(rng.random()))}, default=lambda raw: 0)[1:-1]
    whole = json.dumps(items)[1:-1]
    return Raw("{" + (f"{twice}, {whole}" if way == 3 else f"{whole}, {twice}") + "}"), True


def written(tree):
    """JSON, with what is raw as it is."""
    raws = []

    def keep(raw):
        raws.append(raw.text)
        return f"\ue000{len(raws) - 1}\ue000"

    text = json.dumps(tree, default=keep, indent=1)
    for k, raw in enumerate(raws):
        text = text.replace(json.dumps(f"\ue000{k}\ue000"), raw)
    return text


def damaged_text(text, rng):
    k = rng.randrange(len(text))
    garbage = bytes(rng.randrange(256) for _ in range(rng.randrange(1, 9)))
    data = text.encode()
    return rng.choice(
        [data[:k], data[:k] + garbage + data[k:], data[:k] + data[k + rng.randrange(1, 40):], data[:k] + garbage + data[k + len(garbage):],
         b"", b"\xef\xbb\xbf" + data, data.decode().encode("utf-16"), data + data, b"[" * 500_000, b'{"claim":' * 100_000, b"null", b"\0" * 1000])


def mutant(text, rng):
    """A damaged file, and a word on what was done."""
    tree = json.loads(text)
    if rng.random() < 0.1:
        return damaged_text(text, rng), "text"
    # Each key as often as another, whatever the length of the lists beside it.
    groups = collections.defaultdict(list)
    for path in places(tree):
        groups[tuple("#" if isinstance(key, int) else key for key in path)].append(path)
    path = rng.choice(groups[rng.choice(sorted(groups))])
    old, twice = at(tree, path), False
    if rng.random() < 0.12:
        new = other_kind(rng)
    elif isinstance(old, dict):
        new, twice = changed_object(old, rng)
    elif isinstance(old, list):
        new = changed_list(old, rng)
    elif isinstance(old, str):
        new = other_string(old, rng)
    else:
        new = other_number(old, rng)
    if path:
        at(tree, path[:-1])[path[-1]] = new
    else:
        tree = new
    return written(tree).encode("utf-8", "surrogatepass"), ("twice " if twice else "") + ".".join(map(str, path))


def says_the_same(new, old, key=""):
    """Whether a file says what another does, in all that a replay answers for."""
    if key in UNCHECKED or key in OPTIONAL and new is None:
        return True
    if isinstance(old, dict):
        return isinstance(new, dict) and all(says_the_same(new.get(k), v, k) for k, v in old.items() if k not in ("moved", "delta"))
    if isinstance(old, (int, float)) and not isinstance(old, bool):
        if not isinstance(new, (int, float)) or isinstance(new, bool):
            return False
        return abs(new - old) <= TOLERANCE.get(key, 0) * abs(old)
    return new == old


# The lines of a replay that are the same for any W that shows the same.
ANSWERS = ("claim", "draw", "value", "bound", "refuted", "this draw")


def answers(output):
    # The recorded value stands behind the one that is found.
    return [line.split(", recorded")[0] for line in output.splitlines() if line.startswith(ANSWERS)]


def replay(program, file, limit):
    begin = time.monotonic()
    try:
        ended = subprocess.run([program, "replay", file], capture_output=True, stdin=subprocess.DEVNULL, timeout=limit)
    except subprocess.TimeoutExpired:
        return None, "", "", time.monotonic() - begin
    return ended.returncode, ended.stdout.decode(errors="replace"), ended.stderr.decode(errors="replace"), time.monotonic() - begin


def fault(data, what, original, expected, result, file, limit):
    """What is wrong with how a replay ended; None where it ended as it must."""
    status, output, errors, seconds = result
    if status is None:
        return f"took more than {limit} s"
    if status < 0:
        return f"ended by signal {-status}"
    if status not in (0, 1, 65):
        return f"ended with status {status}"
    if status == 65:
        well = not output and errors.count("\n") == 1 and errors.endswith("\n") and errors.startswith(f"lemmacheck: {file}: ")
        return None if well else f"status 65 with {len(output)} bytes of output and {errors[:300]!r}"
    if errors:
        return f"status {status} with {errors[:300]!r}"
    if status == 1:
        return None if "not as recorded: " in output or "not a witness: " in output else "status 1 without a reason"
    if answers(output) != expected:
        return f"status 0 with other answers: {output[:600]!r}"
    # Of a key that is there twice either may be taken; what the replay answers decides.
    if not what.startswith("twice ") and not says_the_same(json.loads(data), json.loads(original)):
        return "status 0, though the file says something else"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=20, help="seconds")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--program", default=str(ROOT / ".build/release/lemmacheck"))
    parser.add_argument("--keep", help="a folder for the files that a replay did not end with as it must")
    parser.add_argument("files", nargs="*", default=sorted(str(path) for path in (ROOT / "reports/witnesses").glob("*.json")))
    options = parser.parse_args()

    originals = {file: pathlib.Path(file).read_text() for file in options.files}
    whole = {file: replay(options.program, file, options.limit) for file in options.files}
    for file, (status, output, errors, _) in whole.items():
        if status != 0:
            sys.exit(f"{file} itself ends with status {status}: {output}{errors}")

    with tempfile.TemporaryDirectory() as folder:
        def run(index):
            rng = random.Random(f"{options.seed}/{index}")
            source = options.files[index % len(options.files)]
            data, what = mutant(originals[source], rng)
            file = f"{folder}/{index}.json"
            pathlib.Path(file).write_bytes(data)
            result = replay(options.program, file, options.limit)
            wrong = fault(data, what, originals[source], answers(whole[source][1]), result, file, options.limit)
            if wrong and options.keep:
                pathlib.Path(options.keep).mkdir(parents=True, exist_ok=True)
                (pathlib.Path(options.keep) / f"{index}.json").write_bytes(data)
            os.remove(file)
            return index, source, what, result, wrong

        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            results = list(pool.map(run, range(options.count)))

    for index, source, what, _, wrong in results:
        if wrong:
            print(f"file {index} ({pathlib.Path(source).name}, {what or 'the whole'}): {wrong}")
    counts = collections.Counter(result[0] for _, _, _, result, _ in results)
    failed = sum(1 for result in results if result[4])
    slowest = max((result[3] for _, _, _, result, _ in results), default=0)
    print(f"{options.count} files: " + ", ".join(f"{counts[s]} with status {s}" for s in sorted(counts, key=str))
          + f"; {failed} not as they must; the slowest took {slowest:.1f} s")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
