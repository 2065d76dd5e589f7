"""What is called from outside: a route, which is a URL pattern with its view, and a schedule, which is a clock with its task."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from cutpoint.domain.objects import Class, Function


class Action(msgspec.Struct, frozen=True):
    """A method of a view class that a pattern leads to, and the HTTP methods that do; none are known of some."""

    name: str
    methods: tuple[str, ...] = ()


class Route(msgspec.Struct, frozen=True):
    """One pattern of the URLs that the project serves; resolve finds them, infer looks at their views."""

    pattern: str
    """Joined as Django shows it: `api/^orders/(?P<pk>[^/.]+)/$`."""
    name: str
    """With its namespaces, `shop:order-list`; empty when it has none."""
    view: Function | Class
    path: str
    """Of the file that declares the pattern."""
    line: int
    actions: tuple[Action, ...] = ()
    """What of the view this pattern leads to; empty for all that serves a request."""
    is_wrapped: bool = False
    """Whether code that was not followed stands between the pattern and the view."""
    is_conditional: bool = False
    """Whether only some branch of the code declares it."""
    is_unlikely: bool = False
    """Whether it is a branch that defaults don't take."""


class Schedule(msgspec.Struct, frozen=True):
    """What an app of a queue gives to a clock."""

    name: str
    """Empty when it has none of its own."""
    task: Function | str
    """The function, or the name of a task."""
    path: str
    line: int
