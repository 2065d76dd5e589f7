"""A call across: a function calls one of the other side that works with tables there, so it becomes an operation."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Item
from cutpoint.domain.source import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.score.parting import Parting

KIND = "call"


def items(parting: Parting) -> Iterator[Item]:
    """One for each caller and function that it calls."""
    found: defaultdict[tuple[str, str], set[Evidence]] = defaultdict(set)
    for call in parting.crossing_calls:
        found[call.caller, call.callee].add(call.place)
    for (caller, callee), places in sorted(found.items()):
        what = f"{caller} calls {callee} of the other side: an operation, or the caller moves"
        yield Item(KIND, what, float(len(places)), tuple(sorted(places)))
