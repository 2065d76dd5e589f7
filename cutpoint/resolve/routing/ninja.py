"""An API of django-ninja -> its routes: `@api.get("/orders/{pk}")`, `api.add_router("/shop", router)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cutpoint.domain.objects import Function, Instance
from cutpoint.resolve.execution.known.ninja_routers import operations, routers
from cutpoint.resolve.routing.ninja_controllers import routes_of_controllers
from cutpoint.resolve.routing.routers import RouterRoute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter

_UNKNOWN = "<?>"
# Routers in routers; one that holds itself ends here.
_DEEPEST = 20


def routes_of_api(run: Interpreter, api: Value) -> Iterator[RouterRoute]:
    """Every function that is put into *api* or into a router below it."""
    yield from _of_router(run, api, "", "", 0)


def _of_router(run: Interpreter, value: Value, prefix: str, named: str, depth: int) -> Iterator[RouterRoute]:
    router = run.plain(value)
    if type(router) is not Instance or depth > _DEEPEST:
        return
    found = operations(router)
    for item, place in zip(list(found.items), list(found.places), strict=True):
        path, function, given = item
        if type(function) is Function:
            name = run.plain(given)
            name = name if isinstance(name, str) else f"{named}{function.name}"
            yield RouterRoute(_joined(prefix, _text(run, path)), name, function, (), place)
    for route in routes_of_controllers(run, router):
        yield route._replace(pattern=_joined(prefix, route.pattern))
    for path, inner, names in routers(router).items:
        start = run.plain(names)
        yield from _of_router(
            run,
            inner,
            _joined(prefix, _text(run, path)),
            f"{start}_" if isinstance(start, str) and start else named,
            depth + 1,
        )


def _joined(prefix: str, path: str) -> str:
    """As the library joins them: `{pk}` in Django's notation, one slash where two meet, none at the start."""
    route = "/".join(part for part in (prefix, path) if part).replace("{", "<").replace("}", ">")
    return re.sub(r"/{2,}", "/", route).lstrip("/")


def _text(run: Interpreter, value: Value) -> str:
    plain = run.plain(value)
    return plain if isinstance(plain, str) else _UNKNOWN
