"""Plants new writes across boundaries, moves code about, and counts what the gate says: prints figures, and judges none.

    python -m benchmarks.mutation TREE [--settings MODULE] [--path DIR] [--packages DIR] [--planted N] [--neutral N]
        [--mixed N] [--per-commit N] [--per-run N] [--kind TEXT ...] [--seed TEXT] [--show] [--work DIR]

TREE is copied into a git repository below DIR, which is gone afterwards unless it is named. N writes of every planted kind,
N edits of every neutral kind, those of one kind at once; or N mixed ones, some of which make a commit. `--kind` takes only those whose name holds a TEXT. The seed decides where.
"""

import argparse
import datetime as dt
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from benchmarks.mutation import neutral, planted
from benchmarks.mutation.editing import edited, mixed
from benchmarks.mutation.ground import Ground
from benchmarks.mutation.planting import planted as plant
from benchmarks.mutation.project import Project
from benchmarks.mutation.tables import neutral_table, planted_table, shown_noise, shown_result
from cutpoint.config import Asked

_Result = TypeVar("_Result")


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tree", type=Path)
    parser.add_argument("--settings")
    parser.add_argument("--path", action="append", default=[])
    parser.add_argument("--packages", action="append", default=[])
    parser.add_argument("--planted", type=int, default=1)
    parser.add_argument("--neutral", type=int, default=5)
    parser.add_argument("--mixed", type=int, default=0)
    parser.add_argument("--per-commit", type=int, default=20)
    parser.add_argument("--per-run", type=int, default=40)
    parser.add_argument("--kind", action="append", default=[])
    parser.add_argument("--seed", default="20261124")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--work", type=Path)
    asked = parser.parse_args()
    if asked.work is not None:
        run(asked, asked.work)
        return
    with tempfile.TemporaryDirectory(prefix="cutpoint-mutation-") as folder:
        run(asked, Path(folder))


def run(asked: argparse.Namespace, folder: Path) -> None:
    """Measure, with *folder* for what is in the making."""
    tree = asked.tree.resolve()
    packages = tuple(str(Path(each).resolve()) for each in asked.packages)
    options = Asked(settings=asked.settings, path=tuple(asked.path), packages=packages)
    project = Project(tree, folder.resolve() / tree.name, folder.resolve() / "cache", options)
    print(f"{dt.date.today()}, {project.name}, seed {asked.seed}\n", flush=True)
    ground = Ground(project)
    if asked.planted:
        kinds = {name: kind for name, kind in planted.ALL.items() if _is_wanted(name, asked.kind)}
        results = plant(ground, kinds, asked.planted, asked.per_run, asked.seed)
        print(planted_table(list(_told(results, shown_result, asked.show))), flush=True)
    edits = {name: kind for name, kind in neutral.ALL.items() if _is_wanted(name, asked.kind)}
    if asked.neutral:
        noises = edited(ground, edits, asked.neutral, asked.seed)
        print(neutral_table(list(_told(noises, shown_noise, asked.show))), flush=True)
    if asked.mixed:
        noises = mixed(ground, edits, asked.mixed, asked.per_commit, asked.seed)
        print(neutral_table(list(_told(noises, shown_noise, asked.show))), flush=True)


def _is_wanted(name: str, texts: list[str]) -> bool:
    return not texts or any(text in name for text in texts)


def _told(results: Iterable[_Result], shown: Callable[[_Result], str], show: bool) -> Iterator[_Result]:
    """*results*, and what went wrong with each, if that is to be shown."""
    for result in results:
        if show and shown(result):
            print(f"{shown(result)}\n", flush=True)
        yield result


if __name__ == "__main__":
    main()
