"""Many runs on one cache at once, and runs that are killed while they write it: prints figures, and exits with 1 for a bad one.

    python benchmarks/share_cache.py [--rounds 20] [--at-once 16] [--kills 120] [--seed 1]

A round starts so many command lines at the same time, on two trees with options that the seed draws, and all of them on
one cache: none yet, a half filled one, one of an older version or of an earlier state of the trees, a damaged one, or a
whole one. Each must write the bytes that it writes without a cache and end with 0; afterwards every entry must fit its
seal, and each command once more must write the same bytes and find nothing wrong with the cache.
A kill is SIGKILL at a moment that the seed draws, from the first change to the cache on, often while it changes; runs that ended before aren't
counted. The next run must be right, and the one after it find nothing wrong any more.
"""

import argparse
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from damages import DAMAGES, Others
from forked import Ended, become_an_older_version, load_modules, run_forked, start_forked
from measured import CHECKOUT, temporary_folder
from small_shop import earlier_state, let_be_old, write_shop

from cutpoint.parse.seals import unsealed

_DATABASE = "facts.sqlite"
_MORE_WORDS = ((), ("--include-migrations",), ("--include-tests",), ("--strict",), ("--exclude", "orders/views.py"))
_SHAPES = (("--format", "json"), ("--format", "markdown"), ("--format", "text"))
_STATES = ("none", "half filled", "older version", "earlier state", "damaged", "whole")
_MOST_CHANGES = 6
"""To the file of a cache, as far as a second process sees them; after the last of them a run ends soon."""
_SHORT = 0.003
"""Seconds in which a transaction is written."""


class Work(NamedTuple):
    """Command lines, what each writes without a cache, and folders with caches to begin with."""

    words: list[list[str]]
    right: list[Ended]
    caches: dict[str, Path]


