"""A transaction across: it writes both sides by name, so it becomes a saga, or an outbox and an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.cut import Item
from cutpoint.score.across import some_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.score.parting import Parting

KIND = "transaction"


def items(parting: Parting) -> Iterator[Item]:
    """One for each transaction that writes both sides by name; what only follows is counted in the seam."""
    for extent in parting.crossing_extents:
        taken = [model for model in extent.named if model in parting.taken]
        kept = [model for model in extent.named if model not in parting.taken]
        what = f"{extent.transaction.function} writes {some_of(taken)} and {some_of(kept)} in one commit: a saga, or an outbox"
        yield Item(KIND, what, 1.0, (extent.place,))
