"""Signals across: a receiver on one side does something whenever the other side saves or deletes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.measured import Measured, share

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting

NAME = "signals-across"
WEIGHT = -4.0


def measure(parting: Parting) -> Measured:
    """The share of what signals do near the cut that crosses it."""
    near = [use for use in parting.near if use.via == "signal"]
    crossing = [use for use in near if parting.crosses(use)]
    return share(crossing, near, "accesses by receivers of signals cross it", (use.place for use in crossing))
