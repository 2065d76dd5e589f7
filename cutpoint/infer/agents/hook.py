"""django-lifecycle: `@hook(AFTER_CREATE)` has a method of a model run when a row of it is saved or deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Function, Instance
from cutpoint.domain.values import Symbol
from cutpoint.infer.entries.decorating import name_of_decorator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.program import Program
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Object
    from cutpoint.domain.values import Value
    from cutpoint.infer.frame import Frame

PACKAGE = "django_lifecycle."
MODELS = frozenset({"LifecycleModel", "LifecycleModelMixin"})
_HEARS = {
    "before_save": "row_saved",
    "after_save": "row_saved",
    "before_create": "row_created",
    "after_create": "row_created",
    "before_update": "row_updated",
    "after_update": "row_updated",
    "before_delete": "row_deleted",
    "after_delete": "row_deleted",
}
"""What the decorator is given -> what of the row's own `save` and `delete` the method hears."""


def connect_hooks(frame: Frame, model: Object, _node: Node) -> None:
    """Remember the hooks of a model, those that it inherits too."""
    program = frame.engine.world.program
    cls = model.cls
    label = program.label_of(cls) if isinstance(cls, Class) else None
    if label is None or not isinstance(cls, Class):
        return
    for function in _methods(program, cls):
        for decorator in function.decorators:
            signal = _HEARS.get(_moment(program, decorator))
            if signal is not None:
                frame.engine.circumstances.connections[signal, label, function] = None


def _methods(program: Program, cls: Class) -> Iterator[Function]:
    met: set[str] = set()
    for base in program.linear(cls):
        for name, value in base.attributes.items() if type(base) is Class else ():
            if name not in met and type(value) is Function:
                yield value
            met.add(name)


def _moment(program: Program, decorator: Value) -> str:
    """`after_create` of `@hook(AFTER_CREATE)`; empty for any other decorator."""
    name = name_of_decorator(decorator).partition(".<locals>")[0]
    # Of the library's newer versions, the one is a name for the other.
    if type(decorator) is not Instance or not (name.startswith(PACKAGE) and name.endswith((".hook", ".HookConfig"))):
        return ""
    given = program.plain(decorator.arguments[0]) if decorator.arguments else None
    if type(given) is Symbol:
        return given.last.lower()
    return given if isinstance(given, str) else ""
