# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants faults in a copy of the sources, one at a time, and runs the tests that should notice.

All faults are compiled at once, each behind a question that the environment answers (LEMMACHECK_MUTANT), so one build serves them all.
The faults stand in Scripts/mutants/, a file for each module: FAULTS is a list of

    (file, original, faulty, what is wrong, tests)

`original` occurs once in the file. Where a part of it stands in [[ ]], that part alone is an expression with `faulty` in its place, else
the whole of it. A `faulty` that asks MUTANT itself takes the place of `original` as it is: so statements are put in question. `tests` is
what `swift test --filter` understands. The tests that compare with the committed reports may not be among them: they would notice any
change, a right one too.
"""

import argparse
import os
import re
import runpy
import shutil
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.path.join(ROOT, "Scripts", "mutants")
LIMIT_SECONDS = 900
REPORT_TESTS = ("committedReports", "ReadmeTests", "CommandLineTests")
# Reads the number once; what asks it may be inlined into other modules.
SUPPORT = """// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation

/// Which planted fault is on: the number in LEMMACHECK_MUTANT, none where that is not set.
public enum Mutant {
    public static let active = Int(ProcessInfo.processInfo.environment["LEMMACHECK_MUTANT"] ?? "") ?? 0

    @inlinable
    public static func `is`(_ number: Int) -> Bool { active == number }
}
"""
IMPORT = re.compile(r"^(?:public |package |internal )?import Support$", re.MULTILINE)


class Fault:
    """One fault: where it is planted and which tests may notice."""

    def __init__(self, number, file, original, faulty, words, tests):
        self.number, self.file, self.original, self.faulty = number, file, original, faulty
        self.words, self.tests = words, tests
        if any(name in tests for name in REPORT_TESTS):
            sys.exit(f"fault {number}, {words}: tests of the committed reports are not asked")

    @property
    def module(self):
        return self.file.split("/")[1]

    def place(self, text):
        """Where in the text the fault goes, and what goes there."""
        before, part, after = re.fullmatch(r"(.*?)\[\[(.*)\]\](.*)|()(.*)()", self.original, re.DOTALL).groups()[:3]
        if part is None:
            before, part, after = "", self.original, ""
        count = text.count(before + part + after)
        if count != 1:
            sys.exit(f"fault {self.number}, {self.words}: its original stands {count} times in {self.file}")
        start = text.index(before + part + after) + len(before)
        question = f"Mutant.is({self.number})"
        asked = self.faulty.replace("MUTANT", question)
        return start, start + len(part), asked if "MUTANT" in self.faulty else f"({question} ? ({asked}) : ({part}))"


def planted(text, faults):
    """The text of a file with its faults, each behind its question."""
    end = len(text)
    for start, stop, new in sorted((fault.place(text) for fault in faults), reverse=True):
        if stop > end:
            sys.exit(f"two faults of {faults[0].file} overlap: {text[start:stop]}")
        text, end = text[:start] + new + text[stop:], start
    return text


def read_faults():
    faults = []
    for name in sorted(os.listdir(FOLDER)):
        if name.endswith(".py"):
            for entry in runpy.run_path(os.path.join(FOLDER, name))["FAULTS"]:
                faults.append(Fault(len(faults) + 1, *entry))
    return faults


def write(path, text):
    """Writes a file unless it has that text, so that what did not change is not built again."""
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            if file.read() == text:
                return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def copy_tree(work):
    """The files that git knows, and no others, beside the copy's own build folder."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout.decode().split("\0")
    names = [name for name in names if name and os.path.isfile(os.path.join(ROOT, name))]
    known = set(names)
    for folder, folders, files in os.walk(work):
        folders[:] = [name for name in folders if name != ".build"]
        for name in files:
            path = os.path.relpath(os.path.join(folder, name), work)
            if path not in known and path not in ("Package.resolved", "Sources/Support/Mutant.swift"):
                os.remove(os.path.join(work, path))
    return names


def plant(faults, work):
    """Makes the copy with every fault in it."""
    texts = {}
    for path in sorted({fault.file for fault in faults}):
        with open(os.path.join(ROOT, path), encoding="utf-8") as file:
            text = planted(file.read(), [fault for fault in faults if fault.file == path])
        # What is inlinable may name public imports alone.
        line = ("public" if "@inlinable" in text else "internal") + " import Support"
        if IMPORT.search(text):
            text = IMPORT.sub(line, text)
        else:
            text = text.replace("\n\n", f"\n\n{line}\n", 1)
        texts[path] = text
    with open(os.path.join(ROOT, "Package.swift"), encoding="utf-8") as file:
        package = file.read()
    # A question in a formula is never a constant, but it may leave a warning.
    package = package.replace("    .treatAllWarnings(as: .error),\n", "")
    for module in {fault.module for fault in faults}:
        head = re.compile(r'(\.target\(\s*name: "' + module + r'", dependencies: \[)([^\]]*)\]')
        found = head.search(package)
        if '"Support"' not in found.group(2):
            package = head.sub(r'\1\2, "Support"]', package)
    texts["Package.swift"] = package
    texts["Sources/Support/Mutant.swift"] = SUPPORT
    for name in copy_tree(work):
        target = os.path.join(work, name)
        if name in texts:
            continue
        source = os.path.join(ROOT, name)
        if not os.path.exists(target) or os.path.getmtime(target) != os.path.getmtime(source):
            os.makedirs(os.path.dirname(target), exist_ok=True)
            shutil.copy2(source, target)
    for name, text in texts.items():
        write(os.path.join(work, name), text)
    resolved = os.path.join(ROOT, "Package.resolved")
    if os.path.exists(resolved):
        shutil.copy2(resolved, work)


