"""`class OrderViewSet(ModelViewSet)`, `super().perform_create(serializer)`: the actions that a view of Django REST framework exposes and doesn't define itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import NEW, STORED, Object, Query, Row, Text, one
from cutpoint.infer.agents.acting import acting, declaration_of
from cutpoint.infer.agents.filtered import filter_listed
from cutpoint.infer.agents.representation import represent
from cutpoint.infer.agents.serializer import is_own
from cutpoint.infer.dispatch import attribute, call_type, item_type
from cutpoint.infer.frameworks.model_of import declared, query_of_view
from cutpoint.infer.frameworks.rest_parameters import serializers_of
from cutpoint.infer.row_states import in_state

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Type
    from cutpoint.infer.frame import Frame
    from cutpoint.infer.world import World

HOOKS = frozenset({"perform_create", "perform_update", "perform_destroy"})
# Mixins or base classes -> the action that they bring.
_BY_BASE: tuple[tuple[tuple[str, ...], str], ...] = (
    (("CreateModelMixin", "CreateAPIView", "ListCreateAPIView", "ModelViewSet"), "create"),
    (
        ("UpdateModelMixin", "UpdateAPIView", "RetrieveUpdateAPIView", "RetrieveUpdateDestroyAPIView", "ModelViewSet"),
        "update",
    ),
    (
        (
            "DestroyModelMixin",
            "DestroyAPIView",
            "RetrieveDestroyAPIView",
            "RetrieveUpdateDestroyAPIView",
            "ModelViewSet",
        ),
        "destroy",
    ),
    (
        ("ListModelMixin", "ListAPIView", "ListCreateAPIView", "ModelViewSet", "ReadOnlyModelViewSet"),
        "list",
    ),
    (
        (
            "RetrieveModelMixin",
            "RetrieveAPIView",
            "RetrieveUpdateAPIView",
            "RetrieveDestroyAPIView",
            "RetrieveUpdateDestroyAPIView",
            "ModelViewSet",
            "ReadOnlyModelViewSet",
        ),
        "retrieve",
    ),
)
BASES = frozenset(base for bases, _ in _BY_BASE for base in bases if not base.endswith("Mixin"))
"""Views; a mixin alone serves nothing."""
HTTP = {
    "create": ("post",),
    "update": ("put", "patch"),
    "destroy": ("delete",),
    "list": ("get",),
    "retrieve": ("get",),
}
"""Action -> methods of HTTP that a view serves by it."""
_ANSWERS = frozenset({"create", "update", "partial_update", "retrieve", "list"})
"""Actions that answer with what a serializer shows."""
ACTIONS = frozenset(HTTP) | {"partial_update"}


def brought_by(world: World, view: Class) -> list[str]:
    """Actions that the framework's classes bring to *view*."""
    return [action for bases, action in _BY_BASE if world.derives(view, bases, "rest_framework.")]


def exposed(frame: Frame, view: Object) -> list[str]:
    """Every action that the class exposes and no class of the project defines."""
    if type(view.cls) is not Class:
        return []
    allowed = _allowed(frame, view)
    return [
        action
        for action in brought_by(frame.engine.world, view.cls)
        if any(allowed is None or word in allowed for word in HTTP[action]) and not is_own(frame, view, action)
    ]


def _allowed(frame: Frame, view: Object) -> frozenset[str] | None:
    """What `http_method_names` says, if it does."""
    names = item_type(frame, declared(frame, view, "http_method_names"), None)
    texts = frozenset(each.value for each in names if type(each) is Text)
    return texts or None


def act(frame: Frame, view: Object, action: str, arguments: tuple[Type, ...], node: Node) -> None:
    """What an action or hook of the framework does."""
    with acting(frame, "view", declaration_of(frame, view)):
        if action in ("create", "update", "partial_update"):
            _hook(frame, view, f"perform_{'create' if action == 'create' else 'update'}", node)
        elif action in ("perform_create", "perform_update"):
            state = NEW if action == "perform_create" else STORED
            for each in in_state(frame, arguments[0] if arguments else serializers_of(frame, view), state):
                call_type(frame, attribute(frame, each, "save", None), (), (), node)
        elif action == "destroy":
            _hook(frame, view, "perform_destroy", node)
        elif action == "perform_destroy":
            for each in arguments[0] if arguments else _rows(frame, view):
                call_type(frame, attribute(frame, each, "delete", None), (), (), node)
        if action in ("update", "partial_update", "destroy", "retrieve", "list"):
            for each in query_of_view(frame, view):
                if type(each) is Query:
                    frame.see("call", each, "filter" if action == "list" else "get", node)
                    if action == "list":
                        filter_listed(frame, view, each, node)
        if action in _ANSWERS:
            _answer(frame, view, node)


def _answer(frame: Frame, view: Object, node: Node) -> None:
    for each in serializers_of(frame, view):
        if type(each) is Object:
            represent(frame, each, node)


def _hook(frame: Frame, view: Object, hook: str, node: Node) -> None:
    """A hook of the project's own, or the framework's."""
    if hook == "perform_destroy":
        given = _rows(frame, view)
    else:
        given = in_state(frame, serializers_of(frame, view), NEW if hook == "perform_create" else STORED)
        for each in given:
            call_type(frame, attribute(frame, each, "is_valid", None), (), (), node)
    if is_own(frame, view, hook):
        call_type(frame, attribute(frame, view, hook, None), (given,), (), node)
    else:
        act(frame, view, hook, (given,), node)


def _rows(frame: Frame, view: Object) -> Type:
    rows: Type = ()
    for each in query_of_view(frame, view):
        if type(each) is Query:
            rows = (*rows, *one(Row, each.label, each.level, STORED))
    return tuple(dict.fromkeys(rows))
