"""Uses across → items of a bill: one for each function, model and action, with all places."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Item
from cutpoint.domain.source import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.score.facts import Use
    from cutpoint.score.parting import Parting


def grouped_uses(
    parting: Parting, uses: Iterable[Use], kind: str, becomes: str, first: float, further: float
) -> Iterator[Item]:
    """Sorted; each costs *first* points, and *further* ones for each place but one."""
    found: defaultdict[tuple[str, str, str], set[Evidence]] = defaultdict(set)
    loops: set[tuple[str, str, str]] = set()
    for use in uses:
        key = (use.function, use.model, use.action)
        found[key].add(use.place)
        if use.in_loop:
            loops.add(key)
    for key, places in sorted(found.items()):
        function, model, action = key
        looping = ", in a loop: as a batch" if key in loops else ""
        what = f"{function} ({parting.side_of_function[function]}) does {action} {model}: {becomes}{looping}"
        yield Item(kind, what, first + further * (len(places) - 1), tuple(sorted(places)))
