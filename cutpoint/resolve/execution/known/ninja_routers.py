"""django-ninja: `@router.get("/orders/{pk}")` puts a function into a router, `api.add_router("/shop", router)` a router into another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Function, Instance
from cutpoint.domain.values import Place, Sequence, Symbol, Value

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.execution.known.signature import KnownFunction, KnownMethod

NINJA_URLS = "ninja.NinjaAPI.urls"
_OPERATIONS = ("get", "post", "put", "patch", "delete", "api_operation")
_ROUTERS = frozenset(
    {
        "ninja.Router",
        "ninja.router.Router",
        "ninja.NinjaAPI",
        "ninja.main.NinjaAPI",
        "ninja_extra.NinjaExtraAPI",
        "ninja_extra.main.NinjaExtraAPI",
    }
)
_ADD = "ninja.Router.add_router"

KEPT: dict[str, str] = {
    **{f"{owner}.{name}": f"ninja.Router.{name}" for owner in _ROUTERS for name in _OPERATIONS},
    **{f"{owner}.add_router": _ADD for owner in _ROUTERS},
    "ninja.main.NinjaAPI.urls": NINJA_URLS,
}


def operations(router: Instance) -> Sequence:
    """(path, function, name) of what is put into *router*, in that order."""
    return _list(router, "cutpoint.operations")


def routers(router: Instance) -> Sequence:
    """(prefix, router, prefix of names) of the routers in *router*."""
    return _list(router, "cutpoint.routers")


def _list(router: Instance, name: str) -> Sequence:
    found = router.attributes.get(name)
    if type(found) is not Sequence:
        found = router.attributes[name] = Sequence([])
    return found


def is_router(run: Interpreter, value: Value) -> bool:
    """Whether *value* is a router or an API."""
    callee = run.plain(value.callee) if type(value) is Instance else None
    for base in run.linear(callee) if type(callee) is Class else [callee]:
        name = base.dotted if type(base) is Class else base.name if type(base) is Symbol else ""
        if name in _ROUTERS:
            return True
    return False


def _kept_with_receiver(name: str) -> KnownMethod:
    """The same as where the library's source is there: the router first, then what is given."""

    def known(run: Interpreter, receiver: Value, a: list[Value], k: dict[str, Value], place: Place) -> Value:
        router = run.plain(receiver)
        return Instance(Symbol(name), [router, *a], k, place) if is_router(run, router) else NotImplemented

    return known


def put(run: Interpreter, decorator: Instance, function: Function) -> None:
    """Put *function* into the router whose method *decorator* is the call of."""
    name = decorator.callee.last if type(decorator.callee) is Symbol else ""
    # `api_operation(["GET", "POST"], "/orders")` has the methods first.
    at = 2 if name == "api_operation" else 1
    router = run.plain(decorator.arguments[0]) if decorator.arguments else None
    path = decorator.arguments[at] if len(decorator.arguments) > at else decorator.keywords.get("path")
    if type(router) is Instance:
        place = decorator.place
        doubted = Place(place.path, place.line, conditional=run.undecided > 0, unlikely=run.unlikely > 0)
        operations(router).append((path, function, decorator.keywords.get("url_name")), doubted)


def _put_by_call(run: Interpreter, receiver: Value, a: list[Value], _k: dict[str, Value], _p: Place) -> Value:
    """`router.get("/orders")(list_orders)`."""
    decorator = run.plain(receiver)
    function = run.plain(a[0]) if a else None
    callee = decorator.callee if type(decorator) is Instance else None
    if type(callee) is not Symbol or callee.name not in DECORATORS or type(function) is not Function:
        return NotImplemented
    put(run, decorator, function)
    return function


def _add(run: Interpreter, receiver: Value, a: list[Value], k: dict[str, Value], place: Place) -> Value:
    router = run.plain(receiver)
    if not is_router(run, router):
        return NotImplemented
    prefix, inner = ((a[at] if len(a) > at else k.get(name)) for at, name in ((0, "prefix"), (1, "router")))
    named = run.plain(inner)
    if isinstance(named, str):
        module, _, last = named.rpartition(".")
        inner = run.member(module, last)
    routers(router).append((prefix, inner, k.get("url_name_prefix")), place)
    return None


def _add_with(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    return _add(run, a[0], a[1:], k, place) if a else None


def urls(run: Interpreter, api: Value) -> Value:
    """(patterns, name of the app, namespace), as Django takes them: what is put in later is in them as well."""
    words = api.keywords if type(api) is Instance else {}
    space = run.plain(words.get("urls_namespace"))
    version = run.plain(words.get("version", "1.0.0"))
    place = api.place if type(api) is Instance else Place("", 0)
    patterns = Sequence([Instance(Symbol(NINJA_URLS), [api], {}, place)])
    return patterns, "ninja", space if isinstance(space, str) else f"api-{version}"


def _urls_of(run: Interpreter, a: list[Value], _k: dict[str, Value], _p: Place, _e: Environment | None) -> Value:
    return urls(run, run.plain(a[0])) if a else Sequence([])


def urls_of_library(run: Interpreter, owner: str, name: str, receiver: Value) -> Value:
    """`api.urls` where the library's source isn't here; None for anything else."""
    is_asked = owner in _ROUTERS and name == "urls" and type(receiver) is Instance
    return urls(run, receiver) if is_asked else None


FUNCTIONS: dict[str, KnownFunction] = {_ADD: _add_with, NINJA_URLS: _urls_of}
METHODS: dict[str, KnownMethod] = {
    **{name: _kept_with_receiver(f"ninja.Router.{name}") for name in _OPERATIONS},
    "add_router": _add,
    "__call__": _put_by_call,
}
DECORATORS = {f"ninja.Router.{name}": put for name in _OPERATIONS}
"""Calls whose result, as a decorator, does something with the function below it."""
