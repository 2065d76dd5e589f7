"""`Order.objects.filter(…).update(paid=True)` and `bulk_update(orders, ["paid"])` update the table that has the column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Manager, Query
from cutpoint.domain.use import Touch
from cutpoint.interpret.touching import columns_named, keyword, known_texts, link_of, link_to_parent, owners_of, word_of

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
    owners = owners_of(space, label, names)
    for owner, mine in owners:
        cause = None if owner == label else link_to_parent(space, label, owner)
        yield Touch("update", owner, via if cause is None else "inheritance", columns_named(space, label, mine), (), cause)
    if any(owner != label for owner, _ in owners):
        # Which rows of the parent are meant is asked first.
        yield Touch("read", label, via)
