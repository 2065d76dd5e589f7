"""`Prefetch("lines", queryset, to_attr="kept_lines")`: the attribute in which rows find what was fetched for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.lookups.references import argument, texts_of
from cutpoint.domain.types import NEW, STORED, Expression, Group, Items, Query, Row, one
from cutpoint.infer.targets import store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.types import Type
    from cutpoint.infer.frame import Frame


def keep_prefetched(frame: Frame, label: str, arguments: tuple[Type, ...]) -> None:
    """Note what the rows of *label*, and those behind them, are given by `prefetch_related(*arguments)`."""
    for prefetch in _prefetches(arguments):
        for path in texts_of(argument(prefetch, 0, "lookup")):
            *way, last = path.split("__")
            owner = _followed(frame, label, way)
            for name in texts_of(argument(prefetch, 2, "to_attr")) if owner is not None else ():
                row = one(Row, owner, 0, NEW)[0]
                for target, level in _targets(frame, prefetch, owner or "", last):
                    store(frame, row, name, one(Items, one(Row, target, level, STORED)))


def _prefetches(arguments: tuple[Type, ...]) -> Iterator[Expression]:
    for value in arguments:
        for each in value:
            match each:
                case Expression(name="Prefetch"):
                    yield each
                case Group(items=items):
                    yield from _prefetches(items)
                case Items(item=item):
                    yield from _prefetches((item,))


def _followed(frame: Frame, label: str, way: list[str]) -> str | None:
    here: str | None = label
    for name in way:
        link = frame.engine.world.space.links(here).get(name) if here is not None else None
        here = link.target if link is not None else None
    return here


def _targets(frame: Frame, prefetch: Expression, owner: str, name: str) -> list[tuple[str, int]]:
    """(label, level) of the rows that are fetched: of the queryset, or of the relation."""
    given = [each for each in argument(prefetch, 1, "queryset") if type(each) is Query]
    link = frame.engine.world.space.links(owner).get(name)
    if given or link is None or link.target is None:
        return [(each.label, each.level) for each in given]
    return [(link.target, 0)]
