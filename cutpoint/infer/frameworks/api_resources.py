"""django-tastypie: `super().obj_create(bundle)` of a resource, and `bundle.obj` in its methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import NEW, STORED, Object
from cutpoint.infer.agents.api_resource import BUNDLE, METHODS, act, is_resource, rows_of_resource

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom, Type
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ATTRIBUTES = frozenset({"obj"})
__all__ = ["ATTRIBUTES", "METHODS", "attribute", "method"]


def attribute(frame: Frame, receiver: Atom, _name: str, _node: Node) -> Type | None:
    """The row that a bundle is about: of the model of the resource in whose method it is."""
    resource = frame.receiver
    if type(receiver) is not Object or receiver.cls != BUNDLE or not isinstance(resource, Object):
        return None
    if not is_resource(frame, resource):
        return None
    is_new = frame.function is not None and frame.function.name == "obj_create"
    return rows_of_resource(frame, resource, NEW if is_new else STORED) or None


def method(
    frame: Frame, receiver: Atom, name: str, _arguments: tuple[Type, ...], _keywords: Keywords, node: Node
) -> Type | None:
    """What the library's own method does."""
    if type(receiver) is not Object or not is_resource(frame, receiver):
        return None
    return act(frame, receiver, name, node)
