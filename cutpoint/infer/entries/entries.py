"""Frames after the fixpoint -> entry points, with the bodies that each runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.infer.entries import (
    admin,
    commands,
    consumers,
    graphql,
    middleware,
    receivers,
    schedules,
    tasks,
    urls,
)
from cutpoint.infer.entries.running import Running

if TYPE_CHECKING:
    from cutpoint.domain.entry_point import Entry
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame

_WAYS = (urls, graphql, tasks, schedules, commands, receivers, admin, consumers, middleware)


def entries_of(engine: Engine, index: dict[Frame, int]) -> tuple[Entry, ...]:
    """All of them, sorted, each once; *index* tells the number of each body in the call graph."""
    running = Running(engine, index)
    return tuple(sorted({entry for way in _WAYS for entry in way.entries(running)}, key=_order))


def _order(entry: Entry) -> tuple[str, str, str, int, tuple[str, int], tuple[str, ...], tuple[str, ...]]:
    return entry.kind, entry.name, entry.path, entry.line, entry.declared or ("", 0), entry.methods, entry.aliases
