"""A command goes in; the processor time, wall time and peak memory of its process come out."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

CHECKOUT = Path(__file__).resolve().parent.parent
# The checkout is measured, installed or not.
sys.path.append(str(CHECKOUT))

# Printed by the measured process itself as its last act. VmHWM is of that process alone, while `wait4` would also count
# the largest of its children, and the memory of whoever started it.
_PEAK = """
def peak():
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    except OSError:
        import resource
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
"""


class Measured(NamedTuple):
    """*cpu* seconds include all children; *peak* is the largest resident size of the process itself, in MB."""

    cpu: float
    wall: float
    peak: float
    said: str


def measure(code: str, *arguments: str) -> Measured:
    """Run *code* in a fresh interpreter that can import cutpoint; it may print something, which is `said`."""
    with tempfile.TemporaryFile("w+") as out:
        started = time.perf_counter()
        script = f"{_PEAK}\n{code}\nprint()\nprint(peak())\n"
        process = subprocess.Popen(
            [sys.executable, "-c", script, *arguments],
            stdout=out,
            env=os.environ | {"PYTHONPATH": str(CHECKOUT), "PYTHONDONTWRITEBYTECODE": "1"},
        )
        # The usage of the process and of every child that it has waited for.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said = out.read().rstrip().splitlines()
    if process.returncode != 0:
        raise SystemExit(f"the measured process ended with {process.returncode}")
    return Measured(usage.ru_utime + usage.ru_stime, wall, int(said[-1]) / 1024, "\n".join(said[:-1]).strip())


def analyze(tree: Path, cache: Path | None, options: list[str], output: Path | None = None) -> Measured:
    """`cutpoint analyze TREE`: its page, thrown away, or its JSON, which has cut points as well, in *output*."""
    code = "import sys\nfrom cutpoint.__main__ import main\ncode = main()\nif code: sys.exit(code)"
    where = ["--no-cache"] if cache is None else ["--cache-dir", str(cache)]
    target = os.devnull if output is None else str(output)
    shape = "text" if output is None else "json"
    return measure(code, "analyze", str(tree), "--format", shape, "--quiet", "--output", target, *where, *options)


def report_of(tree: Path, options: list[str]) -> dict:
    """What cutpoint says of *tree*."""
    with temporary_folder() as folder:
        analyze(tree, None, options, folder / "report.json")
        return json.loads((folder / "report.json").read_bytes())


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="cutpoint-benchmark-") as name:
        yield Path(name)


def machine() -> str:
    """What kind of machine this is, without saying which."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    version = ".".join(map(str, sys.version_info[:2]))
    return f"{cores} cores, {sys.platform}, Python {version}"
