"""Made-up programs, and whether anything goes wrong inside of cutpoint when they are read: prints figures, exits with 1 if so.

    python benchmarks/fuzz_programs.py [--programs 5000] [--seed 1] [--from 0] [--minutes M] [--only N] [--keep FOLDER]

Each program is a small Django project. A quarter of them are mutated fixtures, a quarter is made up with mutated code of the
conformance tests in it, and the others come out of a grammar (`fuzzing/*.txt`); every fourth has damaged bytes. Each is
asked for its report, the gate's verdict in all formats and its cuts, and three of fifteen further questions, in-process, as
the command line asks them. One in twenty is read once more by another process, its files written in the opposite order,
and must give the same bytes; another one in twenty becomes a commit that the next program changes.

Bad is an exit code or an exception that no document names, a traceback, a file that was lost (`internal-error`,
`worker-crash`, `timeout`, `out-of-memory`), a report that its schema doesn't fit, and more than 60 s of processor time.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import time
import traceback
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from math import inf
from multiprocessing import get_context
from pathlib import Path

from fuzzing.asking import Asker
from fuzzing.commanding import OutOfTimeError, command, limited, processor_seconds
from fuzzing.programs import Program, program_of
from measured import CHECKOUT, temporary_folder

_SECONDS = 60
_QUESTIONS = 3
_LOSSES = {"internal-error", "worker-crash", "timeout", "out-of-memory"}
_GIT = ("git", "-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", "-C")
Outcome = Counter[str]


def main() -> None:
    """Read as many programs as the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", type=int, default=0, dest="first")
    parser.add_argument("--minutes", type=float, default=inf, help="End after so long, and tell how far it came.")
    parser.add_argument("--only", type=int, help="Read this program alone, and show what goes wrong.")
    parser.add_argument("--keep", type=Path, help="With --only: write the program here.")
    given = parser.parse_args()
    numbers = (
        range(given.first, given.first + given.programs) if given.only is None else range(given.only, given.only + 1)
    )
    if given.keep is not None:
        _write(program_of(given.seed, numbers[0]), given.keep)
    found: Counter[str] = Counter()
    bad: list[str] = []
    read = 0
    ends = time.monotonic() + 60 * given.minutes
    with temporary_folder() as folder:
        for number, (figures, wrong) in zip(numbers, _outcomes(given.seed, numbers, folder), strict=True):
            found += figures
            read += 1
            bad += wrong
            for what in wrong:
                print(f"program {number}: {what}", flush=True)
            if time.monotonic() > ends:
                break
    for name, count in sorted(found.items()):
        print(f"{count:9,}  {name}")
    print(f"{read:9,}  programs of seed {given.seed}, with {len(bad):,} internal errors")
    sys.exit(bool(bad))


def _outcomes(seed: int, numbers: range, folder: Path):  # noqa: ANN202
    """(figures, what is wrong) of each of *numbers*; a process of its own reads them, which may die."""
    pool = None
    for number in numbers:
        # A fresh one now and then: what one program leaves in memory must not be the next one's.
        if pool is None or number % 100 == 0:
            pool = ProcessPoolExecutor(1, get_context("spawn"))
        try:
            yield pool.submit(judge, seed, number, str(folder)).result()
        except BrokenProcessPool:
            pool = None
            yield Counter(), ["the process that read it died"]


def judge(seed: int, number: int, folder: str) -> tuple[Counter[str], list[str]]:
    """Figures about the program with that *number*, and what is wrong."""
    run = _Run(seed, number, Path(folder))
    began = processor_seconds()
    try:
        with limited(_SECONDS):
            run.read()
    except OutOfTimeError:
        run.bad.append(f"more than {_SECONDS} s of processor time\n{traceback.format_exc()[-2_000:]}")
    except Exception:  # noqa: BLE001 (it is what is counted)
        run.bad.append(traceback.format_exc()[-3_000:])
    run.found["processor seconds"] += round(processor_seconds() - began)
    return run.found, run.bad


