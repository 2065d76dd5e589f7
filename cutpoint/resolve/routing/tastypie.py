"""An API of django-tastypie, or one resource -> its routes: `api.register(OrderResource())`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.route import Action
from cutpoint.domain.values import Place, Sequence
from cutpoint.resolve.execution.attributes import MISSING, of_class
from cutpoint.resolve.execution.known.tastypie_apis import is_api, resources
from cutpoint.resolve.routing.routers import RouterRoute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter

_HTTP = ("get", "post", "put", "delete", "patch")
# A resource has no way to take what is posted to one of its rows.
_NEVER = frozenset({"post_detail"})
_UNKNOWN = "<?>"


def routes_of_resources(run: Interpreter, value: Value) -> Iterator[RouterRoute]:
    """Those of every resource that is registered with an API, or of the one that *value* is."""
    made = run.plain(value)
    if type(made) is not Instance:
        return
    if not is_api(run, made):
        yield from _of_resource(run, made, "", made.place)
        return
    given = run.plain(made.keywords.get("api_name", made.arguments[0] if made.arguments else "v1"))
    start = f"^(?P<api_name>{given if isinstance(given, str) else _UNKNOWN})/"
    found = resources(made)
    for item, place in zip(list(found.items), list(found.places), strict=True):
        yield from _of_resource(run, run.plain(item), start, place)


def _of_resource(run: Interpreter, resource: Value, start: str, place: Place | None) -> Iterator[RouterRoute]:
    view = run.plain(resource.callee) if type(resource) is Instance else None
    if type(view) is not Class:
        return
    named = _option(run, view, "resource_name")
    name = named if isinstance(named, str) else view.name.replace("Resource", "").lower()
    key = _option(run, view, "detail_uri_name")
    key = key if isinstance(key, str) else "pk"
    start = f"{start}^(?P<resource_name>{name})/"
    for kind, pattern in (("list", "$"), ("detail", f"(?P<{key}>.*?)/$")):
        words = _allowed(run, view, kind)
        actions = tuple(Action(f"{word}_{kind}", (word.upper(),)) for word in words if f"{word}_{kind}" not in _NEVER)
        if actions:
            yield RouterRoute(f"{start}{pattern}", f"api_dispatch_{kind}", view, actions, place)


def _allowed(run: Interpreter, view: Class, kind: str) -> list[str]:
    for option in (f"{kind}_allowed_methods", "allowed_methods"):
        value = _option(run, view, option)
        items = value.items if type(value) is Sequence else value if type(value) is tuple else None
        if items is not None:
            words = [run.plain(item) for item in items]
            return [word.lower() for word in words if isinstance(word, str)]
    return list(_HTTP)


def _option(run: Interpreter, view: Class, name: str) -> Value:
    """What `class Meta` says; None when it doesn't."""
    found = of_class(run, view, "Meta")
    options = run.plain(None if found is MISSING else found)
    value = of_class(run, options, name) if type(options) is Class else MISSING
    return None if value is MISSING else run.plain(value)