def run_tests(work, tests, number):
    """How a run of the tests ended, with how many tests it had (None where it did not come so far) and its output."""
    environment = {name: value for name, value in os.environ.items() if name != "LEMMACHECK_MUTANT"}
    if number:
        environment["LEMMACHECK_MUTANT"] = str(number)
    # What `swift test --skip-build` runs, without the seconds in which it reads the package each time.
    command = [os.path.join(work, ".build", "release", "lemmacheckPackageTests.xctest"), "--testing-library", "swift-testing",
               "--filter", tests]
    try:
        run = subprocess.run(command, cwd=work, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, timeout=LIMIT_SECONDS)
    except subprocess.TimeoutExpired:
        return "no end", None, ""
    output = run.stdout.decode("utf-8", "replace")
    counts = re.findall(r"Test run with (\d+) tests?", output)
    return ("passed" if run.returncode == 0 else "failed"), (int(counts[-1]) if counts else None), output


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", default=os.path.join(ROOT, ".build-mutants"), help="the copy's folder")
    parser.add_argument("--only", type=int, nargs="+", help="run the faults of these numbers alone")
    parser.add_argument("--module", nargs="+", help="run the faults in these modules alone")
    parser.add_argument("--list", action="store_true", help="say what the faults are, and run nothing")
    parser.add_argument("--show", action="store_true", help="print which expectations failed")
    options = parser.parse_args()
    faults = read_faults()
    wanted = [fault for fault in faults if (not options.only or fault.number in options.only)
              and (not options.module or fault.module in options.module)]
    if options.list:
        for fault in wanted:
            print(f"{fault.number:3}  {fault.file}: {fault.words}  [{fault.tests}]")
        return
    os.makedirs(options.work, exist_ok=True)
    plant(faults, options.work)
    start = time.monotonic()
    build = subprocess.run(["swift", "build", "-c", "release", "--build-tests", "-Xswiftc", "-enable-testing"], cwd=options.work,
                           stdin=subprocess.DEVNULL, capture_output=True)
    if build.returncode:
        output = (build.stdout + build.stderr).decode("utf-8", "replace")
        errors = [line for line in output.splitlines() if "error:" in line]
        sys.exit("the copy with the faults could not be built:\n" + "\n".join(dict.fromkeys(errors)))
    print(f"built in {time.monotonic() - start:.0f} s; first the tests without a fault", flush=True)
    filters = sorted({fault.tests for fault in wanted})
    ending, count, output = run_tests(options.work, "|".join(f"(?:{tests})" for tests in filters), 0)
    if ending != "passed" or not count:
        failed = [line for line in output.splitlines() if "recorded an issue" in line]
        sys.exit(f"without a fault: {ending}, {count} tests\n" + "\n".join(failed))
    print(f"without a fault: {count} tests passed\n\nNo.  file; fault  [tests]: ending", flush=True)
    survivors = []
    for fault in wanted:
        begun = time.monotonic()
        ending, count, output = run_tests(options.work, fault.tests, fault.number)
        if count == 0:
            sys.exit(f"fault {fault.number}, {fault.words}: no test is named {fault.tests}")
        if ending == "passed":
            survivors.append(fault.number)
        verdict = {"passed": "SURVIVED", "failed": "caught", "no end": "caught (no end)"}[ending]
        if ending == "failed" and count is None:
            verdict = "caught (stopped)"
        print(f"{fault.number:3}  {fault.file.removeprefix('Sources/')}; {fault.words}  [{fault.tests}]: {verdict}"
              f" ({time.monotonic() - begun:.0f} s)", flush=True)
        if options.show:
            for line in [line for line in output.splitlines() if "recorded an issue" in line][:3]:
                print("         " + line[:300])
    print(f"\n{len(wanted)} faults: {len(wanted) - len(survivors)} caught, {len(survivors)} survived"
          + (f" ({', '.join(map(str, survivors))})" if survivors else ""))
    sys.exit(1 if survivors else 0)


if __name__ == "__main__":
    main()
