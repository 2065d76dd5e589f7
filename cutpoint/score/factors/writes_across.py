"""Writes across: code on one side changes rows of the other.

A write needs an operation of its own, with its own checks and errors; a read can be answered from a copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.measured import said_of_uses, staying

if TYPE_CHECKING:
    from cutpoint.score.measured import Said
    from cutpoint.score.parting import Parting
    from cutpoint.score.placing import Placing
    from cutpoint.score.rows import Floats

NAME = "writes-across"
WEIGHT = 15.0


def values(placing: Placing) -> Floats:
    """How likely a write site near the cut stays on one side; those of general code count less."""
    return staying(*placing.sums_of_uses["write"])


def said(parting: Parting) -> Said:
    """Counts, and places of those that cross."""
    return said_of_uses(parting, "write", "write sites")
