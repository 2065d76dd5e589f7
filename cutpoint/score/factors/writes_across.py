"""Writes across: code on one side changes rows of the other.

A write needs an operation of its own, with its own checks and errors; a read can be answered from a copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.measured import Measured, share

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting

NAME = "writes-across"
WEIGHT = -20.0


def measure(parting: Parting) -> Measured:
    """The share of write sites near the cut that cross it."""
    crossing = parting.crossing_writes
    return share(crossing, parting.near_writes, "write sites near it cross it", (use.place for use in crossing))