class _Run:
    """One program, read and asked."""

    def __init__(self, seed: int, number: int, folder: Path) -> None:
        self.found: Counter[str] = Counter()
        self.bad: list[str] = []
        self._program = program_of(seed, number)
        self._next = program_of(seed, number + 4)
        self._number = number
        self._chance = random.Random(f"questions {seed} {number}")  # noqa: S311 (no secret)
        self._tree, self._out = folder / "tree", folder / "out"
        self._cache = str(folder / "cache")
        self._other_cache = str(folder / "other")

    def read(self) -> None:
        """Ask all that is to be asked."""
        for folder in (self._tree, self._out):
            shutil.rmtree(folder, ignore_errors=True)
        self._out.mkdir()
        _write(self._program, self._tree)
        analyzed = self._ask(["analyze", str(self._tree), "--format", "json"])
        if analyzed is None:
            self.found["no project"] += 1
            return
        report = json.loads(analyzed)
        self._look_at(report)
        asker = Asker(self._tree, self._out, report, self._chance)
        for asked in (*asker.always(), *asker.some(_QUESTIONS)):
            self._ask(asked)
        if self._number % 20 == 7:
            self._read_again(analyzed)
        if self._number % 20 == 13:
            self._change(asker)

    def _ask(self, arguments: list[str]) -> bytes | None:
        """What is written, or None when there is no answer."""
        takes_cache = arguments[0] not in {"init", "schema"} and arguments[:2] != ["baseline", "show"]
        own = ["--cache-dir", self._cache, "--workers", "1"] if takes_cache else []
        at = arguments.index("--") if "--" in arguments else len(arguments)
        ended = command([*arguments[:at], *own, *arguments[at:]])
        self.found["commands"] += 1
        self.found[f"exit {ended.code}"] += 1
        if ended.wrong:
            self.bad.append(f"{' '.join(arguments)}: {ended.wrong}")
        if b" object at 0x" in ended.out:
            self.bad.append(f"{' '.join(arguments)}: an address of memory, which is another one each time")
        return ended.out if ended.code == 0 else None

    def _look_at(self, report: dict[str, list[dict[str, str]]]) -> None:
        for name in ("models", "accesses", "entry_points", "cut_points", "blind_spots"):
            self.found[name.replace("_", " ")] += len(report[name])
        self.bad += [f"a file was lost: {spot}" for spot in report["blind_spots"] if spot["kind"] in _LOSSES]
        if self._number % 20 == 3:
            import jsonschema

            jsonschema.validate(report, json.loads(command(["schema"]).out))

    def _read_again(self, before: bytes) -> None:
        """Read the same files in another process, written in the opposite order."""
        shutil.rmtree(self._tree)
        _write(dict(reversed(self._program.items())), self._tree)
        words = ["analyze", str(self._tree), "--format", "json", "--cache-dir", self._other_cache, "--workers", "2"]
        environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONHASHSEED": str(self._number)}
        done = subprocess.run(
            [sys.executable, "-m", "cutpoint", *words], capture_output=True, env=environment, check=False
        )
        self.found["read twice"] += 1
        if (done.returncode, done.stdout) != (0, before):
            self.bad.append(f"another order gave another report: exit {done.returncode} {done.stderr.decode()[-500:]}")

    def _change(self, asker: Asker) -> None:
        """Make a commit of the files, put the next program in their place, and ask what is new."""
        tree = str(self._tree)
        for words in (["init", "-q"], ["add", "-A", "-f"], ["commit", "-q", "--allow-empty", "-m", "a"]):
            subprocess.run([*_GIT, tree, *words], check=True, capture_output=True)
        _write(self._next, self._tree)
        self.found["changed"] += 1
        for asked in asker.since():
            self._ask(asked)


def _write(program: Program, folder: Path) -> None:
    for path, content in program.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


if __name__ == "__main__":
    main()
