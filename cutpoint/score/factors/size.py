"""Size: the less leaves at once, the sooner it is done; what takes half of everything is two halves, and no service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.measured import Said

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting
    from cutpoint.score.placing import Placing
    from cutpoint.score.rows import Floats

NAME = "size"
WEIGHT = 7.0


def values(placing: Placing) -> Floats:
    """1 where nothing is taken, 0 at half of all models."""
    found: Floats = 1 - 2 * placing.models.mean(axis=0)
    return found


def said(parting: Parting) -> Said:
    """How many of how many."""
    whole = len(parting.facts.subjects.labels)
    return Said(f"the smaller side has {len(parting.taken):,} of {whole:,} models")
