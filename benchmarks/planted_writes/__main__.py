"""Draws new writes across a service border into a plan, or plants those of one and counts how many `cutpoint check --since` catches.

    python -m benchmarks.planted_writes plan PLAN --seed TEXT --project TREE TRUTH EXISTING NEW DELETING ...
    python -m benchmarks.planted_writes run PLAN --trees DIR [--work DIR] [--only NUMBER ...]

`plan` uses nothing of cutpoint: TRUTH is a dump of what Django says of the project in TREE (see truth.py).
EXISTING writes have a receiver from the project's own code, NEW ones bring their own, and DELETING of them delete an unrelated write of
the same table, by the same app, in their commit.  Commit a plan before its first run.
`run` finds each project below DIR by its name.
"""

import argparse
import datetime as dt
import tempfile
from itertools import cycle, islice
from pathlib import Path
from random import Random

from benchmarks.planted_writes.binding import mistakes_in
from benchmarks.planted_writes.drawing import Drawing
from benchmarks.planted_writes.judging import Checkout, Judged
from benchmarks.planted_writes.kinds import ALL, TAKING
from benchmarks.planted_writes.plan import Plant, Project, read_plan, write_plan
from benchmarks.planted_writes.sources import Sources
from benchmarks.planted_writes.tables import figures, missed
from benchmarks.planted_writes.truth import Truth


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    plan = verbs.add_parser("plan")
    plan.add_argument("plan", type=Path)
    plan.add_argument("--seed", required=True)
    plan.add_argument("--project", nargs=5, action="append", required=True)
    run = verbs.add_parser("run")
    run.add_argument("plan", type=Path)
    run.add_argument("--trees", type=Path, required=True)
    run.add_argument("--work", type=Path)
    run.add_argument("--only", type=int, nargs="*", default=[])
    asked = parser.parse_args()
    if asked.verb == "plan":
        projects, plants = draw(asked.project, asked.seed)
        write_plan(asked.plan, asked.seed, projects, plants)
        print(
            f"{len(plants)} planted, {sum(plant.receiver != 'new' for plant in plants)} on rows of existing code, ",
            end="",
        )
        print(f"{sum(plant.deleted is not None for plant in plants)} beside a deleted write")
        return
    with tempfile.TemporaryDirectory(prefix="cutpoint-plants-") as folder:
        results = judge(asked.plan, asked.trees, asked.work or Path(folder), set(asked.only))
    print(f"\n{dt.date.today()}, {asked.plan.name}\n\n{figures(results)}")


def draw(wanted: list[list[str]], seed: str) -> tuple[list[Project], list[Plant]]:
    """The plants of all projects, numbered through."""
    projects: list[Project] = []
    plants: list[Plant] = []
    random = Random(seed)  # noqa: S311 (a benchmark, not a secret)
    taking, kinds = cycle(random.sample(TAKING, len(TAKING))), cycle(random.sample(ALL, len(ALL)))
    for tree, path, existing, fresh, deleting in wanted:
        truth = Truth(Path(path), Path(tree))
        projects.append(Project(truth.name, truth.version, truth.options))
        drawing = Drawing(truth, Sources(Path(tree), truth), seed)
        drawn = drawing.drawn(islice(taking, int(existing)), islice(kinds, int(fresh)), int(deleting), len(plants) + 1)
        mistakes = [f"{plant.number} {text}" for plant in drawn for text in mistakes_in(plant, Path(tree))]
        assert not mistakes, "\n".join(mistakes)
        plants += drawn
    return projects, plants


def judge(path: Path, trees: Path, work: Path, only: set[int]) -> list[Judged]:
    """What became of each plant of the plan at *path*; tells of those that nobody caught."""
    projects, plants = read_plan(path)
    results = []
    for name, project in projects.items():
        wanted = [plant for plant in plants if plant.project == name and (not only or plant.number in only)]
        if not wanted:
            continue
        for result in Checkout(project, trees / name, work).judged(wanted):
            results.append(result)
            if not result.is_caught:
                print(f"{missed(result)}\n", flush=True)
    return results


if __name__ == "__main__":
    main()
