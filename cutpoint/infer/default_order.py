"""What the default ordering of a model joins: `class Meta: ordering = ["payment__invoice__number"]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import NOTHING
from cutpoint.infer.values import type_of_value

if TYPE_CHECKING:
    from cutpoint.domain.types import Type
    from cutpoint.infer.chains import Joins
    from cutpoint.infer.frame import Frame

# Orderings may lead from relation to relation, and back.
_DEEPEST = 4


def default_order(frame: Frame, label: str, depth: int = _DEEPEST) -> Joins:
    """What a query of *label* joins while nobody says `order_by`."""
    said = _ordering(frame, label)
    return with_orders(frame, label, frame.engine.joins.of(label, "order_by", (said,), ()), depth) if said else ()


def with_orders(frame: Frame, label: str, joins: Joins, depth: int = _DEEPEST) -> Joins:
    """*joins*, and what the default orderings of the models join that are prefetched, or that are themselves an order."""
    if not joins:
        return ()
    found = set(joins)
    for _, lookup, kind in joins if depth else ():
        if kind in ("order", "prefetch_related"):
            target = _target(frame, label, lookup, by_query=kind == "order")
            found |= {(table, f"{lookup}__{path}", kind) for table, path, _ in _orders(frame, target, depth)}
    return tuple(sorted(found))


def _orders(frame: Frame, label: str | None, depth: int) -> Joins:
    return default_order(frame, label, depth - 1) if label is not None else ()


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
