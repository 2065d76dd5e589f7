"""Plants writes of every kind into one project, many at a time, and counts what becomes of them."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from benchmarks.mutation.ground import Ground
from benchmarks.mutation.judging import Outcome, outcome_of
from benchmarks.mutation.planted.kind import Kinds, Plant
from benchmarks.mutation.splices import Lines, parsed

_TRIES = 150


class Result(NamedTuple):
    """What became of one planted write."""

    project: str
    kind: str
    since: Outcome
    baseline: Outcome
    shown: str
    """Where it is, and its text."""


class _Planted(NamedTuple):
    kind: str
    plant: Plant
    texts: dict[str, str | None]
    places: tuple[Lines, ...]


def planted(ground: Ground, kinds: Kinds, each: int, per_run: int, seed: str) -> Iterator[Result]:
    """*each* writes of every kind, at most *per_run* in one state of the tree and one in a file; the seed decides all."""
    random = Random(f"{seed} {ground.project.name}")  # noqa: S311 (a benchmark, not a secret)
    waiting = [kind for _ in range(each) for kind in sorted(kinds)]
    while waiting:
        batch: list[_Planted] = []
        taken: set[str] = set()
        left: list[str] = []
        for kind in waiting:
            found = _fitting(ground, kinds, kind, taken, random) if len(batch) < per_run else None
            if found is None:
                left.append(kind)
                continue
            batch.append(found)
            taken |= found.texts.keys()
        if not batch:
            # The project has no place for the others.
            return
        waiting = left
        yield from _judged(ground, batch)


def _fitting(ground: Ground, kinds: Kinds, kind: str, taken: set[str], random: Random) -> _Planted | None:
    for _ in range(_TRIES):
        plant = kinds[kind](ground, random)
        if plant is None:
            continue
        texts, places = plant.applied(ground.project.files)
        if taken.isdisjoint(texts) and all(text is None or parsed(text) is not None for text in texts.values()):
            return _Planted(kind, plant, texts, places)
    return None


def _judged(ground: Ground, batch: list[_Planted]) -> Iterator[Result]:
    verdicts = ground.project.judged_with({path: text for planted in batch for path, text in planted.texts.items()})
    for kind, plant, texts, places in batch:
        shown = "\n".join(_shown(lines, texts[lines.path] or "") for lines in places)
        yield Result(
            ground.project.name,
            kind,
            outcome_of(verdicts.since, plant.module, places, plant.tables),
            outcome_of(verdicts.baseline, plant.module, places, plant.tables),
            f"{', '.join(sorted(plant.tables))} {shown}",
        )


def _shown(lines: Lines, text: str) -> str:
    block = text.splitlines()[lines.first - 1 : lines.last]
    return "\n".join([f"{lines.path}:{lines.first}", *(f"    {line}" for line in block)])
