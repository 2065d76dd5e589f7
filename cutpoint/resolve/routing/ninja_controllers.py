"""Controllers of an API of django-ninja-extra -> their routes: `@http_get("/{pk}")` of a class under `@api_controller("/orders")`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Function, Instance
from cutpoint.domain.route import Action
from cutpoint.domain.values import Place, Sequence, Symbol
from cutpoint.resolve.execution.attributes import MISSING, of_class
from cutpoint.resolve.execution.known.ninja_controllers import controllers, discovers, is_controller_decorator
from cutpoint.resolve.routing.routers import RouterRoute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter

_WORDS = frozenset({"get", "post", "put", "patch", "delete", "generic"})
_UNKNOWN = "<?>"
_OF_MODELS = (
    ("/", (("create", "POST"), ("list", "GET"))),
    ("/{pk}", (("find_one", "GET"), ("update", "PUT"), ("patch", "PATCH"), ("delete", "DELETE"))),
)
"""What a controller of a model serves by itself."""


def routes_of_controllers(run: Interpreter, api: Instance) -> Iterator[RouterRoute]:
    """Those of every controller that is registered, or that the API finds in the apps."""
    found: dict[int, tuple[Class, Place | None]] = {}
    given = controllers(api)
    for item, place in zip(list(given.items), list(given.places), strict=True):
        named = run.plain(item)
        if isinstance(named, str):
            module, _, last = named.rpartition(".")
            named = run.plain(run.member(module, last)) if module else None
        if type(named) is Class:
            found.setdefault(id(named), (named, place))
    for cls in run.classes if discovers(api) else ():
        if cls.module.found.ours and _decorator(cls) is not None:
            found.setdefault(id(cls), (cls, Place(cls.path, cls.line)))
    for cls, place in found.values():
        yield from _of_controller(run, cls, place)


def _decorator(cls: Class) -> Value:
    return next((each for each in cls.decorators if is_controller_decorator(each)), None)


def _of_controller(run: Interpreter, cls: Class, place: Place | None) -> Iterator[RouterRoute]:
    prefix = _text(run, _decorator(cls), "prefix_or_class", "")
    met: set[str] = set()
    for base in run.linear(cls):
        for name, value in base.attributes.items() if type(base) is Class else ():
            if name in met or type(value) is not Function:
                continue
            met.add(name)
            for each in value.decorators:
                if _is_route(each):
                    yield RouterRoute(f"{prefix}/{_text(run, each, 'path', '')}", name, value, (), place)
    config = of_class(run, cls, "model_config")
    config = run.plain(None if config is MISSING else config)
    if type(config) is Instance:
        yield from _of_model(run, cls, config, prefix, place)


def _of_model(
    run: Interpreter, cls: Class, config: Instance, prefix: str, place: Place | None
) -> Iterator[RouterRoute]:
    given = run.plain(config.keywords.get("allowed_routes"))
    items = given.items if type(given) is Sequence else given if type(given) is tuple else None
    allowed = None if items is None else {run.plain(each) for each in items}
    for path, routes in _OF_MODELS:
        actions = tuple(Action(name, (word,)) for name, word in routes if allowed is None or name in allowed)
        if actions:
            yield RouterRoute(f"{prefix}{path}", "", cls, actions, place)


def _is_route(value: Value) -> bool:
    symbol = value.callee if type(value) is Instance else None
    if type(symbol) is not Symbol or not symbol.name.startswith("ninja_extra."):
        return False
    return symbol.last.removeprefix("http_") in _WORDS


def _text(run: Interpreter, call: Value, name: str, default: str) -> str:
    """The path that a decorator is given; behind the class, where its source is here."""
    if type(call) is not Instance:
        return default
    given = [run.plain(each) for each in call.arguments]
    given = [each for each in given if type(each) is not Class]
    value = run.plain(call.keywords[name]) if name in call.keywords else given[0] if given else default
    return value if isinstance(value, str) else _UNKNOWN
