"""`@shared_task`, `@app.task(name="pay")`, `@dramatiq.actor`, `@db_periodic_task(…)`: functions that a queue or a clock calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.domain.entry_point import EntryKind
from cutpoint.domain.objects import Class
from cutpoint.infer.entries.decorating import keywords_of, name_of_decorator
from cutpoint.infer.entries.running import place_of
from cutpoint.infer.entries.task_libraries import CLOCK_BASES, LIBRARIES, library_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.entry_point import Entry
    from cutpoint.domain.objects import Function
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.entries.running import Running


def entries(running: Running) -> Iterator[Entry]:
    """Tasks, and what a clock runs; functions that are handed to a queue as they are, too."""
    known: set[Function] = set()
    for function, kind, name in tasks_of(running.engine):
        aliases = (place_of(function)[2], function.name)
        yield running.entry(kind, name, function, running.of_function(function), aliases=aliases)
        known.add(function)
    for function in running.handed_over():
        if function not in known:
            name = place_of(function)[2]
            parts = running.of_function(function)
            yield running.entry(
                EntryKind.TASK, name, function, parts, aliases=(function.name,), certainty=Certainty.INFERRED
            )
    yield from _classes(running)


def tasks_of(engine: Engine) -> Iterator[tuple[Function, EntryKind, str]]:
    """(function, kind, name) of every function that a decorator makes a task."""
    for function in engine.defined:
        if not function.decorators or function.env.module.name in engine.world.test_modules:
            continue
        kind, name = None, ""
        for decorator in function.decorators:
            dotted = name_of_decorator(decorator)
            found = library_of(dotted)
            last = dotted.rpartition(".")[2]
            if found is not None and last in (found[1].tasks | found[1].clocks):
                is_clock = last in found[1].clocks
                kind = EntryKind.SCHEDULE if is_clock or kind is EntryKind.SCHEDULE else EntryKind.TASK
                given = keywords_of(decorator)
                named = engine.world.program.plain(given.get("name", given.get("actor_name")))
                name = named if isinstance(named, str) else name
        if kind is not None:
            yield function, kind, name or place_of(function)[2]


def _classes(running: Running) -> Iterator[Entry]:
    world = running.world
    for cls in running.engine.class_bodies:
        if not cls.module.found.ours or cls.module.name in world.test_modules:
            continue
        for package, library in LIBRARIES.items():
            if library.bases and world.derives(cls, library.bases, f"{package}."):
                parts = tuple(part for method in library.methods for part in running.of_method(cls, method))
                named = world.program.plain(cls.attributes.get("name"))
                kind = EntryKind.SCHEDULE if package in CLOCK_BASES else EntryKind.TASK
                name = named if isinstance(named, str) else cls.dotted
                if parts and not _is_only_a_base(running, cls):
                    yield running.entry(kind, name, cls, parts, aliases=(cls.name,))
                break


def _is_only_a_base(running: Running, cls: Class) -> bool:
    return bool(running.world.subclasses(cls))
