"""`CELERY_BEAT_SCHEDULE = {"nightly": {"task": "shop.tasks.pay"}}`, `CRONJOBS = [("0 3 * * *", "shop.cron.pay")]`, `app.add_periodic_task(30, pay.s())`: clocks in settings and apps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.domain.entry_point import EntryKind
from cutpoint.domain.objects import Function
from cutpoint.domain.values import Mapping, Sequence
from cutpoint.infer.entries.running import place_of
from cutpoint.infer.entries.tasks import tasks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.entry_point import Entry
    from cutpoint.domain.program import Program
    from cutpoint.domain.values import Value
    from cutpoint.infer.entries.running import Running

_BEATS = ("CELERY_BEAT_SCHEDULE", "CELERYBEAT_SCHEDULE")
_CRONS = ("CRONJOBS",)


def entries(running: Running) -> Iterator[Entry]:
    """What settings and apps give to a clock, each under its name there."""
    program = running.world.program
    by_name = {name: function for function, _, name in tasks_of(running.engine)}
    for setting in _BEATS:
        value = program.plain(program.symbol(f"django.conf.settings.{setting}"))
        for key, each in value.items.items() if type(value) is Mapping else ():
            inner = program.plain(each)
            name = program.plain(inner.items.get("task")) if type(inner) is Mapping else None
            if isinstance(key, str) and isinstance(name, str):
                yield from _entry(running, key, name, by_name)
    for setting in _CRONS:
        value = program.plain(program.symbol(f"django.conf.settings.{setting}"))
        for each in _items(value):
            pair = _items(program.plain(each))
            name = program.plain(pair[1]) if len(pair) > 1 else None
            if isinstance(name, str):
                yield from _entry(running, name, name, by_name)
    names = {function: name for name, function in by_name.items()}
    for schedule in program.schedules():
        if isinstance(schedule.task, Function):
            yield from _of_function(running, schedule.name or names.get(schedule.task, ""), schedule.task)
        else:
            yield from _entry(running, schedule.name or schedule.task, schedule.task, by_name)


def _entry(running: Running, key: str, name: str, by_name: dict[str, Function]) -> Iterator[Entry]:
    function = by_name.get(name) or _named(running.world.program, name)
    if function is not None:
        yield from _of_function(running, key, function)


def _of_function(running: Running, key: str, function: Function) -> Iterator[Entry]:
    if function.env.module.found.ours:
        parts = running.of_function(function)
        yield running.entry(
            EntryKind.SCHEDULE, key or place_of(function)[2], function, parts, certainty=Certainty.PROVED
        )


def _named(program: Program, name: str) -> Function | None:
    module, _, last = name.rpartition(".")
    value = program.plain(program.member(module, last)) if module else None
    return value if type(value) is Function else None


def _items(value: Value) -> tuple[Value, ...]:
    if type(value) is Sequence:
        return tuple(value.items)
    return value if type(value) is tuple else ()
