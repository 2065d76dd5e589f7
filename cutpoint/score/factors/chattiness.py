"""Chattiness: a call over the wire inside a loop is many of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.measured import Measured, share

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting

NAME = "chattiness"
WEIGHT = -5.0


def measure(parting: Parting) -> Measured:
    """The share of reads and writes across that stand in a loop."""
    calls = [use for use in parting.crossing if use.action != "join"]
    looping = [use for use in calls if use.in_loop]
    return share(looping, calls, "reads and writes across stand in a loop", (use.place for use in looping))
