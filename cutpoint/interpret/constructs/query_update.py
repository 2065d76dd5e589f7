"""`Order.objects.filter(…).update(paid=True)` and `bulk_update(orders, ["paid"])` update the table that has the column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Manager, Query
from cutpoint.domain.use import Touch
from cutpoint.interpret.touching import columns_named, keyword, known_texts, link_of, word_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Manager, Query)
KIND = "call"
NAMES = frozenset({"update", "aupdate", "bulk_update", "abulk_update"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """Fields of a multi-table parent are updated in the parent's table, and only there."""
    query = use.receiver
    assert isinstance(query, Manager | Query)  # noqa: S101 - RECEIVERS says so
    label = query.label
    if word_of(use.name) == "update":
        names: tuple[str, ...] | None = tuple(name for name, _ in use.keywords if name is not None)
        if any(name is None for name, _ in use.keywords):
            names = None
    else:
        names = known_texts(use.arguments[1] if len(use.arguments) > 1 else keyword(use, "fields"))
    via = "queryset" if link_of(space, use) is None else "related"
    owners = _owners(space, label, names)
    for owner in owners:
        mine = tuple(name for name in names if _owner(space, label, name) == owner) if names else None
        cause = None if owner == label else _cause(space, label, owner)
        yield Touch("update", owner, via if cause is None else "inheritance", columns_named(space, label, mine), (), cause)


def _owners(space: ModelSpace, label: str, names: tuple[str, ...] | None) -> list[str]:
    if not names:
        return [label]
    return list(dict.fromkeys(_owner(space, label, name) for name in names))


def _owner(space: ModelSpace, label: str, name: str) -> str:
    found = space.fields(label).get(space.attnames(label).get(name, name))
    if found is None:
        return label
    return label if space.concrete(label) == found[0] else found[0]


def _cause(space: ModelSpace, label: str, owner: str) -> tuple[str, int] | None:
    for link in space.parents(label):
        if link.target == owner:
            return (link.relation.path, link.relation.line)
    return None
