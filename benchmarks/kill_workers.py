"""What becomes of a run whose worker processes are killed: prints figures, and exits with 1 when one of them is bad.

    python benchmarks/kill_workers.py TREE [TREE …] [--packages DIR] [--since REF] [--kills 500] [--seed 1]

Each tree is analyzed undisturbed first. Then it is analyzed again and again with an empty cache, and up to six times a run
a worker is killed with SIGKILL, at moments that the seed decides: anywhere while workers are there, or so soon after they
were started that the same file loses several in a row. Such a run must write the same bytes, or end with 3 under
`--strict` and name what it lost. After each of them, one that nobody disturbs uses the same cache: it must write the
bytes of the first. The kills are shared out evenly among the trees. With `--since`, it is the gate that is asked, which
reads two trees.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from measured import CHECKOUT, temporary_folder

_MOST_KILLS = 6
"""In one run; a run gives up when eight workers in a row do not even begin."""
_AT_ONCE = 0.004
"""Seconds on average between two kills of those that come close after each other."""


_BECOMES_GIT = 0.002
"""Seconds within which a child that is to be git has become it."""


class Ended(NamedTuple):
    """A run: its exit code, what it wrote, and how many of its workers were killed."""

    code: int
    out: bytes
    err: str
    kills: int = 0


class Tree(NamedTuple):
    """The command that reads a tree, and how a run ends that nobody disturbs."""

    command: tuple[str, ...]
    reference: Ended
    seconds: float


def main() -> None:
    """Kill as often as the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trees", type=Path, nargs="+")
    parser.add_argument("--packages", action="append", default=[])
    parser.add_argument("--since")
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    packages = [word for folder in asked.packages for word in ("--packages", str(Path(folder).resolve()))]
    command = ["analyze", "--strict"] if asked.since is None else ["check", "--since", asked.since]
    chance = random.Random(asked.seed)  # noqa: S311 (a benchmark keeps no secret)
    totals: Counter[str] = Counter()
    for tree in asked.trees:
        found = disturbed(
            prepared([*command, str(tree.resolve()), *packages]), -(-asked.kills // len(asked.trees)), chance
        )
        print(f"{tree.name}: {_said(found)}", flush=True)
        totals += found
    print(f"all: {_said(totals)}")
    sys.exit(is_bad(totals))


def prepared(words: list[str]) -> Tree:
    """The command with its undisturbed report; the faster of two runs says how long one takes."""
    command = (*words, "--format", "json", "--workers", "2")
    ends = []
    for _ in range(2):
        began = time.perf_counter()
        ended = _run((*command, "--no-cache"))
        ends.append((time.perf_counter() - began, ended))
    assert ends[0][1] == ends[1][1], "the undisturbed run differs from itself"
    assert json.loads(ends[0][1].out)["complete"]
    return Tree(command, ends[0][1], min(seconds for seconds, _ in ends))


def disturbed(tree: Tree, kills: int, chance: random.Random) -> Counter[str]:
    """What became of runs on *tree* while *kills* workers or more were killed."""
    found: Counter[str] = Counter()
    while found["kills"] < kills:
        with temporary_folder() as cache:
            command = (*tree.command, "--cache-dir", str(cache))
            ended = _run(command, chance.choice([tree.seconds / 2, _AT_ONCE]), chance)
            again = _run(command)
        found += Counter({"runs": 1, "kills": ended.kills, _outcome(ended, tree.reference): 1})
        found["second runs right"] += again[:2] == tree.reference[:2]
    return found


def is_bad(found: Counter[str]) -> bool:
    """Whether any run was wrong without saying so."""
    return found["same"] + found["named"] != found["runs"] or found["second runs right"] != found["runs"]


def _outcome(ended: Ended, reference: Ended) -> str:
    if ended[:2] == reference[:2]:
        return "same"
    if ended.code != 3:
        return f"exit {ended.code}"
    report = json.loads(ended.out)
    if "blind_spots" in report:
        lost = [spot["path"] for spot in report["blind_spots"] if spot["kind"] == "worker-crash"]
        is_named = bool(lost) and lost[0] in ended.err
    else:
        is_named = any("the process that read it ended by SIGKILL" in said for said in report["unread"])
    return "named" if is_named and not report["complete"] else "unnamed"


def _run(command: tuple[str, ...], pause: float = 0.0, chance: random.Random | None = None) -> Ended:
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    with temporary_folder() as folder, (folder / "out").open("w+b") as out, (folder / "err").open("w+b") as err:
        process = subprocess.Popen(
            [sys.executable, "-m", "cutpoint", *command], stdout=out, stderr=err, env=environment
        )
        kills = 0 if chance is None else _kill(process, pause, chance)
        code = process.wait()
        return Ended(code, (folder / "out").read_bytes(), (folder / "err").read_text(), kills)


def _kill(process: subprocess.Popen[bytes], pause: float, chance: random.Random) -> int:
    """Kill workers of *process*, *pause* seconds after they are seen on average; how many."""
    done, wanted = 0, chance.randint(1, _MOST_KILLS)
    while done < wanted and process.poll() is None:
        if not _workers(process.pid):
            time.sleep(0.0005)
            continue
        time.sleep(chance.expovariate(1 / pause))
        workers = _workers(process.pid)
        time.sleep(_BECOMES_GIT)
        workers = [worker for worker in _workers(process.pid) if worker in workers]
        if workers:
            os.kill(chance.choice(workers), signal.SIGKILL)
            done += 1
    return done


def _workers(pid: int) -> list[int]:
    """The children of *pid* that are neither zombies nor git; none once it is gone."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        states = {child: Path(f"/proc/{child}/stat").read_text() for child in children}
        return [int(child) for child, state in states.items() if ") Z " not in state and "(git)" not in state]
    except (OSError, ValueError):
        return []


def _said(found: Counter[str]) -> str:
    return ", ".join(f"{number:,} {what}" for what, number in found.items())


if __name__ == "__main__":
    main()
