"""What a million lines take: a made-up monolith is analyzed in a fresh process, and memory is that of all its processes.

    python benchmarks/million_lines.py [--lines 1000000] [--files 20000] [--apps 80] [--seed 1] [--most 1500] [--keep DIR]

The report must be complete and the exit code 0, and no more than so many MB (of 1,000,000 bytes) may be in use at once. That is
PSS, in which a page that processes share counts once, added up over the whole process tree every half second (Linux).
The processor time of all processes is told beside that of bare `ast.parse` on the same files. The first run has an
empty cache, as the first run of a user has; the second is answered from it.
"""

import argparse
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NamedTuple

from measured import CHECKOUT, machine, measure, temporary_folder
from monolith import write_monolith
from speed import PARSE

_EVERY = 0.5
_MB = 1_000_000


class Run(NamedTuple):
    """A run: its exit code, processor and wall seconds, and the peaks in MB of all processes, and of the first alone."""

    code: int
    cpu: float
    wall: float
    peak: float
    main_peak: float


def main() -> None:
    """Write the monolith, measure, and end with 1 when a promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--apps", type=int, default=80)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=float, default=1_500.0, metavar="MB")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="write the monolith here, and leave it")
    given = parser.parse_args()
    with temporary_folder() as folder:
        tree = given.keep or folder / "monolith"
        files, lines = write_monolith(tree, given.files, given.lines, given.apps, given.seed)
        print(f"{machine()}\n{lines:,} lines in {files:,} files and {given.apps} apps, seed {given.seed}", flush=True)
        sys.exit(not is_kept(tree, folder, given.most))


def is_kept(tree: Path, folder: Path, most: float) -> bool:
    """Measure, print what came out, and tell whether all of it is as promised."""
    listing = folder / "files.json"
    listing.write_text(json.dumps([str(path) for path in sorted(tree.rglob("*.py"))]))
    parsing = measure(PARSE, str(listing)).cpu
    print(f"ast.parse alone: {parsing:.1f} s of processor time", flush=True)
    is_kept = True
    for name in ("empty cache", "answered from the cache"):
        report = folder / "report.json"
        run = _analyze(tree, folder / "cache", report)
        found = json.loads(report.read_bytes()) if run.code == 0 else {}
        print(
            f"{name}: exit {run.code}, complete: {found.get('complete')}, {run.cpu:.1f} s of processor time"
            f" ({run.cpu / parsing:.1f} times ast.parse), {run.wall:.0f} s by the clock,"
            f" peak {run.peak:,.0f} MB over all processes, {run.main_peak:,.0f} in the first",
            flush=True,
        )
        is_kept &= run.code == 0 and found["complete"] and run.peak <= most
    print(_found(found))
    return is_kept


def _analyze(tree: Path, cache: Path, report: Path) -> Run:
    words = ("analyze", str(tree), "--format", "json", "--quiet")
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "cutpoint", *words, "--output", str(report), "--cache-dir", str(cache)],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
    ) as process:
        peaks = [(0, 0)]
        is_over = threading.Event()
        sampling = threading.Thread(target=_sample, args=(process.pid, peaks, is_over))
        sampling.start()
        # The usage of the process and of every child that it has waited for.
        _, status, usage = os.wait4(process.pid, 0)
        is_over.set()
        sampling.join()
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - began
    peak, main_peak = (max(each) / _MB for each in zip(*peaks, strict=True))
    return Run(process.returncode, usage.ru_utime + usage.ru_stime, wall, peak, main_peak)


def _sample(pid: int, peaks: list[tuple[int, int]], is_over: threading.Event) -> None:
    while not is_over.wait(_EVERY):
        sizes = [_pss(each) for each in _tree(pid)]
        peaks.append((sum(sizes), sizes[0]))


def _tree(pid: int) -> list[int]:
    """*pid* and all that descend from it."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        children = []
    return [pid, *(each for child in children for each in _tree(int(child)))]


def _pss(pid: int) -> int:
    """Bytes; none once it is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) << 10 for line in lines if line.startswith("Pss:"))


def _found(report: dict) -> str:
    writes = sum(access["action"] != "read" for access in report["accesses"])
    return (
        f"{len(report['models']):,} models, {len(report['accesses']):,} accesses, {writes:,} of them writes, "
        f"{len(report['transactions']):,} transactions, {len(report['entry_points']):,} entry points, "
        f"{report['resolution']['rate']:.1%} of {report['resolution']['query_sites']:,} query sites understood"
    )


if __name__ == "__main__":
    main()
