"""A signal across: its receiver works on rows of the other side, so it becomes an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.across import grouped_uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.cut import Item
    from cutpoint.score.parting import Parting

KIND = "signal"


def items(parting: Parting) -> Iterator[Item]:
    """One for each place that sets off a receiver, and model."""
    uses = (use for use in parting.crossing if use.via == "signal" and use.action != "join")
    yield from grouped_uses(parting, uses, KIND, "becomes an event")
