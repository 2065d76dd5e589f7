"""Reads across: code asks for rows of the other side, which takes a call, or a copy of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.measured import said_of_uses, staying

if TYPE_CHECKING:
    from cutpoint.score.measured import Said
    from cutpoint.score.parting import Parting
    from cutpoint.score.placing import Placing
    from cutpoint.score.rows import Floats

NAME = "reads-across"
WEIGHT = 8.0


def values(placing: Placing) -> Floats:
    """How likely a read site near the cut stays on one side; those of general code count less."""
    return staying(*placing.sums_of_uses["read"])


def said(parting: Parting) -> Said:
    """Counts, and places of those that cross."""
    return said_of_uses(parting, "read", "read sites")
