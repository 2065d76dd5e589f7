"""Cohesion: how much less the cut cuts than one of the same size would by chance.

One minus the weight of ties between the sides over what ties of the same weights, thrown at random, would leave between them:
the volume of each side times that of the other over that of all, as in modularity (Newman, Girvan 2004). A half of
everything cuts less than a part for the same reason that it holds more, so that is taken out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.measured import Measured

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting

NAME = "cohesion"
WEIGHT = 40.0


def measure(parting: Parting) -> Measured:
    """From 0 (as by chance, or worse) to 1 (no tie is cut)."""
    cut, smaller, whole = parting.ties_cut
    expected = smaller * (whole - smaller) / whole if whole > 0 else 0.0
    value = max(0.0, 1 - cut / expected) if expected > 0 else 0.0
    inside = 1 - cut / smaller if smaller > 0 else 0.0
    return Measured(
        value, f"{inside:.0%} of what ties the smaller side stays inside of it; {value:.0%} better than chance"
    )
