"""A value in the place of URL patterns -> by whose call it was made, and why it isn't known when it isn't."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Bound, Class, Instance
from cutpoint.domain.route import Action
from cutpoint.domain.values import Mapping, Sequence, Symbol, Unknown
from cutpoint.resolve.execution.known.ninja_routers import NINJA_URLS
from cutpoint.resolve.execution.known.tastypie_apis import TASTYPIE_URLS
from cutpoint.resolve.execution.known.url_functions import ROUTER_URLS
from cutpoint.resolve.routing.url_objects import object_class

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.objects import Module
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.values import Place, Value
    from cutpoint.resolve.execution.interpreter import Interpreter

UNKNOWN_PATTERNS = (Unknown, Instance, Bound, Symbol)
_AT_RUN_TIME = "URL patterns that are put together at run time"
_KEPT = frozenset({ROUTER_URLS, NINJA_URLS, TASTYPIE_URLS})


def called(run: Interpreter, value: Value) -> str:
    """The bare name of the function whose call *value* is, or of the class of Django's that it is made of; of a router's URLs the whole."""
    callee = run.plain(value.callee) if type(value) is Instance else None
    if type(callee) is Class:
        return object_class(run, callee)
    if type(callee) is Bound and type(callee.function) is Symbol:
        # What a method of a library's object gives is no pattern of Django's, whatever the method is called.
        return callee.function.name
    if type(callee) is not Symbol:
        return ""
    return callee.name if callee.name in _KEPT else callee.last


def is_served_by_django(value: Value) -> bool:
    """`admin.site.urls`: what is registered there is told by itself."""
    symbol = value.function if type(value) is Bound else value
    return type(symbol) is Symbol and symbol.name.startswith("django.")


def serves_urls(run: Interpreter, value: Value) -> bool:
    """`api.urls` in the place of a view, where the project makes `api` of a library's class: what it serves isn't known."""
    method = value.callee if type(value) is Instance else value
    if type(method) is not Bound or type(method.function) is not Symbol:
        return False
    return type(run.plain(method.receiver)) is Instance and "urls" in method.function.last


def includes_ours(run: Interpreter, value: Value) -> bool:
    """Whether *value*, in the place of a view, is what a library makes of the name of a module of URL patterns of ours."""
    if type(value) is not Instance or type(run.plain(value.callee)) is not Symbol:
        return False
    given = map(run.plain, [*value.arguments, *value.keywords.values()])
    return any(isinstance(each, str) and run.index.is_ours(each) for each in given)


def why_unknown_patterns(value: Value) -> str:
    """Why it isn't known which patterns *value* stands for."""
    made_by = value.callee if type(value) is Instance else value
    symbol = made_by.function if type(made_by) is Bound else made_by
    if type(symbol) is Symbol:
        return f"URL patterns that come from {symbol.name}, whose code is not here"
    return _AT_RUN_TIME


def gaps_of(run: Interpreter, module: Module, at: Place) -> Iterator[tuple[Place, str]]:
    """Where and why a module of URL patterns, which are given their name *at* that place, has others than are known."""
    yield from ((place, words) for place, words in run.endings if place.path == module.path)
    if "urlpatterns" not in module.env:
        source = module.star_sources[-1] if module.star_sources else None
        yield (
            at,
            f"URL patterns that come from {source}, whose code is not here" if source else "no urlpatterns are known",
        )
    elif type(run.plain(module.env["urlpatterns"])) not in (Sequence, tuple, Mapping, *UNKNOWN_PATTERNS):
        yield at, "urlpatterns is no list"


def line_of_name(run: Interpreter, module: Module, name: str) -> int:
    """The last line of *module* that gives *name* a value; 0 where none does."""
    file = module.found.file
    packed = run.read(file).body if file is not None else b""
    return max(_lines(sk.unpack_body(packed), name), default=0) if packed else 0


def _lines(nodes: list[Node], name: str) -> list[int]:
    found: list[int] = []
    for node in nodes:
        match node:
            case [sk.ASSIGN, list() as targets, _, int() as line, *_] if any(_names(each, name) for each in targets):
                found.append(line)
            case [sk.ANNOTATED, target, _, _, int() as line, *_] if _names(target, name):
                found.append(line)
            case [sk.FROM, _, _, list() as names, int() as line] if any(name == (a or n) or n == "*" for n, a in names):
                found.append(line)
            case [sk.FUNCTION | sk.CLASS, *_]:
                continue
            case list():
                found += _lines(node, name)
    return found


def _names(target: Node, name: str) -> bool:
    return type(target) is list and target[:2] == [sk.NAME, name]


def actions_of(run: Interpreter, target: Value) -> tuple[Action, ...]:
    """`OrderViewSet.as_view({"get": "list"})`."""
    value = run.plain(target)
    mapping = run.plain(value.arguments[-1]) if type(value) is Instance and value.arguments else None
    items = getattr(mapping, "items", None)
    if not isinstance(items, dict):
        return ()
    methods: dict[str, set[str]] = {}
    for method, action in items.items():
        word, name = run.plain(method), run.plain(action)
        if isinstance(name, str):
            methods.setdefault(name, set()).update({word.upper()} if isinstance(word, str) else ())
    return tuple(Action(name, tuple(sorted(words))) for name, words in sorted(methods.items()))
