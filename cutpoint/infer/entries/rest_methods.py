"""A URL pattern that leads to a view of Django REST framework -> what each HTTP method of it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cutpoint.domain.objects import Class, Function
from cutpoint.domain.route import Action
from cutpoint.infer.agents.rest_view import ACTIONS, BASES, HOOKS, HTTP, brought_by
from cutpoint.infer.entries.decorating import name_of_decorator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.calls import Part
    from cutpoint.domain.route import Route
    from cutpoint.domain.values import Value
    from cutpoint.infer.entries.running import Running


class Served(NamedTuple):
    """What some HTTP methods run."""

    name: str
    """Of the view's method."""
    methods: tuple[str, ...]
    parts: tuple[Part, ...]


_VIEWS = BASES | {"APIView", "GenericAPIView", "GenericViewSet", "ViewSet", "ViewSetMixin"}
_BULK = frozenset({"bulk_update", "bulk_partial_update", "bulk_destroy", "perform_bulk_update", "perform_bulk_destroy"})
_HANDLERS = ("get", "post", "put", "patch", "delete")
# What the framework calls for every action. Other methods run where one of these or the action itself calls them.
_ALWAYS = frozenset(
    {
        "check_object_permissions",
        "check_permissions",
        "check_throttles",
        "determine_version",
        "dispatch",
        "filter_queryset",
        "finalize_response",
        "get_authenticators",
        "get_content_negotiator",
        "get_exception_handler",
        "get_exception_handler_context",
        "get_object",
        "get_paginated_response",
        "get_parsers",
        "get_permissions",
        "get_queryset",
        "get_renderer_context",
        "get_renderers",
        "get_serializer",
        "get_serializer_class",
        "get_serializer_context",
        "get_success_headers",
        "get_throttles",
        "handle_exception",
        "initial",
        "initialize_request",
        "paginate_queryset",
        "paginator",
        "perform_authentication",
        "perform_content_negotiation",
        "permission_denied",
        "queryset",
        "setup",
    }
)


def served(running: Running, view: Class, route: Route) -> Iterator[Served]:
    """Each action that *route* leads to; nothing when *view* is none of the framework's, or says no methods."""
    if not running.world.derives(view, _VIEWS, "rest_framework."):
        return
    for action in route.actions or _handlers(running, view):
        if action.methods:
            yield Served(action.name, action.methods, _parts(running, view, action))


def _handlers(running: Running, view: Class) -> tuple[Action, ...]:
    """`get`, `post` and their like, the view's own or those that a generic view brings."""
    brought = {method for action in brought_by(running.world, view) for method in HTTP[action]}
    found = [word for word in _HANDLERS if word in brought or _is_own(running, view, word)]
    return tuple(Action(word, (word.upper(),)) for word in found)


def _is_own(running: Running, view: Class, name: str) -> bool:
    found = running.world.member(view, name)
    return found is not None and type(found[0]) is Class and found[0].module.found.ours


def _parts(running: Running, view: Class, action: Action) -> tuple[Part, ...]:
    wanted = {action.name}
    if action.name in _HANDLERS:
        # `get` of a generic view hands on to `list` or `retrieve`.
        wanted |= {each for each, words in HTTP.items() if action.name in words}
        wanted |= {"partial_update"} if action.name == "patch" else set()
    elif action.name == "partial_update" and not _is_own(running, view, action.name):
        wanted.add("update")
    return running.of_class(view, _others(running, view) - wanted, always=_ALWAYS | wanted)


def _others(running: Running, view: Class) -> frozenset[str]:
    """What other patterns and methods lead to: it runs all the same where what is wanted calls it."""
    extra = {
        name
        for base in running.world.program.linear(view)
        for name, value in (base.attributes.items() if type(base) is Class else ())
        if type(value) is Function and any(map(_is_extra, value.decorators))
    }
    return frozenset(ACTIONS | HOOKS | _BULK | extra | set(_HANDLERS))


def _is_extra(decorator: Value) -> bool:
    name = name_of_decorator(decorator)
    return name.startswith("rest_framework.decorators.") and (
        ".MethodMapper." in name or name.rpartition(".")[2] in ("action", "detail_route", "list_route")
    )
