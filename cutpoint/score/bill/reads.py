"""Reads across: each function that reads rows of the other side asks for them, or keeps a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.across import grouped_uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.cut import Item
    from cutpoint.score.parting import Parting

KIND = "read"


def items(parting: Parting) -> Iterator[Item]:
    """One for each function and model; what templates and serializers walk across is among them."""
    uses = (use for use in parting.crossing_reads if use.via != "signal")
    yield from grouped_uses(parting, uses, KIND, "API call or replica")
