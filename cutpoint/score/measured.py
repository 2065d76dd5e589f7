"""What a factor says of a cut: a share from 0 to 1, in words, with places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.source import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_PLACES = 12
"""Places that a factor shows; the bill has all."""


class Measured(msgspec.Struct, frozen=True):
    """The value of a factor."""

    value: float
    """From 0 to 1."""
    why: str
    evidence: tuple[Evidence, ...] = ()


def share(part: Sequence[object], whole: Sequence[object], said: str, places: Iterable[Evidence] = ()) -> Measured:
    """How much of *whole* is *part*; none of nothing."""
    value = len(part) / len(whole) if whole else 0.0
    return Measured(value, f"{len(part):,} of {len(whole):,} {said}", some(places))


def some(places: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The first of them, each once."""
    return tuple(sorted(set(places)))[:MOST_PLACES]
