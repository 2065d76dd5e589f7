"""A URL pattern that leads to a resource of django-tastypie, or to a model's controller of django-ninja-extra -> what each HTTP method of it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Function
from cutpoint.infer.agents import api_resource, model_controller
from cutpoint.infer.entries.decorating import name_of_decorator
from cutpoint.infer.entries.rest_methods import Served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.route import Route
    from cutpoint.infer.entries.running import Running


_KINDS = (
    (api_resource.RESOURCES, api_resource.PACKAGE, api_resource.METHODS),
    (model_controller.CONTROLLERS, model_controller.PACKAGE, frozenset(model_controller.ROUTES)),
)
"""Base classes, whose they are, and what others than the wanted one would run of them."""


def served(running: Running, view: Class, route: Route) -> Iterator[Served]:
    """Each kind of request that *route* leads to; nothing when *view* is neither."""
    for bases, package, methods in _KINDS:
        if running.world.derives(view, bases, package):
            others = methods | frozenset(_routed(running, view, package))
            for action in route.actions:
                # What serves a request calls the others, the project's own or the library's.
                parts = running.of_class(view, others - {action.name}, always=frozenset({action.name}))
                yield Served(action.name, action.methods, parts)


def _routed(running: Running, view: Class, package: str) -> Iterator[str]:
    """Methods with patterns of their own: `@http_get("/cheap")`."""
    for base in running.world.program.linear(view):
        for name, value in base.attributes.items() if type(base) is Class else ():
            if type(value) is Function and any(
                name_of_decorator(each).startswith(package) for each in value.decorators
            ):
                yield name
