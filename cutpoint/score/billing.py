"""Parting → the bill: every item of every kind, and the effort that they add up to."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

from cutpoint.domain.cut import Item, Seam
from cutpoint.score import bill as bill_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.score.parting import Parting


class BillFile(Protocol):
    """What lies in the folder of the bill."""

    KIND: str

    def items(self, parting: Parting, /) -> Iterator[Item]: ...  # noqa: D102 - each says what it gives


@cache
def bill_files() -> tuple[BillFile, ...]:
    """Sorted by kind."""
    found = (
        cast("BillFile", importlib.import_module(f"{bill_folder.__name__}.{info.name}"))
        for info in pkgutil.iter_modules(bill_folder.__path__)
    )
    return tuple(sorted(found, key=lambda file: file.KIND))


def bill_of(parting: Parting) -> tuple[Item, ...]:
    """All items, the dearest first."""
    found = [item for file in bill_files() for item in file.items(parting)]
    return tuple(sorted(found, key=lambda item: (-item.effort, item.kind, item.what, item.evidence)))


def effort_of(bill: Iterable[Item]) -> float:
    """How many places have to change, each once, however many items name it."""
    return float(len({place for item in bill if item.effort for place in item.evidence}))


def seam_of(parting: Parting) -> Seam:
    """How many places cross."""
    sides = parting.side_of_function
    calls = {
        (use.function, use.place) for use in parting.crossing if sides[use.function] is not parting.side_of(use.model)
    }
    return Seam(
        writes=len(parting.crossing_writes),
        reads=len(parting.crossing_reads),
        joins=len(parting.crossing_joins),
        relations=len(parting.crossing_links),
        transactions=len(parting.crossing_extents),
        implicit_transactions=len(parting.following_extents),
        imports=len(parting.crossing_imports),
        calls=len(calls),
        signals=sum(use.via == "signal" for use in parting.crossing),
        cascades=len(parting.cascades),
    )
