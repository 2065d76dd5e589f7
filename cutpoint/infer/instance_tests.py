"""What `isinstance(row, Order)` tells of rows and other objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    ANY,
    FALSE,
    INFERRED,
    NOTHING,
    PLAIN,
    PROVED,
    ClassOf,
    Container,
    Group,
    Items,
    LibraryName,
    ModelClass,
    Object,
    Row,
    Type,
    Unknown,
    join,
    one,
    type_of,
)
from cutpoint.domain.walking import kind_of
from cutpoint.infer.subclass_tests import has_unknown_bases

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Env, Frame
    from cutpoint.infer.subclass_tests import Tested


def classes_in(frame: Frame, value: Type) -> list[Tested]:
    """The classes of `isinstance(x, …)`, tuples taken apart."""
    found: list[Tested] = []
    for each in value:
        if isinstance(each, (ModelClass, ClassOf, LibraryName)):
            found.append(each)
        elif type(each) is Group:
            for item in each.items:
                found += classes_in(frame, item)
        elif type(each) is Items:
            found += classes_in(frame, each.item)
        elif type(each) is Container:
            found += classes_in(frame, frame.engine.read(("content", each.site), frame))
    return found


def are_named(node: Node, env: Env) -> bool:
    """Whether classes are written out, and are no values that may be others as well."""
    match node:
        case [sk.NAME, name, *_] | [sk.ATTRIBUTE, [sk.NAME, name, *_], *_]:
            # A name that is imported here says as much.
            return name not in env or all(getattr(each, "level", INFERRED) == PROVED for each in env[name])
        case [sk.TUPLE, parts, *_]:
            return all(are_named(part, env) for part in parts)
    return False


def only_instances(frame: Frame, value: Type, allowed: Type, *, are_named: bool = False) -> Type:
    """The part of *value* that `isinstance(…, allowed)` lets through; an unknown value becomes an instance of them.

    Nothing is left of rows of other models only where the classes *are_named*.
    """
    classes = classes_in(frame, allowed)
    if not classes:
        return value
    result = NOTHING
    for each in value:
        if type(each) is Unknown or (type(each) is Object and type(each.cls) is str):
            result = join(result, _instances(classes))
        elif any(_is_instance(frame, each, cls) for cls in classes):
            result = join(result, (each,))
    if not result and are_named and _are_others(frame, value, classes):
        return NOTHING
    return result or _instances(classes)


def _are_others(frame: Frame, value: Type, classes: list[Tested]) -> bool:
    """Whether *value* are rows, and none can be of one of *classes*: no model below theirs is."""
    return bool(value) and all(
        type(each) is Row and all(_cannot_be(frame, each.label, cls) for cls in classes) for each in value
    )


def _cannot_be(frame: Frame, label: str, cls: Tested) -> bool:
    world = frame.engine.world
    own = world.program.class_of(label)
    if own is None or type(cls) is LibraryName:
        return False
    other = world.program.class_of(cls.label) if type(cls) is ModelClass else cls.cls  # type: ignore[union-attr]
    if type(other) is not Class or has_unknown_bases(frame, own, ours=other.module.found.ours):
        return False
    return not any(other in world.program.linear(heir) for heir in world.subclasses(own))


def _instances(classes: list[Tested]) -> Type:
    result = NOTHING
    for cls in classes:
        if type(cls) is ModelClass:
            result = join(result, one(Row, cls.label, INFERRED, ANY))
        elif type(cls) is ClassOf:
            result = join(result, one(Object, cls.cls, INFERRED))
        elif type(cls) is LibraryName:
            last = cls.name.rpartition(".")[2]
            result = join(result, PLAIN if cls.name.startswith("builtins.") else one(Object, cls.name, INFERRED))
            if last in ("Model", "QuerySet", "Manager"):
                return one(Unknown, "base-class")
    return result or FALSE


def _is_instance(frame: Frame, each: object, cls: Tested) -> bool:
    world = frame.engine.world
    if type(each) is Row:
        if type(cls) is ModelClass:
            return each.label == cls.label or world.space.is_subclass(each.label, cls.label)
        own = world.program.class_of(each.label)
        if type(cls) is ClassOf:
            return own is not None and (cls.cls in world.program.linear(own) if type(cls.cls) is Class else True)
        return type(cls) is LibraryName and cls.name.rpartition(".")[2] == "Model"
    if type(each) is Object:
        if type(cls) is ClassOf and type(each.cls) is Class:
            return cls.cls in world.program.linear(each.cls) if type(cls.cls) is Class else True
        return type(cls) is not ModelClass
    if type(cls) is LibraryName:
        last = cls.name.rpartition(".")[2]
        kind = type(each).__name__
        if kind == "Query":
            return last in ("QuerySet", "Iterable", "Sequence", "Collection")
        return kind not in ("ModelClass", "ClassOf", "Manager") or last in ("type", "Manager")
    return False


def is_always(frame: Frame, subject: Node, env: Env, allowed: Type) -> bool:
    """Whether `isinstance(row, allowed)` holds for all rows that a function is handed.

    Only receivers of signals are asked, who are called for each model by itself: other functions may have callers that aren't seen.
    """
    if kind_of(subject) != sk.NAME or frame.function not in frame.engine.circumstances.hearing:
        return False
    value = env.get(subject[1], NOTHING)
    if not value or value is not frame.args.get(subject[1]) or any(type(each) is not Row for each in value):
        return False
    classes = [cls for cls in classes_in(frame, allowed) if type(cls) in (ModelClass, ClassOf)]
    return all(any(_is_instance(frame, each, cls) for cls in classes) for each in value)


def not_instances(frame: Frame, value: Type, allowed: Type) -> Type:
    """The part of *value* that `isinstance(…, allowed)` turns away; all of it where nothing is sure to be one."""
    classes = classes_in(frame, allowed)
    exact = [cls for cls in classes if type(cls) in (ModelClass, ClassOf)]
    kept = [
        each
        for each in value
        if type(each) not in (Row, Object) or not any(_is_instance(frame, each, cls) for cls in exact)
    ]
    return type_of(*kept) if kept else value
