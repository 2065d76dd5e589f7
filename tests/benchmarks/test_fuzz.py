"""Made-up programs and documents are read or refused: a small part of what the scripts try."""

import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]


@pytest.mark.parametrize("words", [("fuzz_programs.py", "--programs", "9"), ("fuzz_readers.py", "--examples", "40")])
def test_nothing_made_up_is_an_internal_error(words):
    script, *options = words
    command = [sys.executable, CHECKOUT / "benchmarks" / script, *options, "--seed", "4"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert " of seed 4, " in done.stdout
