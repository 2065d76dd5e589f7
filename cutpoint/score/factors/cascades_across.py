"""Cascades across: deleting a row on one side deletes rows on the other, which takes an event and a second thought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.measured import Measured, share

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting

NAME = "cascades-across"
WEIGHT = -5.0


def measure(parting: Parting) -> Measured:
    """The share of cascading relations near the cut that cross it."""
    near = [link for link in parting.near_links if link.relation.on_delete == "CASCADE"]
    crossing = parting.cascades
    return share(crossing, near, "cascading relations of what is taken cross it", (link.place for link in crossing))
