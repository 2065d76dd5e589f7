"""A suite of snippets → what the real ones did, and what cutpoint says, with or without the packages at hand."""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

from tests.support.commands import start

CHECKOUT = Path(__file__).parents[2]
PACKAGES = ("--packages", sysconfig.get_paths()["purelib"])
"""The real ones, for cutpoint to read as well."""


def done_by_the_real_ones(module: str) -> dict:
    """Of every case of the suite that *module* runs: its statements, the functions it entered, its error."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", module, "run"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
        env={key: value for key, value in os.environ.items() if not key.startswith(("DJANGO_", "PYTHON"))}
        | {"PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == 0, done.stderr
    answer: dict = json.loads(done.stdout)
    return answer


def said_of(snippets: Path, *options: str) -> dict:
    """The report on the snippets, without *options* as most users of cutpoint have it."""
    done = start("analyze", snippets, "--format", "json", "--no-cache", "-q", *options)
    assert done.code == 0, done.err
    report: dict = json.loads(done.out)
    return report
