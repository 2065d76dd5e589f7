"""Reads across: code on one side asks for rows of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.measured import Measured, share

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting

NAME = "reads-across"
WEIGHT = -8.0


def measure(parting: Parting) -> Measured:
    """The share of read sites near the cut that cross it."""
    near = [use for use in parting.near if use.action == "read"]
    crossing = parting.crossing_reads
    return share(crossing, near, "read sites near it cross it", (use.place for use in crossing))