def main() -> None:
    """Share and kill as often as the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--at-once", type=int, default=16)
    parser.add_argument("--kills", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)  # noqa: S311 (no secret)
    with temporary_folder() as folder:
        work = _prepared(folder)
        bad = _share(work, folder / "shared", given.rounds, given.at_once, chance)
        bad += _kill(work, folder / "killed", given.kills, chance)
    print("\n".join(bad[:20]))
    sys.exit(bool(bad))


def _share(work: Work, cache: Path, rounds: int, at_once: int, chance: random.Random) -> list[str]:
    done: Counter[str] = Counter()
    bad: list[str] = []
    for number in range(rounds):
        state = _STATES[number % len(_STATES)]
        _begin(work, cache, state, chance)
        asked = [chance.randrange(len(work.words)) for _ in range(at_once)]
        running = [start_forked([*work.words[each], "--cache-dir", str(cache)]) for each in asked]
        ends = [each.ended() for each in running]
        wrong = [_wrong(ended, work.right[each]) for ended, each in zip(ends, asked, strict=True)]
        # What no run has asked for may stay damaged.
        misfits = 0 if state == "damaged" else _misfits(cache)
        wrong += [f"{misfits} entries do not fit their seals"] if misfits else []
        for each in sorted(set(asked)):
            ended = run_forked([*work.words[each], "--cache-dir", str(cache)])
            wrong.append(_wrong(ended, work.right[each]) or ("found fault afterwards: " + ended.err) * _is_told(ended))
        bad += [f"round {number}, {state}: {what}" for what in wrong if what]
        done.update(runs=len(ends), again=len(set(asked)), **{state: 1})
        done[f"told of {state}"] += sum(map(_is_told, ends))
        print(f"round {number + 1}: {state}, {done['runs']} runs, {len(bad)} bad", flush=True)
    print(", ".join(f"{count} {what}" for what, count in done.items()))
    return bad


def _kill(work: Work, cache: Path, kills: int, chance: random.Random) -> list[str]:
    done: Counter[str] = Counter()
    bad: list[str] = []
    while done["killed"] < kills:
        # A whole cache isn't written to, and the larger tree, which comes last, takes longer to write.
        state = _STATES[done["runs"] % (len(_STATES) - 1)]
        each = chance.randrange(len(work.words) - len(_MORE_WORDS), len(work.words))
        _begin(work, cache, state, chance)
        done["runs"] += 1
        code = _run_killed([*work.words[each], "--cache-dir", str(cache)], cache / _DATABASE, chance)
        if code != -signal.SIGKILL:
            done["ended before"] += 1
            continue
        done["killed"] += 1
        done["left a database that sqlite calls damaged"] += not _is_whole(cache)
        for turn in ("next", "second"):
            ended = run_forked([*work.words[each], "--cache-dir", str(cache)])
            fault = ("found fault: " + ended.err) * (turn == "second" and _is_told(ended))
            wrong = _wrong(ended, work.right[each]) or fault
            done[f"{turn} runs right"] += not wrong
            bad += [f"kill {done['killed']}, {state}: {turn} {wrong}"] if wrong else []
        if done["killed"] % 20 == 0:
            print(f"{done['killed']} kills, {len(bad)} bad", flush=True)
    print(", ".join(f"{count} {what}" for what, count in done.items()))
    return bad


def _run_killed(words: list[str], database: Path, chance: random.Random) -> int:
    """Run *words*, and kill the run some time after one of its changes to *database*; its exit code."""
    changes, pause = (
        chance.randint(1, _MOST_CHANGES),
        chance.choice((0.0, chance.uniform(0, _SHORT), chance.uniform(0, 0.1))),
    )
    seen = _state_of(database)
    running = start_forked(words)
    until = float("inf")
    # To sleep takes longer than to write.
    while not running.is_over() and time.perf_counter() < until:
        now = _state_of(database)
        if now != seen:
            seen, changes = now, changes - 1
            if changes == 0:
                until = time.perf_counter() + pause
    running.kill()
    return running.ended().code


def _begin(work: Work, cache: Path, state: str, chance: random.Random) -> None:
    shutil.rmtree(cache, ignore_errors=True)
    if state == "none":
        return
    shutil.copytree(work.caches["whole" if state in ("half filled", "damaged") else state], cache)
    if state == "damaged":
        others = Others(*(work.caches[name] / _DATABASE for name in ("earlier state", "older version")))
        DAMAGES[chance.choice(list(DAMAGES))](cache / _DATABASE, chance, others)
    elif state == "half filled":
        DAMAGES["entries taken away"](cache / _DATABASE, chance, Others(cache, cache))


def _state_of(file: Path) -> tuple[int, int, int] | None:
    try:
        status = os.stat(file)
    except OSError:
        return None
    # A file that has only been made holds nothing yet.
    return (status.st_ino, status.st_size, status.st_mtime_ns) if status.st_size else None


def _wrong(ended: Ended, right: Ended) -> str:
    if (ended.code, "Traceback" in ended.err) != (right.code, False):
        return f"ended with {ended.code}: {ended.err[-2_000:]}"
    return "" if ended.out == right.out else "gave another report"


def _is_told(ended: Ended) -> bool:
    return "the cache " in ended.err


def _misfits(cache: Path) -> int:
    with closing(sqlite3.connect(cache / _DATABASE)) as connection:
        return sum(unsealed(*row) is None for row in connection.execute("SELECT key, entry FROM entries"))


def _is_whole(cache: Path) -> bool:
    try:
        with closing(sqlite3.connect(cache / _DATABASE)) as connection:
            return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except sqlite3.Error:
        return False


def _prepared(folder: Path) -> Work:
    shop = write_shop(folder)
    bookshop = folder / "bookshop"
    shutil.copytree(CHECKOUT / "fixtures" / "bookshop", bookshop, ignore=shutil.ignore_patterns("expected"))
    let_be_old(bookshop)
    words = [
        ["analyze", *tree, "--verbose", *shape, *more]
        for tree, shapes in ((shop, _SHAPES), ([str(bookshop)], _SHAPES[:1]))
        for shape in shapes
        for more in _MORE_WORDS
    ]
    load_modules([*words[0], "--no-cache"])
    caches = {name: folder / name for name in _STATES if name not in ("none", "half filled", "damaged")}
    with earlier_state(Path(shop[0])), earlier_state(bookshop):
        for each in words:
            run_forked([*each, "--cache-dir", str(caches["earlier state"])])
            run_forked([*each, "--cache-dir", str(caches["older version"])], before=become_an_older_version)
    right = [run_forked([*each, "--no-cache"]) for each in words]
    for each, expected in zip(words, right, strict=True):
        wrong = _wrong(run_forked([*each, "--cache-dir", str(caches["whole"])]), expected)
        assert (expected.code, wrong) == (0, ""), f"{each}: {expected.code} {expected.err} {wrong}"
    return Work(words, right, caches)


if __name__ == "__main__":
    main()
