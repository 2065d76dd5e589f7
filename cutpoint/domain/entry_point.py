"""Entry points: where work comes in from outside, and what each reads and writes however far its calls lead."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from cutpoint.domain.access import Certainty
from cutpoint.domain.calls import Part


class EntryKind(StrEnum):
    """What calls it."""

    URL = "url"
    """A request, by a URL pattern."""
    GRAPHQL = "graphql"
    """A field of a GraphQL query, mutation or subscription."""
    TASK = "task"
    """A queue of tasks."""
    SCHEDULE = "schedule"
    """A clock: cron, beat and the like."""
    COMMAND = "command"
    """Somebody, by `manage.py`."""
    SIGNAL = "signal"
    """A signal of Django's or of the project's own."""
    ADMIN = "admin"
    """Django's admin: the pages of a model, or an action."""
    CONSUMER = "consumer"
    """A message on a socket or channel."""
    MIDDLEWARE = "middleware"
    """Every request."""


class Entry(msgspec.Struct, frozen=True, order=True):
    """An entry point before it is known what it does. What infer hands to interpret."""

    kind: EntryKind
    name: str
    """As its users know it: a URL pattern, a task's or command's name, a field."""
    function: str
    """Dotted qualified name of the function or class."""
    path: str
    line: int
    module: str
    app: str | None
    certainty: Certainty
    """Of its being one, and of what it leads to."""
    aliases: tuple[str, ...] = ()
    """Other names that it goes by: the name of a URL pattern, of the view."""
    declared: tuple[str, int] | None = None
    """(path, line) of what makes it one, where that stands elsewhere: a URL pattern, a schedule."""
    parts: tuple[Part, ...] = ()
    """What runs."""
    methods: tuple[str, ...] = ()
    """Of HTTP, where a pattern leads to more than one body and they tell which; sorted."""


class Reached(msgspec.Struct, frozen=True, order=True, array_like=True):
    """A table that an entry point reads or writes, however far away."""

    table: str
    certainty: Certainty


class EntryPoint(msgspec.Struct, frozen=True, order=True):
    """One entry point, with all that it leads to."""

    kind: EntryKind
    name: str
    function: str
    path: str
    line: int
    module: str
    app: str | None
    certainty: Certainty
    aliases: tuple[str, ...]
    declared: tuple[str, int] | None
    written: tuple[Reached, ...]
    """Sorted by table."""
    read: tuple[Reached, ...]
    sends: tuple[str, ...]
    """Names of the tasks that it sends away; what those do is told of them."""
    parts: tuple[tuple[int, int, int], ...]
    """What runs: (body of the analysis' `Flow`, first line, last line)."""
    methods: tuple[str, ...] = ()
    """Of HTTP, where they tell which of the bodies behind a pattern runs; sorted."""

    @property
    def title(self) -> str:
        """Its name, with the HTTP methods in front that tell it from others: `POST api/orders/`."""
        return " ".join([*(["|".join(self.methods)] if self.methods else []), self.name])

    @property
    def is_webhook(self) -> bool:
        """Whether its names say that another system calls it."""
        if self.kind is not EntryKind.URL:
            return False
        return any(word in name.lower() for name in (self.name, self.function, *self.aliases) for word in WEBHOOK_WORDS)


WEBHOOK_WORDS = ("webhook", "web-hook", "web_hook", "callback", "/ipn", "postback")
