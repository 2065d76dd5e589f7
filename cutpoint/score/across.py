"""Uses across → items of a bill: one for each function and action, with all models and places."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Item
from cutpoint.domain.source import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cutpoint.score.observations import Use
    from cutpoint.score.parting import Parting


_MOST_MODELS = 3


def grouped_uses(parting: Parting, uses: Iterable[Use], kind: str, becomes: str) -> Iterator[Item]:
    """One for each function and action, with all models; sorted."""
    found: defaultdict[tuple[str, str], set[Evidence]] = defaultdict(set)
    models: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    loops: set[tuple[str, str]] = set()
    for use in uses:
        key = (use.function, use.action)
        found[key].add(use.place)
        models[key].add(use.model)
        if use.in_loop:
            loops.add(key)
    for key, places in sorted(found.items()):
        function, action = key
        looping = ", in a loop: as a batch" if key in loops else ""
        side = parting.side_of_function[function]
        what = f"{function} ({side}) does {action} {some_of(sorted(models[key]))}: {becomes}{looping}"
        yield Item(kind, what, float(len(places)), tuple(sorted(places)))


def some_of(models: Sequence[str]) -> str:
    """The first three, and how many more."""
    more = f" and {len(models) - _MOST_MODELS} more" if len(models) > _MOST_MODELS else ""
    return f"{', '.join(models[:_MOST_MODELS])}{more}"
