"""drf-nested-routers: `NestedSimpleRouter(router, "orders", lookup="order")` puts its patterns below those of one object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.values import Symbol
from cutpoint.resolve.execution.known.url_functions import registered
from cutpoint.resolve.routing.lookup import lookup_of

if TYPE_CHECKING:
    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter

_PACKAGE = "rest_framework_nested."
# Routers in routers; one that holds itself ends here.
_DEEPEST = 20


def parent_of(run: Interpreter, router: Value) -> Instance | None:
    """The router that *router* is nested in."""
    value = run.plain(router)
    if type(value) is not Instance or not _is_nested(run, value.callee):
        return None
    parent = run.plain(value.arguments[0] if value.arguments else value.keywords.get("parent_router"))
    return parent if type(parent) is Instance else None


def start_of(run: Interpreter, router: Value, depth: int = 0) -> str:
    """The pattern of the object that everything in *router* lies below; empty when it isn't nested."""
    value, parent = run.plain(router), parent_of(run, router)
    if parent is None or type(value) is not Instance or depth > _DEEPEST:
        return ""
    given = value.arguments[1] if len(value.arguments) > 1 else value.keywords.get("parent_prefix")
    lookup = run.plain(value.keywords.get("lookup"))
    levels = 1 + _levels(run, parent)
    prefix = run.plain(given)
    view = _view_of(run, parent, prefix)
    named = f"{lookup if isinstance(lookup, str) else f'nested_{levels}'}_"
    own = f"{prefix if isinstance(prefix, str) else '<?>'}/{lookup_of(run, view, named)}/"
    return start_of(run, parent, depth + 1) + own.removeprefix("/")


def _levels(run: Interpreter, router: Value) -> int:
    for level in range(_DEEPEST):
        router = parent_of(run, router)
        if router is None:
            return level
    return _DEEPEST


def _is_nested(run: Interpreter, callee: Value) -> bool:
    plain = run.plain(callee)
    for base in run.linear(plain) if type(plain) is Class else [plain]:
        name = base.dotted if type(base) is Class else base.name if type(base) is Symbol else ""
        if name.startswith(_PACKAGE):
            return True
    return False


def _view_of(run: Interpreter, parent: Instance, prefix: Value) -> Class | None:
    """What is registered with *parent* under *prefix*."""
    found = registered(run, parent)
    for item in list(found.items) if found is not None else ():
        entry = run.plain(item)
        if type(entry) is tuple and len(entry) > 1 and run.plain(entry[0]) == prefix:
            view = run.plain(entry[1])
            return view if type(view) is Class else None
    return None
