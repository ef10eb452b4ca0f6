#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has coqc check the proofs in Coq, as the program writes them: each accepted by itself, with nothing admitted or assumed, and resting on
no other axioms than those that Guides/CoqProofs.md lists. Ends with how many of how many were accepted; status 1 where one was not.

    proofs.py FOLDER [--jobs N]

FOLDER has the files that `lemmacheck audit --coq FOLDER` wrote. Needs coqc (Debian: coq, libcoq-interval). Where there is none it says so
and ends with status 0, or with 1 where the variable CI is set: there the proofs are not to be skipped.
"""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Commands that state without a proof or end one without it, that take a check off, or give signs another meaning.
ASSUMED = re.compile(
    r"\b(Admitted|admit|give_up|Abort|Axioms?|Parameters?|Conjectures?|Hypothes[ie]s|Variables?|Context|Unset|Load|Declare|Notation|Infix"
    r"|Module)\b")


def allowed():
    """The names, and the modules, of the guide's two lists below its heading on what the theorems rest on."""
    guide = (ROOT / "Guides" / "CoqProofs.md").read_text()
    part = guide.split("## What the theorems rest on")[1].split("\n## ")[0]
    entries = [line for block in re.findall(r"```text\n(.*?)```", part, re.S) for line in block.split()]
    return {e for e in entries if not e.endswith(".*")}, tuple(e[:-1] for e in entries if e.endswith(".*"))


def code(text):
    """Without its comments, which may be nested."""
    out, depth, at = [], 0, 0
    while at < len(text):
        if text.startswith("(*", at):
            depth, at = depth + 1, at + 2
        elif depth and text.startswith("*)", at):
            depth, at = depth - 1, at + 2
        else:
            if not depth:
                out.append(text[at])
            at += 1
    return "".join(out)


def axioms(output):
    """The names that Print Assumptions printed: those at the beginning of a line, behind the heading."""
    if "Closed under the global context" in output:
        return []
    heading = output.find("Axioms:\n")
    if heading < 0:
        return None
    return re.findall(r"^([A-Za-z_][\w.']*)(?= ?:|$)", output[heading + len("Axioms:\n"):], re.M)


def complaint(path):
    """Why `path` is not accepted, None where it is."""
    source = code(path.read_text())
    found = ASSUMED.search(source)
    if found:
        return f"it says {found.group()}"
    name = path.stem
    if not source.rstrip().endswith(f"Qed.\n\nPrint Assumptions {name}."):
        return f"it does not end with the proof of {name} and its assumptions"
    if not re.search(rf"^Theorem {name} :", source, re.M):
        return f"it has no Theorem {name}"
    run = subprocess.run(["coqc", "-noglob", path.name], cwd=path.parent, capture_output=True, text=True)
    if run.returncode != 0:
        return (run.stderr.strip() or run.stdout.strip() or f"coqc ended with {run.returncode}")[-600:]
    used = axioms(run.stdout)
    if used is None:
        return "its assumptions were not printed"
    names, modules = allowed()
    strange = [axiom for axiom in used if axiom not in names and not axiom.startswith(modules)]
    return f"it rests on {', '.join(strange)}" if strange else None


def main():
    parser = argparse.ArgumentParser(description="Has coqc check the proofs in Coq.")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    if shutil.which("coqc") is None:
        print("proofs: skipped, as there is no coqc (Debian: apt-get install coq libcoq-interval)")
        return 1 if os.environ.get("CI") else 0
    files = sorted(options.folder.glob("*.v"))
    if not files:
        print(f"proofs: there are none in {options.folder}", file=sys.stderr)
        return 1
    missing = sorted({path.name for path in (ROOT / "coq").glob("*.v")} - {path.name for path in files})
    if missing:
        print(f"proofs: the program did not write {', '.join(missing)}", file=sys.stderr)
        return 1
    accepted = 0
    with ThreadPoolExecutor(max(1, options.jobs)) as pool:
        for path, problem in zip(files, pool.map(complaint, files)):
            accepted += problem is None
            print(f"  {path.name}: {'accepted' if problem is None else problem}", flush=True)
    print(f"proofs: {accepted} of {len(files)} accepted")
    return 0 if accepted == len(files) else 1


if __name__ == "__main__":
    sys.exit(main())
