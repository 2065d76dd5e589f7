"""Celery apps of ours -> what they give to a clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Instance, Module
from cutpoint.domain.route import Schedule
from cutpoint.domain.source import Role
from cutpoint.domain.values import Mapping, Place
from cutpoint.resolve.execution.known.celery_apps import (
    BEATS,
    configuration_of,
    is_celery_app,
    periodic_tasks,
    task_of,
    to_be_called,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Mapping as Map

    from cutpoint.domain.facts import FileFacts
    from cutpoint.domain.source import SourceFile
    from cutpoint.resolve.execution.interpreter import Interpreter


def schedules(run: Interpreter, files: Iterable[SourceFile], facts: Map[str, FileFacts]) -> tuple[Schedule, ...]:
    """What the apps in *files* run at certain times, once they are configured, by path and then as each of them says."""
    apps: dict[int, Instance] = {}
    for file in sorted(files, key=lambda file: file.path):
        name = run.index.names.get(file.path)
        if file.role is Role.CODE and name is not None and file.path in facts and _imports_celery(facts[file.path]):
            for app in _apps_in(run, name):
                apps.setdefault(id(app), app)
    return tuple(schedule for app in apps.values() for schedule in _of_app(run, app))


def _imports_celery(facts: FileFacts) -> bool:
    return any(
        not fact.level and fact.module.partition(".")[0] == "celery" and (fact.names is None or "Celery" in fact.names)
        for fact in facts.imports
    )


def _apps_in(run: Interpreter, name: str) -> Iterator[Instance]:
    module = run.import_module(name, None)
    if type(module) is not Module:
        return
    run.run_module(module)
    for value in list(module.env.values()):
        if type(value) is Instance and is_celery_app(run, value):
            yield value


def _of_app(run: Interpreter, app: Instance) -> Iterator[Schedule]:
    with run.ready_share():
        for function in to_be_called(app).items:
            run.call(function, [app], {}, function.place)
    conf = configuration_of(app)
    for word in BEATS:
        beats = run.plain(conf.attributes.get(word))
        for key, value in beats.items.items() if type(beats) is Mapping else ():
            inner = run.plain(value)
            task = run.plain(inner.items.get("task")) if type(inner) is Mapping else None
            if isinstance(key, str) and isinstance(task, str):
                yield Schedule(key, task, app.place.path, app.place.line)
    found = periodic_tasks(app)
    for (signature, given), place in zip(list(found.items), list(found.places), strict=True):
        task, name = task_of(run, signature), run.plain(given)
        where = place or Place(app.place.path, app.place.line)
        if task is not None:
            yield Schedule(name if isinstance(name, str) else "", task, where.path, where.line)
