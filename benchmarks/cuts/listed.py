"""Projects → what is listed unasked: verdicts, whether sums add up, whether a single move is better, and how long it takes.

    python benchmarks/cuts/listed.py ANALYSES [NAME ...]

ANALYSES holds `NAME.pickle`, as `evaluate.py --analyze` makes them. Moves are those of one model, file, package or group to
the other side of each listed cut, scored like any cut; those that would take more than half of all models are left out, since
they are cuts of the others.
"""

from __future__ import annotations

import argparse
import pickle
import sys
import time
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))

from cutpoint.score.cutting import Cutting  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.cut import CutPoint


def main() -> None:
    """One line for each project."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("analyses", type=Path)
    arguments.add_argument("names", nargs="*")
    asked = arguments.parse_args()
    print("project models groups listed good first-five-different wrong-sums better-by-a-move moves seconds verdicts")
    for path in sorted(asked.analyses.glob("*.pickle"), key=lambda path: path.stem.lower()):
        if not asked.names or path.stem in asked.names:
            print(path.stem, *_line(Cutting(pickle.loads(path.read_bytes()))), flush=True)  # noqa: S301 (made by ourselves)


def _line(cutting: Cutting) -> Iterator[object]:
    before = time.process_time()
    points = cutting.listed(is_brief=True).cut_points
    seconds = time.process_time() - before
    moves = [(point, list(_moved(cutting, point))) for point in points]
    better = sum(max(cutting.scores(moved), default=0.0) > point.score for point, moved in moves)
    verdicts = Counter(str(point.verdict) for point in points)
    yield len(cutting.subjects.labels)
    yield len(cutting.facts.models_of_group)
    yield sum(not point.verdict.is_apart for point in points)
    yield sum(point.verdict.is_good for point in points)
    yield _differ(points[:5])
    yield sum(not _adds_up(point) for point in points)
    yield better
    yield sum(len(moved) for _, moved in moves)
    yield f"{seconds:.1f}"
    yield " ".join(f"{verdict}:{count}" for verdict, count in sorted(verdicts.items()))


def _moved(cutting: Cutting, point: CutPoint) -> Iterator[frozenset[str]]:
    """*point* after each move."""
    facts, taken = cutting.facts, frozenset(point.models)
    most = len(cutting.subjects.labels) / 2
    units = dict.fromkeys(
        [
            *((label,) for label in cutting.subjects.labels),
            *facts.models_of_group.values(),
            *facts.models_of_package.values(),
        ]
    )
    for unit in units:
        if len(unit) <= most:
            for moved in (taken.union(unit), taken.difference(unit)):
                if moved != taken and 0 < len(moved) <= most:
                    yield moved


def _adds_up(point: CutPoint) -> bool:
    points = sum(Fraction(str(factor.weight)) * Fraction(str(factor.value)) for factor in point.factors)
    return points == Fraction(str(point.score)) and sum(Fraction(str(each.weight)) for each in point.factors) == 100


def _differ(points: tuple[CutPoint, ...]) -> bool:
    """Whether no two share more than half of what the smaller one takes."""
    pairs = ((one, other) for at, one in enumerate(points) for other in points[at + 1 :])
    return all(
        2 * len(set(one.models) & set(other.models)) <= min(len(one.models), len(other.models)) for one, other in pairs
    )


if __name__ == "__main__":
    main()
