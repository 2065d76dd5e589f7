"""Shared tables: a table that code of both sides writes has no owner yet."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.score.measured import Measured, share

if TYPE_CHECKING:
    from cutpoint.domain.cut import Side
    from cutpoint.score.parting import Parting

NAME = "shared-tables"
WEIGHT = -6.0


def measure(parting: Parting) -> Measured:
    """The share of written tables near the cut that code of both sides writes."""
    writers: defaultdict[str, set[Side]] = defaultdict(set)
    for use in parting.near_writes:
        writers[use.model].add(parting.side_of_function[use.function])
    shared = sorted(model for model, sides in writers.items() if len(sides) > 1)
    places = (use.place for use in parting.crossing_writes if use.model in shared)
    return share(shared, list(writers), "tables near it are written by code of both sides", places)
