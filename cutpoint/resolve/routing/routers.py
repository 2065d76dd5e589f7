"""A router of Django REST framework -> its routes: `router.register("orders", OrderViewSet)`, with extra actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cutpoint.domain.objects import Class, Function, Instance
from cutpoint.domain.route import Action
from cutpoint.domain.values import Place, Sequence, Symbol
from cutpoint.resolve.execution.attributes import MISSING, of_class
from cutpoint.resolve.execution.known.rest_actions import is_action, mapped
from cutpoint.resolve.execution.known.url_functions import registered
from cutpoint.resolve.models.meta import is_model
from cutpoint.resolve.routing.lookup import lookup_of
from cutpoint.resolve.routing.nested_routers import parent_of, start_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter

_LIST = {
    "list": "GET",
    "create": "POST",
    "bulk_update": "PUT",
    "bulk_partial_update": "PATCH",
    "bulk_destroy": "DELETE",
}
_DETAIL = {"retrieve": "GET", "update": "PUT", "partial_update": "PATCH", "destroy": "DELETE"}

# Routers in routers; one that holds itself ends here.
_DEEPEST = 20


class RouterRoute(NamedTuple):
    """One pattern of a router."""

    pattern: str
    name: str
    view: Class | Function
    actions: tuple[Action, ...]
    place: Place | None


def routes_of_router(run: Interpreter, router: Value) -> Iterator[RouterRoute]:
    """Every pattern of what is registered with *router*."""
    found = registered(run, router)
    if found is None:
        return
    yield from _root(run, router)
    slash, above = _slash(run, router), start_of(run, router)
    for item, place in zip(list(found.items), list(found.places), strict=False):
        entry = run.plain(item)
        if type(entry) is not tuple or len(entry) < 2:
            continue
        prefix, view = run.plain(entry[0]), run.plain(entry[1])
        if type(view) is not Class:
            continue
        start = f"^{above}{prefix if isinstance(prefix, str) else '<?>'}"
        name = _basename(run, entry[2] if len(entry) > 2 else None, view)
        for route in _routes(run, view, start, slash, name, place):
            # Without a prefix the framework drops the slash that would begin the pattern.
            unrooted = f"^{route.pattern[2:]}" if prefix == "" and route.pattern.startswith("^/") else route.pattern
            yield route._replace(pattern=unrooted)


def _root(run: Interpreter, router: Value) -> Iterator[RouterRoute]:
    """`router.APIRootView = ShopRoot`: the list of all lists, where the project has a view of its own for it."""
    value = run.plain(router)
    view = run.plain(value.attributes.get("APIRootView")) if type(value) is Instance else None
    if type(view) is Class:
        yield RouterRoute("", "api-root", view, (Action("get", ("GET",)),), value.place)


def _routes(
    run: Interpreter, view: Class, start: str, slash: str, name: str, place: Place | None
) -> Iterator[RouterRoute]:
    here = Place(view.path, view.line) if place is None else place
    allowed = _allowed(run, view)
    extra = list(_extra_actions(run, view))
    for above, is_detail, words, ending in (
        (start, False, _LIST, "list"),
        (f"{start}/{lookup_of(run, view)}", True, _DETAIL, "detail"),
    ):
        named = [Action(action, (method,)) for action, method in words.items() if _has(run, view, action)]
        actions = _narrowed(named, allowed)
        if actions:
            yield RouterRoute(f"{above}{slash}$", f"{name}-{ending}" if name else "", view, actions, here)
        for each in extra:
            actions = _narrowed(each.actions, allowed)
            if each.is_detail is is_detail and actions:
                url_name = f"{name}-{each.url_name}" if name else ""
                yield RouterRoute(f"{above}/{each.path}{slash}$", url_name, view, actions, here)


def _narrowed(actions: Iterable[Action], allowed: frozenset[str]) -> tuple[Action, ...]:
    """Those that the HTTP methods which the view allows lead to."""
    if not allowed:
        return tuple(actions)
    left = (Action(each.name, tuple(word for word in each.methods if word in allowed)) for each in actions)
    return tuple(each for each in left if each.methods)


def _allowed(run: Interpreter, view: Class) -> frozenset[str]:
    """What `http_method_names` says; nothing when it isn't set, or says what only run time knows."""
    found = of_class(run, view, "http_method_names")
    return _methods_in(run, None if found is MISSING else found)


def _methods_in(run: Interpreter, value: Value) -> frozenset[str]:
    """`["get", "post"]` as HTTP writes them."""
    plain = run.plain(value)
    items = plain.items if type(plain) is Sequence else plain if type(plain) is tuple else ()
    words = [run.plain(item) for item in items]
    known = [word.upper() for word in words if isinstance(word, str)]
    return frozenset(known) if len(known) == len(words) else frozenset()


def _slash(run: Interpreter, router: Value, depth: int = 0) -> str:
    """What ends a pattern; a nested router does as the one around it, unless it says something else."""
    value = run.plain(router)
    given = value.keywords.get("trailing_slash") if type(value) is Instance else None
    parent = parent_of(run, router) if given is None and depth < _DEEPEST else None
    if parent is not None:
        return _slash(run, parent, depth + 1)
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


class _Extra(NamedTuple):
    """A pattern of its own below a viewset's, under `@action(detail=True)`."""

    path: str
    url_name: str
    is_detail: bool
    actions: tuple[Action, ...]


def _extra_actions(run: Interpreter, view: Class) -> Iterator[_Extra]:
    functions: dict[str, Function] = {}
    for base in run.linear(view):
        for name, value in base.attributes.items() if type(base) is Class else ():
            if type(value) is Function:
                functions.setdefault(name, value)
    more: dict[str, list[Action]] = {}
    for name, function in functions.items():
        for action, method in filter(None, map(mapped, function.decorators)):
            more.setdefault(action.name, []).append(Action(name, (method,)))
    for name, function in functions.items():
        for decorator in function.decorators:
            if type(decorator) is Instance and is_action(decorator):
                yield _route_of(run, decorator, name, more.get(name, []))


def _route_of(run: Interpreter, decorator: Instance, method: str, more: list[Action]) -> _Extra:
    words = decorator.keywords
    path, url_name = run.plain(words.get("url_path")), run.plain(words.get("url_name"))
    called = decorator.callee.last if type(decorator.callee) is Symbol else ""
    is_detail = called == "detail_route" or (called == "action" and run.truth(words.get("detail"))[0] is not False)
    given = words.get("methods", decorator.arguments[0] if decorator.arguments else None)
    methods = _methods_in(run, given) or frozenset({"GET"})
    return _Extra(
        path if isinstance(path, str) else method,
        url_name if isinstance(url_name, str) else method.replace("_", "-"),
        is_detail,
        (Action(method, tuple(sorted(methods))), *more),
    )
