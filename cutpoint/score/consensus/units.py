"""Places + named models → units: whoever parted a project into packages parted it by matter.

A unit is the outermost package, or file, that doesn't hold named models of both sides; a package that is of one side falls
apart by itself when a model in it is named for the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from cutpoint.score.surroundings import and_around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cutpoint.score.consensus.voting import Spoken


def units_of(places: Sequence[str], named: Sequence[Spoken]) -> tuple[int, ...]:
    """The number of each model's unit, from 0, in the order of the units' names; *places* are the models' modules."""
    sides: defaultdict[str, set[bool]] = defaultdict(set)
    for each in named:
        for place in and_around(places[each.at]):
            sides[place].add(each.is_taken)
    held = Counter(place for module in places for place in and_around(module))
    names = [
        next(
            # Where two named models share a file, each model of it is a unit of its own.
            (place for place in _from_outside(module) if len(sides[place]) < 2 and held[place] < len(places)),
            f"{module} {at:08}",
        )
        for at, module in enumerate(places)
    ]
    numbers = {name: number for number, name in enumerate(sorted(set(names)))}
    return tuple(numbers[name] for name in names)


def _from_outside(module: str) -> list[str]:
    return list(and_around(module))[::-1]
