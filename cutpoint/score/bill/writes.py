"""Writes across: each function that changes rows of the other side needs an operation there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.across import grouped_uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.cut import Item
    from cutpoint.score.parting import Parting

KIND = "write"


def items(parting: Parting) -> Iterator[Item]:
    """One for each function, model and action, signals left to their own items."""
    uses = (use for use in parting.crossing_writes if use.via != "signal")
    yield from grouped_uses(parting, uses, KIND, "moves behind an operation of the other side")
