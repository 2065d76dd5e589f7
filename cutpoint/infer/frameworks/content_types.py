"""Content types: `order.content_type.model_class()` is the model of the row that the content type belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.lookups.lookup_path import CONTENT_TYPE
from cutpoint.domain.types import NONE, NOTHING, ModelClass, Query, Row, Type, join, one, unknown
from cutpoint.infer.generic_keys import generic_targets
from cutpoint.infer.levels import weakened

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ATTRIBUTES: frozenset[str] = frozenset()
METHODS = frozenset({"model_class"})


def attribute(_frame: Frame, _receiver: Atom, _name: str, _node: Node) -> Type | None:
    """Nothing of its own."""
    return None


def method(
    frame: Frame, receiver: Atom, name: str, _arguments: tuple[Type, ...], _keywords: Keywords, _node: Node
) -> Type | None:
    """The model class, as far as the row is known whose content type it is: `self`, in a model's own methods."""
    if name not in METHODS or type(receiver) is not Row or receiver.label != CONTENT_TYPE:
        return None
    owner = frame.receiver
    if not isinstance(owner, (Row, ModelClass, Query)):
        return unknown("model-by-name")
    links = frame.engine.world.space.links(owner.label).values()
    if not any(link.forward and link.target == CONTENT_TYPE for link in links):
        return unknown("model-by-name")
    return _models_of(frame, owner) or unknown("model-by-name")


def _models_of(frame: Frame, owner: Row | ModelClass | Query) -> Type:
    """What a content type on a row of *owner* names: what its generic key points at, or the child that the row is."""
    space = frame.engine.world.space
    level = weakened(owner.level, 0)
    found = NOTHING
    for link in space.links(owner.label).values():
        if link.forward and link.kind is RelationKind.GENERIC:
            for each in generic_targets(frame, owner.label, link.name, level):
                if type(each) is Row:
                    found = join(found, one(ModelClass, each.label, each.level))
    if found:
        return found
    # The row of a multi-table parent says which child it is; whatever is done to that is done to the parent, too.
    return join(one(ModelClass, owner.label, level), NONE) if space.children(owner.label) else NOTHING
