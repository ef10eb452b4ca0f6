# SPDX-License-Identifier: GPL-3.0-or-later
"""Assertions by lemmacheck in a Python test suite: pytest test_own_quantity.py

Each is one call of `lemmacheck assert`, whose exit status is the verdict and whose one line is the message of a failing test. The program is
looked for on the PATH; LEMMACHECK names another one.
"""

import os
import pathlib
import subprocess

import pytest

FOLDER = pathlib.Path(__file__).parent
PROGRAM = os.environ.get("LEMMACHECK", "lemmacheck")


def lemmacheck(*arguments):
    run = subprocess.run([PROGRAM, "assert", *arguments], cwd=FOLDER, capture_output=True, text=True)
    assert run.returncode in (0, 1), run.stderr
    return run


def assert_claim(*arguments):
    run = lemmacheck(*arguments)
    assert run.returncode == 0, run.stderr


def test_lemma_of_the_paper():
    assert_claim("B.7/1", "--d", "784", "--m", "1e4", "--gamma", "0.05", "--c0", "1")


@pytest.mark.parametrize("c0", ["1", "4"])
def test_own_bound_on_a_quantity_of_lemmacheck(c0):
    assert_claim(
        "--quantity", "function-value", "--at-most", "2*sqrt(log(2/gamma)) + C0/2", "--d", "100", "--m", "1000", "--gamma", "0.05",
        "--c0", c0)


@pytest.mark.parametrize("claim", ["Davidson-Szarek/largest", "Davidson-Szarek/smallest", "longest-run"])
def test_claim_about_a_program(claim):
    assert_claim(claim, "--plan", "plan.yaml", "--allow-commands")


def test_a_bound_that_is_too_sharp():
    run = lemmacheck("too-sharp", "--plan", "plan.yaml", "--allow-commands", "--expect", "holds")
    assert run.returncode == 1
    assert "too-sharp is refuted at gamma=0.05" in run.stderr and "repeat: " in run.stderr
