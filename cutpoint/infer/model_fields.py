"""Fields of models, looked at as such: `Order._meta.get_field("customer")`, `order._meta.many_to_many`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import (
    CERTAINTY_BITS,
    NONE,
    NOTHING,
    PLAIN,
    POSSIBLE,
    FieldOf,
    Items,
    LibraryMethod,
    ModelClass,
    Row,
    Text,
    Type,
    atom,
    join,
    one,
    type_of,
)
from cutpoint.infer.dispatch import attribute, attribute_of, call_type, item_type
from cutpoint.infer.levels import perhaps

if TYPE_CHECKING:
    from cutpoint.domain.link import Link
    from cutpoint.domain.model_atoms import Meta
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Frame

MANY_TO_MANY = frozenset({"many_to_many", "local_many_to_many"})
# What model forms and serializers ask a field to do with a row, and the method of its related manager that this comes to.
_BY_ROW = {"save_form_data": "set", "value_from_object": "all"}


def many_to_many(frame: Frame, each: Meta) -> Type:
    """The fields of a model that have a table between."""
    result = NOTHING
    for name, link in frame.engine.world.space.links(each.label).items():
        if link.forward and link.through is not None:
            result = join(result, one(FieldOf, each.label, name, each.level))
    return one(Items, result)


def chosen(value: Type) -> Type:
    """*value* where `field.name in given` holds: which fields those are, only run time knows."""
    return type_of(
        *[
            atom(FieldOf, each.label, each.name, each.level & ~CERTAINTY_BITS | POSSIBLE)
            if type(each) is FieldOf
            else each
            for each in value
        ]
    )


def call_field(frame: Frame, each: FieldOf, name: str, arguments: tuple[Type, ...], node: Node) -> Type:
    """`field.save_form_data(order, tags)`: a field with a table between writes or reads that."""
    link = frame.engine.world.space.links(each.label).get(each.name)
    if name not in _BY_ROW or link is None or link.through is None or not arguments:
        return PLAIN
    result = NOTHING
    rows = perhaps(arguments[0]) if each.level & CERTAINTY_BITS == POSSIBLE else arguments[0]
    for row in rows:
        if type(row) is Row and frame.engine.world.space.are_kin(row.label, each.label):
            method = attribute(frame, attribute(frame, row, each.name, node)[0], _BY_ROW[name], None)
            given = call_type(frame, method, arguments[1:], (), node)
            # A list of the rows, which is fetched here and not where it is looked at.
            result = join(result, one(Items, item_type(frame, given, node)) if name == "value_from_object" else given)
    return result or PLAIN


@attribute_of(FieldOf)
def _field(frame: Frame, each: FieldOf, name: str, _node: Node) -> Type:
    """The models at both ends of a relation."""
    if name in ("name", "attname"):
        return one(Text, each.name)
    link = frame.engine.world.space.links(each.label).get(each.name)
    if name in ("remote_field", "rel", "field"):
        return other_end(frame, link, each.level) if link is not None else PLAIN
    if name in ("related_model", "to"):
        return one(ModelClass, link.target, each.level) if link is not None and link.target is not None else NONE
    if name == "model":
        return one(ModelClass, link.model if link is not None else each.label, each.level)
    if name in _BY_ROW:
        return one(LibraryMethod, each, name)
    if name == "through" and link is not None and link.through is not None:
        return one(ModelClass, link.through, each.level)
    return PLAIN


def other_end(frame: Frame, link: Link, level: int) -> Type:
    """The same relation as seen from the model that it leads to."""
    if link.target is None:
        return PLAIN
    back = [
        other.name
        for other in frame.engine.world.space.links(link.target).values()
        if other.relation is link.relation and other.forward is not link.forward
    ]
    return one(FieldOf, link.target, back[0] if back else "+", level)
