"""A queryset runs where it is iterated, counted, indexed or tested: `for order in orders`, `len(orders)`, `orders[0]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Query
from cutpoint.interpret.touching import link_of, own_and_parents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

from cutpoint.domain.use import Touch

RECEIVERS = (Query,)
KIND = "evaluate"
NAMES = None


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """The joins of its lookups are told where the lookups stand."""
    query = use.receiver
    assert isinstance(query, Query)  # noqa: S101 - RECEIVERS says so
    yield from own_and_parents(space, query.label, "read", "queryset")
    link = link_of(space, use)
    if link is not None and link.through is not None:
        yield Touch("read", link.through, "m2m")
    for table in query.joins:
        yield Touch("read", None, "join", table=table)
