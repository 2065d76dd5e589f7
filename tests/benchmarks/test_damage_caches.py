"""A damaged cache changes no report and ends no run, and neither does one that several runs share."""

import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="runs are forked, and write to memory")


def run(script, *words):
    return subprocess.run(
        [sys.executable, CHECKOUT / "benchmarks" / script, *words], capture_output=True, text=True, check=False
    )


def test_damage_makes_no_report_wrong():
    done = run("damage_caches.py", "--damages", "10")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "20 runs, 0 of them bad" in done.stdout


def test_runs_that_share_a_cache_or_are_killed_make_no_report_wrong():
    done = run("share_cache.py", "--rounds", "1", "--at-once", "3", "--kills", "1", "--seed", "3")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "1 killed" in done.stdout
