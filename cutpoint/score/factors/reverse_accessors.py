"""Reverse accessors: `user.orders` reads from the owner's side what another side keeps; the attribute will be gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.measured import Measured, share

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting

NAME = "reverse-accessors"
WEIGHT = -3.0


def measure(parting: Parting) -> Measured:
    """The share of accesses through related objects that cross."""
    near = [use for use in parting.near if use.via in {"related", "m2m"}]
    crossing = [use for use in near if parting.crosses(use)]
    return share(crossing, near, "accesses through related objects cross it", (use.place for use in crossing))
