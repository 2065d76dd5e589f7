"""`path("orders/<pk>/", OrderDetail.as_view())`: a request that a URL pattern leads to a view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.domain.entry_point import EntryKind
from cutpoint.domain.objects import Class, Function
from cutpoint.infer.entries.decorating import name_of_decorator
from cutpoint.infer.entries.running import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.entry_point import Entry
    from cutpoint.domain.route import Route
    from cutpoint.infer.entries.running import Running

# What serves one HTTP method or action: a pattern that names some of them leads to no other.
_ACTIONS = frozenset({"list", "create", "retrieve", "update", "partial_update", "destroy"})


def entries(running: Running) -> Iterator[Entry]:
    """One for each URL pattern that leads to code of ours."""
    for route in running.world.program.routes():
        yield running.entry(
            EntryKind.URL,
            route.pattern or "/",
            route.view,
            _parts(running, route),
            aliases=(route.name, place_of(route.view)[2].rpartition(".")[2]),
            certainty=Certainty.INFERRED if route.is_wrapped or route.is_conditional else Certainty.PROVED,
            declared=(route.path, route.line),
        )


def _parts(running: Running, route: Route) -> tuple:  # type: ignore[type-arg]
    if isinstance(route.view, Function):
        return running.of_function(route.view)
    without = _other_actions(running, route.view, route.actions) if route.actions else frozenset()
    return running.of_class(route.view, without)


def _other_actions(running: Running, view: Class, wanted: tuple[str, ...]) -> frozenset[str]:
    """Methods that other patterns lead to."""
    extra = {
        name
        for base in running.world.program.linear(view)
        for name, value in (base.attributes.items() if type(base) is Class else ())
        if type(value) is Function and any(name_of_decorator(each) in _EXTRA for each in value.decorators)
    }
    # What isn't named runs all the same where what is named calls it.
    return frozenset((_ACTIONS | extra) - set(wanted))


_EXTRA = frozenset(
    {
        "rest_framework.decorators.action",
        "rest_framework.decorators.detail_route",
        "rest_framework.decorators.list_route",
    }
)
