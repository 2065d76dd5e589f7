"""What a model itself does not have but models that inherit from it do: `page.specific.submissions`, on a Page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import CERTAINTY_BITS, INFERRED, NOTHING, Row, Type, join, one
from cutpoint.infer.dispatch import attribute

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Frame

# What more children have is a convention among them, and most likely set by other code on their parent, too.
_MOST_CHILDREN = 12


def attribute_of_children(frame: Frame, each: Row, name: str, node: Node) -> Type:
    """The type of `row.name` where only children of the row's model have a relation or code of that name."""
    world = frame.engine.world
    cls = world.program.class_of(each.label)
    if cls is None or name.startswith("_"):
        return NOTHING
    labels: dict[str, None] = {}
    for child in world.subclasses(cls):
        label = world.concrete_label(child)
        if label is not None and (name in world.space.links(label) or _is_ours(world.member(child, name))):
            labels[label] = None
    result = NOTHING
    if len(labels) <= _MOST_CHILDREN:
        for label in world.without_children(list(labels)):
            level = max(each.level & CERTAINTY_BITS, INFERRED) | each.level & ~CERTAINTY_BITS
            result = join(result, attribute(frame, one(Row, label, level, each.state)[0], name, node))
    return result


def _is_ours(found: tuple[object, object] | None) -> bool:
    return found is not None and type(found[0]) is Class and found[0].module.found.ours
