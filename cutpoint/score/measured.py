"""What crosses and what doesn't → the value of a factor, from 0 to 1, and what it says of one cut."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from cutpoint.domain.source import Evidence
from cutpoint.score.rows import DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from cutpoint.score.parting import Parting
    from cutpoint.score.rows import Floats

    Flags = NDArray[np.bool_]

MOST_PLACES = 12
"""Places that a factor shows; the bill has all."""


class Said(msgspec.Struct, frozen=True):
    """What a factor says of one cut."""

    why: str
    evidence: tuple[Evidence, ...] = ()


def staying(whole: Floats, across: Floats) -> Floats:
    """(cuts,): how likely the next thing near a cut stays on one side, by what was seen: one of many says more than one of two.

    (whole - across + 1) / (whole + 2), the rule of succession, Laplace 1774: nothing seen is 1/2.
    """
    return (whole - across + 1) / (whole + 2)


def weighed(near: Flags, crossing: Flags, weights: Floats) -> tuple[Floats, Floats]:
    """(cuts,): how much is near each cut, and how much of it crosses."""
    return np.round(weights @ near, DIGITS), np.round(weights @ crossing, DIGITS)


def counted(near: Flags, crossing: Flags, weights: Floats) -> tuple[int, int]:
    """(how many stay on one side, of how many) of one cut, of those that count."""
    counts = weights > 0
    whole = int((near[:, 0] & counts).sum())
    return whole - int((crossing[:, 0] & counts).sum()), whole


def said_of(near: Flags, crossing: Flags, weights: Floats, said: str, places: Sequence[Evidence]) -> Said:
    """`46 of 50 write sites near it stay on one side`, with places of those that don't; *places* are those of all."""
    stay, whole = counted(near, crossing, weights)
    found = itertools.compress(places, (crossing[:, 0] & (weights > 0)).tolist())
    return Said(f"{stay:,} of {whole:,} {said} near it stay on one side", some(found))


def said_of_uses(parting: Parting, kind: str, said: str) -> Said:
    """The same of uses of *kind*, one of `cutpoint.score.ground.USE_KINDS`."""
    weights = parting.placing.ground.weights_of_each_use(kind)
    return said_of(*parting.placing.each_use, weights, said, [use.place for use in parting.facts.uses])


def some(places: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The first of them, each once."""
    return tuple(sorted(set(places)))[:MOST_PLACES]
