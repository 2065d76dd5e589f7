"""Joins across: no database can do them any more; those that need an id alone have it already, and don't count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.measured import said_of_uses, staying

if TYPE_CHECKING:
    from cutpoint.score.measured import Said
    from cutpoint.score.parting import Parting
    from cutpoint.score.placing import Placing
    from cutpoint.score.rows import Floats

NAME = "joins-across"
WEIGHT = 8.0


def values(placing: Placing) -> Floats:
    """How likely a join near the cut stays on one side; those of general code count less."""
    return staying(*placing.sums_of_uses["join"])


def said(parting: Parting) -> Said:
    """Counts, and places of those that cross."""
    return said_of_uses(parting, "join", "joins")
