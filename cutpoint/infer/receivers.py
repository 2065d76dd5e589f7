"""A method -> what `self` or `cls` may be in it when nobody is seen to call it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Function
from cutpoint.domain.types import (
    BY_CLASS,
    PROVED,
    ClassOf,
    Manager,
    ModelClass,
    Object,
    Query,
    Row,
    atom,
)
from cutpoint.infer.base_model import ends_at
from cutpoint.infer.members import canonical_receiver

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cutpoint.domain.types import Atom
    from cutpoint.infer.engine import Engine

# Concrete classes for which an inherited method is looked at on its own; further ones are most likely alike.
MOST_CLASSES = 400


def receivers(engine: Engine, function: Function) -> list[Atom | None]:
    """What `self` or `cls` may be, the class around the function first."""
    owner = function.owner
    if owner is None or function.kind == "staticmethod":
        return [None]
    instances = _instances_of(engine, owner)
    # A model that overrides a mixin's method runs that only by `super()`, where it is seen.
    own = [each for each in instances if not _overrides(engine, each, function)] or [atom(Object, owner, PROVED)]
    found = [canonical_receiver(engine.homes.of(function), each, function) for each in own]
    if function.kind in ("classmethod", "classproperty") or function.name in (
        "__new__",
        "__init_subclass__",
        "__class_getitem__",
    ):
        found = [_class_of(each, owner) for each in found]
    return list(dict.fromkeys(found))


def _overrides(engine: Engine, each: Atom, function: Function) -> bool:
    """Whether a model has another method of this name: a class's of ours, or that of Django's `Model`."""
    cls = engine.world.program.class_of(each.label) if type(each) is Row else None
    found = engine.world.member(cls, function.name) if cls is not None else None
    if found is None or found[1] is function:
        return False
    return type(found[1]) is Function or ends_at(found[0], function.name)


def _class_of(each: Atom, owner: Class) -> Atom:
    if type(each) is Row:
        return atom(ModelClass, each.label, each.level)
    if isinstance(each, (Object, Query, Manager)):
        cls = each.cls if type(each.cls) is Class else owner
        return atom(ClassOf, cls, each.level)
    return each


def _instances_of(engine: Engine, cls: Class) -> Sequence[Atom]:
    """What an instance of *cls* may be: rows of one or several models, managers of models, or a plain object."""
    world = engine.world
    label = world.concrete_label(cls)
    if label is not None:
        return [atom(Row, label, PROVED, 0)]
    if world.program.label_of(cls) is not None:
        models = [other for other in world.subclasses(cls) if world.concrete_label(other) is not None]
        # Models of test code decide only where there are no others.
        own = [other for other in models if not _is_test(engine, other)] or models
        rows = [world.concrete_label(other) for other in own]
        return [atom(Row, each, BY_CLASS, 0) for each in rows if each is not None][:MOST_CLASSES] or [
            atom(Object, cls, PROVED)
        ]
    rows = [
        label
        for other in world.subclasses(cls)
        if not _is_test(engine, other) and (label := world.concrete_label(other)) is not None
    ]
    if rows:
        # A mixin of models.
        return [atom(Row, each, BY_CLASS, 0) for each in rows[:MOST_CLASSES]]
    if world.is_manager(cls):
        return [atom(Manager, each, BY_CLASS, own, None) for each, own in world.managed_by(cls)] or [
            atom(Manager, "", PROVED, cls, None)
        ]
    if world.is_query(cls):
        return [atom(Query, each, BY_CLASS, "rows", own, None, ()) for each, own in world.queried_by(cls)] or [
            atom(Object, cls, PROVED)
        ]
    return [atom(Object, cls, PROVED)]


def _is_test(engine: Engine, cls: Class) -> bool:
    """Whether a class is test code, which decides nothing unless it is asked for."""
    return cls.module.name in engine.world.test_modules
