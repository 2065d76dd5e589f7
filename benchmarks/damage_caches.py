"""What becomes of a run whose cache was damaged: prints figures, and exits with 1 when one of them is bad.

    python benchmarks/damage_caches.py [TREE] [--damages 1000] [--seed 1] [--only NUMBER ...]

The tree (by default a small shop that has something of everything) is read once without a cache. Then whole caches are
damaged, one way each time, and read: half of them hold the answer, and half only the facts, because other options filled
them. The report must be that without a cache, byte for byte, with exit code 0 and no traceback; so must that of the run
after it, on whatever the first one left behind, and that one must find nothing wrong with the cache any more.
Each run is the command line in a process of its own, forked from one that has loaded the same modules and read nothing.
A lie with a fitting seal is planted first: if that made no wrong report, this script would see none.
"""

import argparse
import random
import shutil
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from damages import DAMAGES, Others
from forked import Ended, become_an_older_version, load_modules, run_forked
from measured import temporary_folder
from small_shop import earlier_state, let_be_old, write_shop

from cutpoint.earlier_runs import tool_stamp
from cutpoint.parse.cache import Cache

_TOLD_EVERY = 100
_DATABASE = "facts.sqlite"
_SEAL = 16


class Prepared(NamedTuple):
    """What is run again and again, the report that it must write, and caches: two *whole* ones to be damaged, and others."""

    words: list[str]
    right: bytes
    whole: tuple[Path, Path]
    others: Others


def main() -> None:
    """Damage as often as the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tree", type=Path, nargs="?")
    parser.add_argument("--damages", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, nargs="*", help="Do these damages of the seed alone.")
    given = parser.parse_args()
    with temporary_folder() as folder:
        done, bad = _damage(_prepared(folder, given.tree), folder, given.only or range(given.damages), given.seed)
    for name in DAMAGES:
        print(f"{done[name]:6,}  {name}: {done[f'{name}, told']:,} told by the first run")
    told = sum(done[f"{name}, told"] for name in DAMAGES)
    damages = sum(done[name] for name in DAMAGES)
    print(f"{damages:6,}  damages, {told:,} told, {2 * damages:,} runs, {len(bad):,} of them bad")
    print("\n".join(bad[:20]))
    sys.exit(bool(bad))


def _damage(prepared: Prepared, folder: Path, numbers: Sequence[int], seed: int) -> tuple[Counter[str], list[str]]:
    began = time.monotonic()
    done: Counter[str] = Counter()
    bad: list[str] = []
    for number in numbers:
        chance = random.Random(f"{seed} {number}")  # noqa: S311 (no secret)
        name = chance.choice(list(DAMAGES))
        cache = _copy(prepared.whole[number % 2], folder / "damaged")
        DAMAGES[name](cache / _DATABASE, chance, prepared.others)
        done[name] += 1
        for turn in ("first", "second"):
            ended = run_forked([*prepared.words, "--cache-dir", str(cache)])
            is_told = "the cache" in ended.err
            done[f"{name}, told"] += turn == "first" and is_told
            wrong = _what_is_wrong(ended, prepared.right) or ("told again" if turn == "second" and is_told else "")
            bad += [f"{number} {name}: {turn} {wrong}: {ended.err[-2_000:]}"] if wrong else []
        if (number + 1) % _TOLD_EVERY == 0:
            print(f"{number + 1:,} damages, {len(bad)} bad, {time.monotonic() - began:.0f} s", flush=True)
    return done, bad


def _what_is_wrong(ended: Ended, right: bytes) -> str:
    if ended.code or "Traceback" in ended.err:
        return f"ended with {ended.code}"
    return "" if ended.out == right else "gave another report"


def _prepared(folder: Path, tree: Path | None) -> Prepared:
    words = ["analyze", *_written(folder, tree), "--format", "json", "--verbose", "--workers", "1"]
    load_modules([*words, "--no-cache"])
    answer, facts, earlier, older = (folder / name for name in ("answer", "facts", "earlier", "older"))
    with earlier_state(Path(words[1])):
        _fill([*words, "--cache-dir", str(earlier)])
        _fill([*words, "--cache-dir", str(older)], before=become_an_older_version)
    _fill([*words, "--cache-dir", str(answer)])
    _fill([*words, "--cache-dir", str(facts), "--include-migrations"])
    right = run_forked([*words, "--no-cache"]).out
    for cache in (answer, facts):
        ended = run_forked([*words, "--cache-dir", str(_copy(cache, folder / "tried"))])
        assert _what_is_wrong(ended, right) == "", ended.err
    _lie(_copy(answer, folder / "tried"), earlier)
    ended = run_forked([*words, "--cache-dir", str(folder / "tried")])
    assert _what_is_wrong(ended, right) == "gave another report", "this script would not see a wrong report"
    return Prepared(words, right, (answer, facts), Others(earlier / _DATABASE, older / _DATABASE))


def _written(folder: Path, tree: Path | None) -> list[str]:
    if tree is None:
        return write_shop(folder)
    shutil.copytree(tree, folder / "tree")
    let_be_old(folder / "tree")
    return [str(folder / "tree")]


def _fill(words: list[str], before: Callable[[], object] = int) -> None:
    ended = run_forked(words, before=before)
    assert ended.code == 0, ended.err


def _lie(cache: Path, earlier: Path) -> None:
    """Put the answer for the earlier state in the place of the present one, sealed as it should be."""
    with Cache(cache, tool_stamp()) as present, Cache(earlier, tool_stamp()) as past:
        (now,), (then,) = (_names_of_answers(each) for each in (cache, earlier))
        blob = past.get(then)
        assert blob is not None
        present.put(now, blob)


def _names_of_answers(cache: Path) -> set[str]:
    with closing(sqlite3.connect(cache / _DATABASE)) as connection:
        contents = [entry[_SEAL:] for (entry,) in connection.execute("SELECT entry FROM entries")]
    return {content.decode() for content in contents if content.startswith(b"analysis-")}


def _copy(cache: Path, to: Path) -> Path:
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(cache, to)
    return to


if __name__ == "__main__":
    main()
