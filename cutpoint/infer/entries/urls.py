"""`path("orders/<pk>/", OrderDetail.as_view())`: a request that a URL pattern leads to a view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.domain.entry_point import EntryKind
from cutpoint.domain.objects import Function
from cutpoint.infer.entries import resource_methods, rest_methods
from cutpoint.infer.entries.running import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.calls import Part
    from cutpoint.domain.entry_point import Entry
    from cutpoint.domain.route import Route
    from cutpoint.infer.entries.running import Running


def entries(running: Running) -> Iterator[Entry]:
    """One for each URL pattern that leads to code of ours, or for each HTTP method where these tell what runs."""
    for route in running.world.program.routes():
        view = route.view
        if isinstance(view, Function):
            yield _entry(running, route, running.of_function(view))
            continue
        ways = [*rest_methods.served(running, view, route), *resource_methods.served(running, view, route)]
        for way in ways:
            yield _entry(running, route, way.parts, way.methods, f"{view.name}.{way.name}")
        if not ways:
            yield _entry(running, route, running.of_class(view))


def _certainty(route: Route) -> Certainty:
    if route.is_unlikely:
        return Certainty.POSSIBLE
    return Certainty.INFERRED if route.is_wrapped or route.is_conditional else Certainty.PROVED


def _entry(
    running: Running, route: Route, parts: tuple[Part, ...], methods: tuple[str, ...] = (), method: str = ""
) -> Entry:
    return running.entry(
        EntryKind.URL,
        route.pattern or "/",
        route.view,
        parts,
        aliases=(route.name, place_of(route.view)[2].rpartition(".")[2], method),
        certainty=_certainty(route),
        declared=(route.path, route.line),
        methods=methods,
    )
