"""A run whose workers are killed writes the same report, or says what it lost; so does the next one on its cache."""

import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform != "linux", reason="workers are found in /proc")
def test_a_killed_worker_makes_no_report_wrong():
    script, tree = CHECKOUT / "benchmarks/kill_workers.py", CHECKOUT / "fixtures/canary"
    done = subprocess.run([sys.executable, script, tree, "--kills", "6"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert " kills" in done.stdout
