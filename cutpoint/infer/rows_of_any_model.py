"""Rows of a model that only run time knows: `get_object_or_404(model, pk=pk).revisions`, where all that have such lead to one model.

A row has nothing but what models have. Where an attribute of this name is a relation, or a property of the project's own,
on whatever model has it, and all of them lead to the same one, it is that one which is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Function
from cutpoint.domain.types import ANY, INFERRED, NOTHING, Manager, Query, Row, Type, Unknown, join, one
from cutpoint.infer.dispatch import attribute

if TYPE_CHECKING:
    from cutpoint.domain.catalog import Model
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Frame
    from cutpoint.infer.world import World

OF_ANY_MODEL = "model-by-name"
"""The reason of what comes of a model that only run time knows."""
# So many definitions of one name are a word that everybody uses.
_MOST_DEFINITIONS = 3


def attribute_of_any_model(frame: Frame, base: Type, name: str, node: Node) -> Type:
    """The type of an attribute of a row of any model; nothing when it may lead to several models, or to none."""
    if not any(type(each) is Unknown and each.reason == OF_ANY_MODEL for each in base):
        return NOTHING
    holders = _holders(frame, name)
    found = NOTHING
    for label in holders:
        found = join(found, attribute(frame, one(Row, label, INFERRED, ANY)[0], name, node))
    leading_to = {each.label for each in found if type(each) in (Row, Manager, Query)}  # type: ignore[attr-defined]  # all have a label
    return found if len(leading_to) == 1 and all(type(each) in (Row, Manager, Query) for each in found) else NOTHING


def _holders(frame: Frame, name: str) -> tuple[str, ...]:
    """A model for each definition of the name; none where it is a column of some model, or defined too often."""
    known = frame.engine.known.holders.get(name)
    if known is None:
        known = frame.engine.known.holders[name] = _found(frame.engine.world, name)
    return known


def _found(world: World, name: str) -> tuple[str, ...]:
    holders: dict[object, str] = {}
    for model in world.catalog.models:
        if model.abstract or model.auto_created or model.module in world.test_modules:
            continue
        definition = _definition(world, model, name)
        if definition is False:
            return ()
        if definition is not None:
            holders.setdefault(definition, model.label)
    return tuple(holders.values()) if len(holders) <= _MOST_DEFINITIONS else ()


def _definition(world: World, model: Model, name: str) -> object:
    """What gives rows of *model* an attribute of this name, None when nothing does; False for what is no relation."""
    link = world.space.links(model.label).get(name)
    if link is not None:
        # What lies between the two in a table of its own is another table for each model.
        return False if link.target is None or link.through is not None else link.target
    if name in world.space.fields(model.label) or name in world.space.attnames(model.label):
        return False
    cls = world.program.class_of(model.label)
    found = world.member(cls, name) if cls is not None else None
    if found is None or type(found[0]) is not Class:
        return None
    value = world.program.plain(found[1])
    if type(value) is not Function or not found[0].module.found.ours:
        return False
    # A method is called, and not asked for rows.
    return value if value.kind == "property" else None
