"""Django REST framework: `serializer.save()`, `serializer.instance`, `self.get_object()` of its views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    INFERRED,
    NOTHING,
    PLAIN,
    ClassOf,
    LibraryMethod,
    Object,
    Query,
    Type,
    one,
    type_of,
)
from cutpoint.infer.agents.checked_values import checked_values, fields_by_name
from cutpoint.infer.agents.declared_fields import objects_by_name
from cutpoint.infer.agents.representation import represent
from cutpoint.infer.agents.rest_view import ACTIONS, HOOKS, act
from cutpoint.infer.agents.serializer import save_by_serializer
from cutpoint.infer.agents.validation import validate
from cutpoint.infer.conventions import REQUEST
from cutpoint.infer.dispatch import call_method, item_type
from cutpoint.infer.frameworks.library_bases import is_rest_view, is_serializer
from cutpoint.infer.frameworks.model_of import declared, meta_model, rows_of
from cutpoint.infer.frameworks.rest_context import context_of, has_context, made_by_view
from cutpoint.infer.frameworks.rest_parameters import serializer_classes_of, serializers_of
from cutpoint.infer.row_states import state_of

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
        "fields",
        "_declared_fields",
        "validate",
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
        "get_serializer_context",
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
        "get_serializer_context",
        "to_internal_value",
        "validate",
    }
)


def attribute(frame: Frame, receiver: Atom, name: str, node: Node) -> Type | None:
    """What serializers and views of the framework keep."""
    if name == "context" and has_context(frame, receiver):
        return context_of(frame, receiver) or PLAIN
    if is_serializer(frame, receiver):
        if name == "instance":
            stored = frame.engine.read(("attribute", receiver.cls, "instance"), frame)  # type: ignore[attr-defined]  # an Object
            return rows_of(meta_model(frame, receiver), state_of(frame, receiver)) or stored or None
        if name == "_declared_fields":
            return objects_by_name(frame.engine.world, receiver.cls)  # type: ignore[attr-defined]  # of a class with a lineage
        if name == "data" and type(receiver) is Object:
            represent(frame, receiver, node)
        if name == "validated_data" and type(receiver) is Object:
            return checked_values(frame, receiver)
        if name == "fields" and type(receiver) is Object:
            return fields_by_name(frame, receiver)
        return one(LibraryMethod, receiver, name) if name in METHODS else PLAIN
    if name in METHODS and is_rest_view(frame, receiver):
        return one(LibraryMethod, receiver, name)
    return None


def _handed_to_helpers(frame: Frame, receiver: Atom, name: str, given: Type) -> Type:
    """What filters and the paginator that a view names make of its queryset; they are handed the request and the view."""
    is_filter = name == "filter_queryset"
    classes = declared(frame, receiver, "filter_backends" if is_filter else "pagination_class")
    result = given
    for each in item_type(frame, classes, None) if is_filter else classes:
        if type(each) is not ClassOf or type(each.cls) is not Class or not each.cls.module.found.ours:
            continue
        helper = one(Object, each.cls, each.level)[0]
        request = one(Object, REQUEST, INFERRED)
        values = (request, result, (receiver,)) if is_filter else (given, request, (receiver,))
        made = call_method(frame, helper, name, values)
        queries = type_of(*[part for part in made if type(part) is Query])
        result = queries or result if is_filter else result
    return result


def method(
    frame: Frame, receiver: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type | None:
    """What their methods give."""
    if is_serializer(frame, receiver):
        if name == "is_valid" and type(receiver) is Object:
            validate(frame, receiver, node)
        if name == "validate" and type(receiver) is Object:
            return checked_values(frame, receiver)
        if name not in ("save", "create", "update"):
            return PLAIN
        if type(receiver) is Object:
            save_by_serializer(frame, receiver, name, checked_values(frame, receiver, keywords), node)
        return rows_of(meta_model(frame, receiver), state_of(frame, receiver)) or None
    if not is_rest_view(frame, receiver):
        return None
    if name in ACTIONS | HOOKS:
        if type(receiver) is Object and node is not None:
            act(frame, receiver, name, arguments if name in HOOKS else (), node)
        return PLAIN
    if name in ("filter_queryset", "paginate_queryset"):
        given = arguments[0] if arguments else dict(keywords).get("queryset", NOTHING)
        return _handed_to_helpers(frame, receiver, name, given) or None
    if name == "get_serializer_context":
        return made_by_view(frame, receiver, node)
    if name == "get_serializer_class":
        return serializer_classes_of(frame, receiver) or None
    return serializers_of(frame, receiver) or None
