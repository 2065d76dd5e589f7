"""A lookup path -> the further tables that the statement reads: in conditions, in select_related and prefetch_related.

The table at which a path starts is never among them, nor is one whose name is not known. Each comes with the path as
written, up to the name that leads there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.lookups.lookup_path import CONTENT_TYPE, SEPARATOR, follow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.model_space import Link, ModelSpace

Tables: TypeAlias = tuple[tuple[str, str], ...]
"""(table, lookup that leads there), in the order of the joins."""

_TO_ONE = frozenset({RelationKind.FOREIGN_KEY, RelationKind.ONE_TO_ONE})
_GENERIC = frozenset({RelationKind.GENERIC, RelationKind.GENERIC_RELATION})


def joined_tables(space: ModelSpace, label: str, path: str, *, trim: bool) -> Tables:
    """What `order__user__email` on an invoice joins: the orders for `order`, the users for `order__user`.

    With *trim*, as in every condition and expression, a last hop is not joined when the column before it has the same
    value: `order__user__id` reads the orders only.
    """
    walk = follow(space, label, path)
    hops = walk.trimmed() if trim else walk.hops
    return _further(space, label, ((hop.table, hop.lookup) for hop in hops))


def excluded_tables(space: ModelSpace, label: str, path: str) -> Tables:
    """The same for a condition of `exclude`, where to-many relations are looked up in a subquery.

    A path that ends in `isnull` is taken to ask whether there is nothing.
    """
    hops = follow(space, label, path).excluded(for_none=path.endswith(f"{SEPARATOR}isnull"))
    return _further(space, label, ((hop.table, hop.lookup) for hop in hops))


def selected_tables(space: ModelSpace, label: str, path: str) -> Tables:
    """What `select_related(path)` joins: each row on the way whole, with the tables of its multi-table parents."""
    return _further(space, label, _selected(space, label, path))


def null_free_foreign_keys(space: ModelSpace, label: str, depth: int = 5) -> Tables:
    """What `select_related()` joins without arguments: foreign keys that cannot be empty, up to *depth* of them away.

    Each model is entered once, by the shortest way.
    """
    found: list[tuple[str | None, str]] = []
    seen = {space.concrete(label)}
    level = [(space.concrete(label), "")]
    for _ in range(depth):
        following: list[tuple[str, str]] = []
        for here, prefix in level:
            for link in space.query_links(here).values():
                target = space.concrete(link.target or "")
                if not link.forward or link.kind not in _TO_ONE or link.null or target in seen:
                    continue
                seen.add(target)
                lookup = f"{prefix}{link.query_name}"
                found += _row(space, target, lookup)
                following.append((target, f"{lookup}{SEPARATOR}"))
        level = following
    return _further(space, label, found)


def prefetched_tables(space: ModelSpace, label: str, path: str) -> Tables:
    """What `prefetch_related(path)` reads, a query a hop; its names are those of accessors (`order_set`).

    Where a generic foreign key leads is not known, but for the table of content types.
    """
    return _further(space, label, _prefetched(space, label, path))


def row_tables(space: ModelSpace, label: str) -> tuple[str, ...]:
    """The tables of which a whole row consists: the model's own and those of its multi-table parents."""
    return tuple(table for table, _ in _row(space, label, "") if table is not None)


def _selected(space: ModelSpace, label: str, path: str) -> Iterator[tuple[str | None, str]]:
    here = space.concrete(label)
    names = path.split(SEPARATOR)
    for index, name in enumerate(names):
        link = space.query_links(here).get(name)
        if link is None or link.many or link.target is None:
            return
        if link.forward and link.kind is RelationKind.PARENT:
            # Parents are joined anyway, and Django does not go on from here.
            return
        lookup = SEPARATOR.join(names[: index + 1])
        yield from _row(space, link.target, lookup, beside=None if link.forward else here)
        here = space.concrete(link.target)


def _prefetched(space: ModelSpace, label: str, path: str) -> Iterator[tuple[str | None, str]]:
    here = label
    names = path.split(SEPARATOR)
    for index, name in enumerate(names):
        link = space.links(here).get(name)
        if link is None:
            return
        lookup = SEPARATOR.join(names[: index + 1])
        if link.kind in _GENERIC:
            yield space.table(CONTENT_TYPE), lookup
        if link.target is None:
            return
        yield from _between(space, link, lookup)
        yield from _row(space, link.target, lookup)
        here = link.target


def _between(space: ModelSpace, link: Link, lookup: str) -> Iterator[tuple[str | None, str]]:
    if link.through is not None:
        yield space.table(link.through), lookup


def _row(space: ModelSpace, label: str, lookup: str, *, beside: str | None = None) -> Iterator[tuple[str | None, str]]:
    """The tables of a whole row, without those that the row *beside* has read already."""
    yield space.table(label), lookup
    for link in space.parents(label):
        parent = link.target or ""
        if beside is None or not space.is_subclass(beside, parent):
            yield space.table(parent), lookup


def _further(space: ModelSpace, label: str, tables: Iterable[tuple[str | None, str]]) -> Tables:
    start = space.table(label)
    return tuple(dict.fromkeys((table, lookup) for table, lookup in tables if table is not None and table != start))
