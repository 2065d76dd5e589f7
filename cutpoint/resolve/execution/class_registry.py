"""The classes that were made: by name and label, their subclasses and metaclasses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class

if TYPE_CHECKING:
    from cutpoint.domain.objects import Module
    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter


def register_class(run: Interpreter, cls: Class) -> None:
    """Note a class that a statement or a call has just made."""
    cls.is_hoped_for = run.hoping > 0
    run.classes.append(cls)
    run.classes_by_name.setdefault(cls.name.lower(), []).append(cls)


def forget_classes(run: Interpreter, position: int, name: str) -> None:
    """Take back classes called *name* that were made at *position* or later: others stand for them."""
    gone = [cls for cls in run.classes[position:] if cls.name == name]
    run.classes[position:] = [cls for cls in run.classes[position:] if cls not in gone]
    named = run.classes_by_name.get(name.lower(), [])
    run.classes_by_name[name.lower()] = [cls for cls in named if cls not in gone]


def forget_classes_of(run: Interpreter, module: Module) -> None:
    """Leave out the classes of *module*, which others stand for."""
    gone = [cls for cls in run.classes if cls.module is module]
    run.classes[:] = [cls for cls in run.classes if cls.module is not module]
    for cls in gone:
        run.classes_by_name[cls.name.lower()].remove(cls)


def subclasses_of(run: Interpreter, cls: Class) -> list[Value]:
    """Classes that name *cls* among their bases, in the order in which they were made."""
    return [other for other in run.classes if any(run.plain(base) is cls for base in other.bases)]


def metaclass_of(run: Interpreter, cls: Class) -> Value:
    """The metaclass of *cls*, its own or its ancestors'; None when nobody names one."""
    for base in run.linear(cls):
        named = run.plain(base.keywords.get("metaclass")) if type(base) is Class else None
        if named is not None:
            return named
    return None


def model_by_label(run: Interpreter, label: str) -> Class | None:
    """The class that is registered as *label* so far, whatever its case."""
    app_label, _, name = label.rpartition(".")
    for cls in run.classes_by_name.get(name.lower(), ()):
        if run.app_label_of(cls) == app_label:
            return cls
    return None
