"""Kills runs while they write a baseline, a proposal, a report and the cache, and looks at what lies on the disk afterwards.

    $ python benchmarks/kill_writers.py --kills 200 --seed 1

Two states of a fixture take turns, so each run has everything to write. A run is killed (SIGKILL) right before one of the
calls that change the disk, drawn by *seed*: the moments that matter, hit alike on slow and fast machines; every fifth is
killed by the clock instead. Then every file must be old or new, `check` must say what it says of the old or the new
baseline or that it is neither, and the next run must leave what a run that nobody killed leaves, with no leftovers.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

CHECKOUT = Path(__file__).resolve().parent.parent
WRITE = "\n\ndef touch_{0}():\n    from {0}.models import {1}\n\n    {1}.objects.update(pk=1)\n"

# Counts the calls that change the disk, and kills its own process right before one of them.
KILLED_AT = """
import os, signal, sys
left = int(sys.argv.pop(1))
CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}
def hook(event, arguments):
    global left
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    if event in CHANGES or writes or event == "sqlite3.connect":
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
class Fsync:
    def __init__(self, real): self.real = real
    def __call__(self, descriptor):
        hook("os.rename", ())
        self.real(descriptor)
        hook("os.rename", ())
os.fsync = Fsync(os.fsync)
sys.addaudithook(hook)
from cutpoint.__main__ import main
code = main(sys.argv[1:])
print(f"LEFT {left}", file=sys.stderr)
sys.exit(code)
"""
COUNTED = 1_000_000

COMMANDS = {
    "baseline": ("baseline", "update", ".", "--accept-new", "--reason", "why", "--no-cache"),
    "proposal": ("propose", ".", "--cut", "{cut}", "--output", "proposal", "--no-cache"),
    "report": ("analyze", ".", "--format", "json", "--output", "report.json", "--no-cache"),
    "cache": ("analyze", ".", "--format", "json", "--output", "report.json", "--cache-dir", ".cache"),
}
MODELS = "reviews/models.py"
WRITES = (
    (("catalog", "Book"), ("orders", "Order"), ("shipping", "Parcel")),
    (("billing", "Invoice"), ("customers", "Customer"), ("shipping", "Carrier")),
)
CUTS = ("orders", "catalog")


class Side(NamedTuple):
    """One of two states of the fixture, with all that was written of it, coming from the other one."""

    place: Path
    files: dict[str, bytes]
    calls: int
    seconds: float


def main() -> None:
    """Print a line for each kind of writing; end with 1 when anything is half, or the next run isn't right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=COMMANDS, help="write only this")
    asked = parser.parse_args()
    kinds = [asked.only] if asked.only else list(COMMANDS)
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        for kind in kinds:
            draw = random.Random(f"{asked.seed} {kind}")  # noqa: S311 (not for secrets)
            wrong += _kill(kind, Path(folder, kind), draw, -(-asked.kills // len(kinds)))
    sys.exit(bool(wrong))


def _kill(kind: str, place: Path, draw: random.Random, kills: int) -> int:
    """Kill *kills* runs that write a *kind*, and return how many left what is not right."""
    # Written once to and fro, so that what is left of the very first run is gone.
    sides = [_side(kind, place, number) for number in range(4)][2:]
    work = place / "killed" / "work"
    seen: Counter[str] = Counter()
    for number in range(kills):
        old, new = sides[number % 2], sides[1 - number % 2]
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(old.place, work)
        shutil.copy(new.place / MODELS, work / MODELS)
        command = _command(kind, 1 - number % 2)
        if number % 5 == 4:
            moment = f"{draw.uniform(0.3, 1.0):.3f}"
            code = _start(work, command, 0, killed_after=float(moment) * new.seconds)[0]
        else:
            moment = str(draw.randint(1, new.calls))
            code = _start(work, command, int(moment))[0]
        seen["killed" if code == -signal.SIGKILL else "ended before"] += 1
        said = _what_is_wrong(kind, work, command, old.files, new.files, seen)
        if said:
            seen["WRONG"] += 1
            print(f"{kind}: killed at {moment}: {said}", flush=True)
    print(f"{kind}: {kills} runs: " + ", ".join(f"{count} {what}" for what, count in sorted(seen.items())), flush=True)
    return seen["WRONG"]


def _what_is_wrong(
    kind: str, work: Path, command: tuple[str, ...], old: dict[str, bytes], new: dict[str, bytes], seen: Counter[str]
) -> str:
    left = _files(work)
    half = [
        path
        for path, data in left.items()
        if not path.endswith((".cutpoint-new", ".pending.json", "manifest.json"))
        and data not in {old.get(path), new.get(path)}
    ]
    if half:
        return f"neither old nor new: {half[0]}"
    seen["all old" if left == old else "all new" if left == new else "caught between"] += 1
    if kind == "baseline":
        code, said = _start(work, ("check", ".", "--no-cache"), 0)
        ledgers = {path: data for path, data in left.items() if path.endswith(".jsonl")}
        is_mixed = ledgers not in ({p: d for p, d in each.items() if p.endswith(".jsonl")} for each in (old, new))
        if code == 2 and "neither old nor new" in said:
            seen["told by check"] += 1
        elif is_mixed or code not in {0, 1, 4}:
            return f"check ended with {code} on a mixture: {said[-300:]}"
    code, said = _start(work, command, 0)
    after = _files(work)
    if code != 0 or after != new:
        different = sorted(path for path in {*after, *new} if after.get(path) != new.get(path))
        return f"the next run ended with {code}, and left {different[:3]}: {said[-300:]}"
    return ""


def _side(kind: str, folder: Path, number: int) -> Side:
    # All are called alike: reports tell the name of the folder.
    place, command = folder / str(number) / "work", _command(kind, number % 2)
    fixture = CHECKOUT / "fixtures" / "bookshop"
    if number:
        shutil.copytree(folder / str(number - 1) / "work", place)
    else:
        shutil.copytree(fixture, place, ignore=shutil.ignore_patterns("expected", "__pycache__", "cutpoint-baseline"))
        _start(place, ("baseline", "create", ".", "--no-cache", "--reason", "why"), 0)
    (place / MODELS).write_text(
        (fixture / MODELS).read_text() + "".join(WRITE.format(*each) for each in WRITES[number % 2])
    )
    before = time.perf_counter()
    code, said = _start(place, command, COUNTED)
    if code:
        raise RuntimeError(said)
    calls = COUNTED - int(said.rpartition("LEFT ")[2])
    return Side(place, _files(place), calls, time.perf_counter() - before)


def _command(kind: str, number: int) -> tuple[str, ...]:
    return tuple(each.format(cut=CUTS[number]) for each in COMMANDS[kind])


def _start(work: Path, command: tuple[str, ...], at: int, killed_after: float | None = None) -> tuple[int, str]:
    with subprocess.Popen(
        [sys.executable, "-c", KILLED_AT, str(at), *command],
        cwd=work,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            said = process.communicate(timeout=killed_after)[1]
        except subprocess.TimeoutExpired:
            process.kill()
            said = process.communicate()[1]
    return process.returncode, said


def _files(work: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(work)): path.read_bytes().replace(str(work).encode(), b"ROOT")
        for path in sorted(work.rglob("*"))
        if path.is_file()
        and path.suffix != ".py"
        and not {".cache", "__pycache__"}.intersection(path.relative_to(work).parts)
    }


if __name__ == "__main__":
    main()
