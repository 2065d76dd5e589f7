"""A URL pattern that leads to a resource of django-tastypie -> what each HTTP method of it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.infer.agents.api_resource import METHODS, PACKAGE, RESOURCES
from cutpoint.infer.entries.rest_methods import Served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.objects import Class
    from cutpoint.domain.route import Route
    from cutpoint.infer.entries.running import Running


def served(running: Running, view: Class, route: Route) -> Iterator[Served]:
    """Each kind of request that *route* leads to; nothing when *view* is no resource."""
    if not running.world.derives(view, RESOURCES, PACKAGE):
        return
    for action in route.actions:
        # What serves a request calls the others, the project's own or the library's.
        parts = running.of_class(view, METHODS - {action.name}, always=frozenset({action.name}))
        yield Served(action.name, action.methods, parts)
