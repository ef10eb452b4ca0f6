#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes into README.md what the program prints: the output below each `$ lemmacheck ...`, and the tables between markers from reports/.

    python3 Scripts/readme.py
"""
import pathlib
import re
import shlex
import subprocess

root = pathlib.Path(__file__).parent.parent
build = ["swift", "build", "-c", "release", "--package-path", root, "--product", "lemmacheck"]
subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
program = pathlib.Path(subprocess.check_output([*build, "--show-bin-path"], text=True).strip()) / "lemmacheck"


def run(match):
    command = match[1]
    output = subprocess.run([program, *shlex.split(command)[1:]], cwd=root, capture_output=True, text=True).stdout
    return f"```text\n$ {command}\n{output.rstrip()}\n```"


readme = root / "README.md"
text = readme.read_text()
text = re.sub(r"```text\n\$ (lemmacheck[^\n]*)\n.*?```", run, text, flags=re.S)
verdicts = (root / "reports/verdicts.md").read_text()
table = verdicts.split("## By claim\n\n")[1].split("\n\n")[0]
summary = verdicts.split("\n\n")[1]
audit = (root / "reports/audit.md").read_text().split("\n\n")[1]
for name, contents in {"verdicts": f"{summary}\n\n{table}", "audit": audit}.items():
    text = re.sub(
        rf"<!-- {name} -->.*?<!-- /{name} -->", lambda _: f"<!-- {name} -->\n{contents}\n<!-- /{name} -->", text, flags=re.S)
readme.write_text(text)
