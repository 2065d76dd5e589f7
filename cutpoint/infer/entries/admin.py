"""`@admin.register(Order)`: the pages of the admin for a model, and each action of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.domain.entry_point import Entry, EntryKind
from cutpoint.domain.objects import Function
from cutpoint.domain.types import ModelClass
from cutpoint.domain.values import Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.objects import Class
    from cutpoint.domain.values import Value
    from cutpoint.infer.entries.running import Running
    from cutpoint.infer.frame import Frame


def entries(running: Running) -> Iterator[Entry]:
    """Registered classes of ours, their actions, and models that are registered without a class."""
    world = running.world
    for cls in running.engine.class_bodies:
        if cls.module.found.ours and world.derives(cls, ("ModelAdmin",), "django.contrib."):
            labels = sorted(each.label for each in world.registered_models(cls) if type(each) is ModelClass)
            if labels and cls.module.name not in world.test_modules:
                yield from _of_class(running, cls, labels)
    yield from _without_classes(running)


def _without_classes(running: Running) -> Iterator[Entry]:
    """What one line registers is one entry point: `for model in (Order, Line): admin.site.register(model)`."""
    by_line: dict[tuple[Frame, int], list[str]] = {}
    for label, place in running.engine.circumstances.administered.items():
        by_line.setdefault(place, []).append(label)
    for (frame, line), labels in by_line.items():
        module = frame.module
        if module.found.ours and module.name not in running.world.test_modules:
            app = running.world.app_of_path.get(module.path)
            yield Entry(
                EntryKind.ADMIN,
                ", ".join(sorted(labels)),
                module.name,
                module.path,
                line,
                module.name,
                app,
                Certainty.PROVED,
                tuple(sorted(labels)) if len(labels) > 1 else (),
                None,
                running.at_line(frame, line),
            )


def _of_class(running: Running, cls: Class, labels: list[str]) -> Iterator[Entry]:
    actions = dict(_actions(running, cls))
    name = ", ".join(labels)
    parts = running.of_class(cls, frozenset(actions))
    yield running.entry(EntryKind.ADMIN, name, cls, parts, aliases=(cls.name, *labels))
    for action, function in actions.items():
        owned = function.owner is not None
        inside = running.of_method(cls, action) if owned else running.of_function(function)
        yield running.entry(EntryKind.ADMIN, f"{name}: {action}", function, inside, aliases=(action,))


def _actions(running: Running, cls: Class) -> Iterator[tuple[str, Function]]:
    """Those in `actions`, by name or as functions."""
    world = running.world
    found = world.member(cls, "actions")
    for each in _items(world.program.plain(found[1]) if found is not None else ()):
        value = world.program.plain(each)
        if isinstance(value, str):
            method = world.member(cls, value)
            value = world.function_value(method[1]) if method is not None else None
        if type(value) is Function:
            yield value.name, value


def _items(value: Value) -> tuple[Value, ...]:
    if type(value) is Sequence:
        return tuple(value.items)
    return value if type(value) is tuple else ()
