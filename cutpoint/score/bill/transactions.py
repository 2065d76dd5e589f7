"""A transaction across: it writes both sides, so it becomes a saga, or an outbox and an event.

Effort: 5 points.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.cut import Item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.score.parting import Parting

KIND = "transaction"


def items(parting: Parting) -> Iterator[Item]:
    """One for each transaction that writes both sides."""
    for extent in parting.crossing_extents:
        taken = [model for model in extent.writes if model in parting.taken]
        kept = [model for model in extent.writes if model not in parting.taken]
        what = (
            f"{extent.transaction.function} writes {_some(taken)} and {_some(kept)} in one commit: a saga, or an outbox"
        )
        yield Item(KIND, what, 5.0, (extent.place,))


def _some(models: list[str]) -> str:
    return ", ".join(models[:3]) + (f" and {len(models) - 3} more" if len(models) > 3 else "")
