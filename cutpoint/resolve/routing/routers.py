"""A router of Django REST framework -> its routes: `router.register("orders", OrderViewSet)`, with extra actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cutpoint.domain.objects import Class, Function, Instance
from cutpoint.domain.values import Place, Symbol
from cutpoint.resolve.execution.attributes import MISSING, of_class
from cutpoint.resolve.execution.known.url_functions import registered
from cutpoint.resolve.models.meta import is_model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter

_LIST = ("list", "create", "bulk_update", "bulk_partial_update", "bulk_destroy")
_DETAIL = ("retrieve", "update", "partial_update", "destroy")
_EXTRA = frozenset({"action", "detail_route", "list_route"})


class RouterRoute(NamedTuple):
    """One pattern of a router."""

    pattern: str
    name: str
    view: Class | Function
    actions: tuple[str, ...]
    place: Place | None


def routes_of_router(run: Interpreter, router: Value) -> Iterator[RouterRoute]:
    """Every pattern of what is registered with *router*."""
    found = registered(run, router)
    if found is None:
        return
    yield from _root(run, router)
    slash = _slash(run, router)
    for item, place in zip(list(found.items), list(found.places), strict=False):
        entry = run.plain(item)
        if type(entry) is not tuple or len(entry) < 2:
            continue
        prefix, view = run.plain(entry[0]), run.plain(entry[1])
        if type(view) is not Class:
            continue
        start = f"^{prefix}" if isinstance(prefix, str) else "^<?>"
        name = _basename(run, entry[2] if len(entry) > 2 else None, view)
        yield from _routes(run, view, start, slash, name, place)


def _root(run: Interpreter, router: Value) -> Iterator[RouterRoute]:
    """`router.APIRootView = ShopRoot`: the list of all lists, where the project has a view of its own for it."""
    value = run.plain(router)
    view = run.plain(value.attributes.get("APIRootView")) if type(value) is Instance else None
    if type(view) is Class:
        yield RouterRoute("", "api-root", view, ("get",), value.place)


def _routes(
    run: Interpreter, view: Class, start: str, slash: str, name: str, place: Place | None
) -> Iterator[RouterRoute]:
    here = Place(view.path, view.line) if place is None else place
    extra = list(_extra_actions(run, view))
    detail = f"{start}/{_lookup(run, view)}"
    actions = tuple(action for action in _LIST if _has(run, view, action))
    if actions:
        yield RouterRoute(f"{start}{slash}$", f"{name}-list" if name else "", view, actions, here)
    for method, path, url_name, is_detail in extra:
        if not is_detail:
            yield RouterRoute(f"{start}/{path}{slash}$", f"{name}-{url_name}" if name else "", view, (method,), here)
    actions = tuple(action for action in _DETAIL if _has(run, view, action))
    if actions:
        yield RouterRoute(f"{detail}{slash}$", f"{name}-detail" if name else "", view, actions, here)
    for method, path, url_name, is_detail in extra:
        if is_detail:
            yield RouterRoute(f"{detail}/{path}{slash}$", f"{name}-{url_name}" if name else "", view, (method,), here)


def _slash(run: Interpreter, router: Value) -> str:
    value = run.plain(router)
    given = value.keywords.get("trailing_slash") if type(value) is Instance else None
    return "" if run.truth(given)[0] is False and given is not None else "/"


# Base of a library whose source isn't here -> actions that it brings.
_BROUGHT = {
    "ModelViewSet": frozenset({"list", "create", "retrieve", "update", "partial_update", "destroy"}),
    "ReadOnlyModelViewSet": frozenset({"list", "retrieve"}),
    "ListModelMixin": frozenset({"list"}),
    "CreateModelMixin": frozenset({"create"}),
    "RetrieveModelMixin": frozenset({"retrieve"}),
    "UpdateModelMixin": frozenset({"update", "partial_update"}),
    "DestroyModelMixin": frozenset({"destroy"}),
}


def _has(run: Interpreter, view: Class, action: str) -> bool:
    for base in run.linear(view):
        if type(base) is Class and action in base.attributes:
            return True
        if type(base) is Symbol and action in _BROUGHT.get(base.last, ()):
            return True
    return False


def _lookup(run: Interpreter, view: Class) -> str:
    field = _text(run, view, "lookup_field") or "pk"
    name = _text(run, view, "lookup_url_kwarg") or field
    return f"(?P<{name}>{_text(run, view, 'lookup_value_regex') or '[^/.]+'})"


def _text(run: Interpreter, cls: Class, name: str) -> str | None:
    found = of_class(run, cls, name)
    value = None if found is MISSING else run.plain(found)
    return value if isinstance(value, str) else None


def _basename(run: Interpreter, given: Value, view: Class) -> str:
    """As given, or the name of the queryset's model in small letters."""
    value = run.plain(given)
    if isinstance(value, str):
        return value
    model = _model_in(run, view.attributes.get("queryset"), 0)
    return model.name.lower() if model is not None else ""


def _model_in(run: Interpreter, value: Value, depth: int) -> Class | None:
    """The model at the start of a queryset: `Order.objects.filter(…)`."""
    plain = run.plain(value)
    if type(plain) is Class:
        return plain if is_model(run, plain) else None
    if depth > 12:
        return None
    inner = (getattr(plain, name, None) for name in ("callee", "receiver"))
    return next((found for each in inner if each is not None and (found := _model_in(run, each, depth + 1))), None)


def _extra_actions(run: Interpreter, view: Class) -> Iterator[tuple[str, str, str, bool]]:
    """(method, path, name, whether of one object) of methods under `@action(detail=True)`."""
    met: set[str] = set()
    for base in run.linear(view):
        for name, value in base.attributes.items() if type(base) is Class else ():
            if name in met or type(value) is not Function:
                continue
            met.add(name)
            for decorator in value.decorators:
                if type(decorator) is Instance and _called(run, decorator) in _EXTRA:
                    yield name, *_route_of(run, decorator, name)


def _called(run: Interpreter, decorator: Instance) -> str:
    callee = run.plain(decorator.callee)
    return callee.last if type(callee) is Symbol else ""


def _route_of(run: Interpreter, decorator: Instance, method: str) -> tuple[str, str, bool]:
    words = decorator.keywords
    path, url_name = run.plain(words.get("url_path")), run.plain(words.get("url_name"))
    called = _called(run, decorator)
    is_detail = called == "detail_route" or (called == "action" and run.truth(words.get("detail"))[0] is not False)
    return (
        path if isinstance(path, str) else method,
        url_name if isinstance(url_name, str) else method.replace("_", "-"),
        is_detail,
    )
