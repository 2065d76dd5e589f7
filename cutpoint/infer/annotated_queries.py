"""Querysets and managers that annotations speak of, and those that callers hand over for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import (
    NOTHING,
    PROVED,
    Manager,
    Nothing,
    Query,
    Row,
    Type,
    atom,
    join,
    one,
    type_of,
)

if TYPE_CHECKING:
    from cutpoint.domain.objects import Class
    from cutpoint.infer.world import World


def of_class(world: World, cls: Class) -> Type | None:
    """What `orders: OrderQuerySet` allows: querysets of the one model that has such; None when *cls* is no class of that kind."""
    if world.is_query(cls):
        queried = _topmost(world, world.queried_by(cls))
        return one(Query, queried[0][0], PROVED, "rows", queried[0][1], None, ()) if len(queried) == 1 else NOTHING
    if world.is_manager(cls):
        managed = _topmost(world, world.managed_by(cls))
        return one(Manager, managed[0][0], PROVED, managed[0][1], None) if len(managed) == 1 else NOTHING
    return None


def _topmost(world: World, pairs: list[tuple[str, Class]]) -> list[tuple[str, Class]]:
    """Without those of models that have it from another one: whose rows are meant is the parent's to say."""
    labels = [label for label, _ in pairs]
    return [
        (label, own)
        for label, own in pairs
        if not any(other != label and world.space.is_subclass(label, other) for other in labels)
    ]


def of_rows(world: World, name: str, cls: Class | None, rows: Type) -> Type:
    """What `OrderQuerySet[Order]` allows, whose class is *cls* or only known by its *name*; nothing when it is neither kind."""
    result = NOTHING
    for row in rows:
        if type(row) is not Row:
            continue
        if name.endswith("QuerySet") or (cls is not None and world.is_query(cls)):
            result = join(result, one(Query, row.label, PROVED, "rows", cls, None, ()))
        elif name.endswith("Manager") or (cls is not None and world.is_manager(cls)):
            result = join(result, one(Manager, row.label, PROVED, cls, None))
    return result


def as_handed_over(said: Type, value: Type) -> Type:
    """*said* by an annotation, with what the querysets of these models that a caller hands over join, and how they came about."""
    handed = [each for each in value if type(each) is Query]
    labels = {each.label for each in said if type(each) is Query}
    if not handed or any(each.label not in labels for each in handed):
        return said
    result = [each for each in said if type(each) not in (Query, Nothing)]
    for each in said:
        if type(each) is Query:
            result += [
                atom(Query, each.label, each.level, query.shape, query.cls or each.cls, query.related, query.joins)
                for query in handed
                if query.label == each.label
            ]
    if any(type(each) is Nothing for each in value):
        result += [each for each in said if type(each) is Nothing]
    return type_of(*result)
