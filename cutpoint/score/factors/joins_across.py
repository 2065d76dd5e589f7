"""Joins across: no database can do them any more.

What they cost depends on what they ask: an id alone is there already (0), one row by its id is one call (1), rows for a
list are one batch (2), and filtering or sorting by a foreign column needs a copy of it (4).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.join_classes import cost_of_join
from cutpoint.score.measured import Measured, some

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting

NAME = "joins-across"
WEIGHT = -10.0


def measure(parting: Parting) -> Measured:
    """The cost of joins across as a share of what all joins near the cut would cost."""
    crossing = [join for join in parting.crossing_joins if cost_of_join(join)]
    paid = sum(map(cost_of_join, crossing))
    whole = sum(cost_of_join(join) for join in parting.near_joins)
    why = f"{len(crossing):,} joins cross it, {paid:g} of {whole:g} by what they ask for"
    return Measured(paid / whole if whole else 0.0, why, some(join.place for join in crossing))
