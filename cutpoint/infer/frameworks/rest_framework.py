"""Django REST framework: `serializer.save()`, `serializer.instance`, `self.get_object()` of its views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import ANY, PLAIN, LibraryMethod, Object, Type, one
from cutpoint.infer.agents.rest_view import ACTIONS, HOOKS, act
from cutpoint.infer.agents.serializer import save_by_serializer
from cutpoint.infer.frameworks.library_bases import is_rest_view, is_serializer
from cutpoint.infer.frameworks.model_of import meta_model, rows_of
from cutpoint.infer.frameworks.rest_parameters import serializer_classes_of, serializers_of

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ATTRIBUTES = (ACTIONS | HOOKS) | frozenset(
    {
        "instance",
        "save",
        "validated_data",
        "data",
        "errors",
        "initial_data",
        "is_valid",
        "get_serializer",
        "create",
        "update",
        "context",
        "to_representation",
        "filter_queryset",
        "paginate_queryset",
        "get_serializer_class",
        "to_internal_value",
    }
)
METHODS = (ACTIONS | HOOKS) | frozenset(
    {
        "save",
        "is_valid",
        "get_serializer",
        "create",
        "update",
        "filter_queryset",
        "paginate_queryset",
        "to_representation",
        "get_serializer_class",
        "to_internal_value",
    }
)


def attribute(frame: Frame, receiver: Atom, name: str, _node: Node) -> Type | None:
    """What serializers and views of the framework keep."""
    if is_serializer(frame, receiver):
        if name == "instance":
            stored = frame.engine.read(("attribute", receiver.cls, "instance"), frame)  # type: ignore[attr-defined]  # an Object
            return rows_of(meta_model(frame, receiver), ANY) or stored or None
        return one(LibraryMethod, receiver, name) if name in METHODS else PLAIN
    if name in METHODS and is_rest_view(frame, receiver):
        return one(LibraryMethod, receiver, name)
    return None


def method(
    frame: Frame, receiver: Atom, name: str, arguments: tuple[Type, ...], _keywords: Keywords, node: Node
) -> Type | None:
    """What their methods give."""
    if is_serializer(frame, receiver):
        if name not in ("save", "create", "update"):
            return PLAIN
        if type(receiver) is Object:
            save_by_serializer(frame, receiver, name, node)
        return rows_of(meta_model(frame, receiver), ANY) or None
    if not is_rest_view(frame, receiver):
        return None
    if name in ACTIONS | HOOKS:
        if type(receiver) is Object and node is not None:
            act(frame, receiver, name, arguments if name in HOOKS else (), node)
        return PLAIN
    if name in ("filter_queryset", "paginate_queryset"):
        return arguments[0] if arguments else None
    if name == "get_serializer_class":
        return serializer_classes_of(frame, receiver) or None
    return serializers_of(frame, receiver) or None
