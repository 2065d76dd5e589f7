"""Every chain of the query API reads the model's table, and the tables that its lookups join: `Order.objects.filter(user__email=…)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Manager, Query
from cutpoint.domain.use import Touch
from cutpoint.interpret.touching import link_of, own_and_parents, word_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Manager, Query)
KIND = "call"
NAMES = frozenset(
    "filter exclude order_by reverse distinct defer only using select_related prefetch_related annotate alias extra"
    " select_for_update union intersection difference complex_filter all get_queryset get first last earliest latest"
    " values values_list dates datetimes iterator aiterator count exists aggregate in_bulk contains explain"
    " aget afirst alast aearliest alatest acount aexists aaggregate ain_bulk acontains aexplain"
    " get_or_create aget_or_create update_or_create aupdate_or_create update aupdate".split()
)
_RUN_AT_ONCE = frozenset(
    "get first last earliest latest count exists aggregate in_bulk iterator update contains get_or_create".split()
)
_NO_READ = frozenset({"update", "get_queryset"})
# What a statement that changes rows has no use for.
_OF_ROWS = frozenset({"order", "select", "select_related", "prefetch_related"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """A chain that ends in `update` or `delete` selects nothing of its own table."""
    query = use.receiver
    assert isinstance(query, Manager | Query)  # noqa: S101 - RECEIVERS says so
    word = word_of(use.name)
    label = query.label
    joins = _needed(use)
    reads = word not in _NO_READ and not use.consumed
    link = link_of(space, use)
    via = "queryset" if isinstance(query, Query) else "manager"
    if link is not None:
        via = "m2m" if link.through is not None else "related"
    if reads:
        for touch in own_and_parents(space, label, "read", via):
            yield Touch(touch.action, touch.label, touch.via, touch.columns, joins, touch.cause)
    if link is not None and link.through is not None and (reads or word == "update"):
        yield Touch("read", link.through, "m2m")
    if word in _RUN_AT_ONCE and isinstance(query, Query):
        # It runs what was built before, here or elsewhere.
        for table in query.joins:
            yield Touch("read", None, "join", table=table)
    for table, lookup, kind in joins:
        yield Touch("read", None, "join", joins=((table, lookup, kind),), table=table)


def _needed(use: Use) -> tuple[tuple[str, str, str], ...]:
    """What the lookups join, without what the writing method at the end of the chain forgets."""
    if "create" in use.consumed:
        return ()
    if use.consumed:
        return tuple(join for join in use.joins if join[2] not in _OF_ROWS)
    return use.joins
