"""What the default ordering of a model joins: `class Meta: ordering = ["payment__invoice__number"]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.lookups.lookups import joined_tables
from cutpoint.domain.lookups.references import texts_of
from cutpoint.domain.objects import Class
from cutpoint.domain.types import NOTHING
from cutpoint.infer.values import type_of_value

if TYPE_CHECKING:
    from cutpoint.domain.types import Type
    from cutpoint.infer.chains import Joins
    from cutpoint.infer.frame import Frame

# Orderings may lead from relation to relation, and back.
_DEEPEST = 4

ORDERING = frozenset({"order_by", "earliest", "latest", "aearliest", "alatest"})
"""Methods whose arguments are what rows are ordered by."""


def default_order(frame: Frame, label: str, depth: int = _DEEPEST) -> Joins:
    """What a query of *label* joins while nobody says `order_by`."""
    said = _ordering(frame, label)
    return ordered(frame, label, (said,), frame.engine.joins.of(label, "order_by", (said,), ()), depth) if said else ()


def ordered(frame: Frame, label: str, names: tuple[Type, ...], joins: Joins, depth: int = _DEEPEST) -> Joins:
    """*joins* of an order by *names*, and what is joined for a relation that is ordered as its model is by default."""
    texts = {text.removeprefix("-") for value in names for text in texts_of(value)} if depth else set()
    found = {join for text in texts for join in _ordered_as_its_model(frame, label, text, depth)}
    return tuple(sorted(found.union(joins))) if found else joins


def prefetched(frame: Frame, label: str, joins: Joins) -> Joins:
    """*joins* of `prefetch_related`, and what the default orderings of the models join that are fetched."""
    found = set(joins)
    for _, lookup, kind in joins:
        if kind == "prefetch_related":
            target = _target(frame, label, lookup, by_query=False)
            orders = default_order(frame, target, _DEEPEST - 1) if target is not None else ()
            found |= {(table, f"{lookup}__{path}", kind) for table, path, _ in orders}
    return tuple(sorted(found))


def _ordered_as_its_model(frame: Frame, label: str, lookup: str, depth: int) -> Joins:
    """`order_by("payment")` where payments have an ordering: it needs their table, while `payment_id` has its column here."""
    target = _target(frame, label, lookup, by_query=True)
    if target is None or not _ordering(frame, target):
        return ()
    space = frame.engine.world.space
    reached = [(table, path, "order") for table, path in joined_tables(space, label, lookup, trim=False)]
    orders = default_order(frame, target, depth - 1)
    return (*reached, *((table, f"{lookup}__{path}", "order") for table, path, _ in orders))


def _target(frame: Frame, label: str, lookup: str, *, by_query: bool) -> str | None:
    space = frame.engine.world.space
    here: str | None = label
    for name in lookup.split("__"):
        link = (space.query_links if by_query else space.links)(here).get(name) if here is not None else None
        here = link.target if link is not None else None
    return here


def _ordering(frame: Frame, label: str) -> Type:
    """`Meta.ordering`: of the class itself, of the abstract base that hands its Meta down, or of a parent with a table."""
    world = frame.engine.world
    cls = world.program.class_of(label)
    has_options = False
    for base in world.program.linear(cls) if cls is not None else ():
        options = world.program.plain(base.attributes.get("Meta")) if type(base) is Class else None
        if type(options) is not Class or (has_options and world.concrete_label(base) is None):
            continue
        has_options = True
        found = world.member(options, "ordering")
        if found is not None and type(found[0]) is Class:
            return type_of_value(frame, found[1])
    return NOTHING
