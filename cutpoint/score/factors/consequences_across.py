"""Consequences across: a write on one side makes cascades and receivers of signals write on the other.

Nobody names these tables, and one deletion may reach very many, so this weighs less than what is written by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.measured import said_of_uses, staying

if TYPE_CHECKING:
    from cutpoint.score.measured import Said
    from cutpoint.score.parting import Parting
    from cutpoint.score.placing import Placing
    from cutpoint.score.rows import Floats

NAME = "consequences-across"
WEIGHT = 4.0


def values(placing: Placing) -> Floats:
    """How likely a writes that follow from other near the cut stays on one side; those of general code count less."""
    return staying(*placing.sums_of_uses["consequence"])


def said(parting: Parting) -> Said:
    """Counts, and places of those that cross."""
    return said_of_uses(parting, "consequence", "writes that follow from others")
