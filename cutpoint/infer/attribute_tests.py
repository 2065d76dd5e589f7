"""What `hasattr(x, "to_yaml")` tells of classes, of rows, and of the querysets whose `model` is tested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class, Function
from cutpoint.domain.types import NOTHING, ClassOf, Manager, ModelClass, Query, Row, atom, type_of
from cutpoint.infer.aliases import assigned_call
from cutpoint.infer.rows import ROW_METHODS
from cutpoint.infer.subclass_tests import has_unknown_bases

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Type
    from cutpoint.infer.frame import Frame
    from cutpoint.infer.world import World


def asked_of(frame: Frame, test: Node) -> tuple[Node, str] | None:
    """`(row, "live")` of `getattr(row, "live", None)`, or of a local name that stands for it."""
    match assigned_call(frame, test):
        case [sk.CALL, [sk.NAME, "getattr", *_], [subject, str() as name, None | False], [], *_]:
            return subject, name
    return None


def rows_with(frame: Frame, value: Type, name: str, *, truth: bool, is_value: bool) -> Type:
    """The rows of *value* that may, or may not, have the attribute *name*, and whatever else it has.

    With *is_value* it is what stands in the attribute that is asked for: a method is always true, a column may be empty.
    """
    kept = [
        each
        for each in value
        if type(each) is not Row or _row_has(frame, each, name, is_value=is_value) is not (not truth)
    ]
    return value if len(kept) == len(value) else type_of(*kept) if kept else NOTHING


def classes_with(frame: Frame, value: Type, name: str, *, truth: bool) -> Type:
    """The classes of *value* that may, or may not, have the attribute *name*, and whatever else it has."""
    kept = [
        each
        for each in value
        if type(each) not in (ModelClass, ClassOf) or _has(frame, each, name) is not (not truth)  # type: ignore[arg-type]
    ]
    return type_of(*kept) if kept else NOTHING


def queries_with(frame: Frame, value: Type, name: str, *, truth: bool) -> Type:
    """The same for querysets and managers, by their models."""
    kept = [
        each
        for each in value
        if type(each) not in (Query, Manager) or _has(frame, atom(ModelClass, each.label, 0), name) is not (not truth)  # type: ignore[attr-defined]  # both have a label
    ]
    return type_of(*kept) if kept else NOTHING


def _row_has(frame: Frame, each: Row, name: str, *, is_value: bool) -> bool | None:
    """Whether a row has an attribute; None where it depends on the row, or where code that isn't seen may give it one."""
    world = frame.engine.world
    if name.startswith("_") or name in _OF_EVERY_MODEL or name.startswith(_MADE_BY_FIELDS):
        return None
    if not _is_of_some_model(frame, name):
        # An annotation, or something that is set where nobody looks.
        return None
    if name in world.space.links(each.label):
        # There may be no row at the other end.
        return None
    cls = world.program.class_of(each.label)
    if cls is None or _is_declared_in(world, cls, name) or name in world.space.fields(each.label):
        return _is_there(world, cls, name, is_value=is_value)
    if name in world.space.attnames(each.label) or has_unknown_bases(frame, cls, ours=False):
        return None
    if any(_is_declared_in(world, heir, name) for heir in world.subclasses(cls)):
        # It may stand for a row of one of these.
        return None
    return None if frame.engine.read(("attribute", each.label, name), frame) else False


def _is_there(world: World, cls: Class | None, name: str, *, is_value: bool) -> bool | None:
    """Whether what a class declares is there for all rows; of values, only methods are always true."""
    found = world.member(cls, name) if cls is not None else None
    value = found[1] if found is not None else None
    if type(value) is Function:
        return None if value.kind == "property" else True
    return None if is_value or cls is None else True


def _is_of_some_model(frame: Frame, name: str) -> bool:
    """Whether code that asks for *name* tells models from each other: some have it by their classes."""
    known = frame.engine.known.names_of_models
    if name not in known:
        world = frame.engine.world
        known[name] = any(_is_declared(world, model.label, name) for model in world.catalog.models)
    return known[name]


def _is_declared(world: World, label: str, name: str) -> bool:
    if name in world.space.links(label) or name in world.space.fields(label):
        return True
    cls = world.program.class_of(label)
    return cls is not None and _is_declared_in(world, cls, name)


def _is_declared_in(world: World, cls: Class, name: str) -> bool:
    found = world.member(cls, name)
    return found is not None and type(found[0]) is Class


def _has(frame: Frame, each: ModelClass | ClassOf, name: str) -> bool | None:
    """Whether a class has an attribute; None where a base that isn't seen may have it, or code sets it."""
    world = frame.engine.world
    cls = world.program.class_of(each.label) if type(each) is ModelClass else each.cls  # type: ignore[union-attr]
    if type(cls) is not Class:
        return None
    if type(each) is ModelClass and (
        name in world.space.links(each.label) or name in world.space.fields(each.label) or name in _OF_EVERY_MODEL
    ):
        return True
    if type(each) is ClassOf and any(world.member(heir, name) for heir in world.subclasses(cls)):
        # It may stand for a class below it.
        return None
    if each is frame.receiver and cls is frame.owner and not world.subclasses(cls):
        # Its own code asks for what no class here has: the classes below it are elsewhere.
        return None
    found = world.member(cls, name)
    if found is not None and type(found[0]) is Class:
        return True
    if has_unknown_bases(frame, cls, ours=False):
        return None
    key = each.label if type(each) is ModelClass else cls
    return None if frame.engine.read(("attribute", key, name), frame) else False


# `get_next_by_created`, `get_status_display`
_MADE_BY_FIELDS = ("get_next_by_", "get_previous_by_")
_OF_EVERY_MODEL = ROW_METHODS | {"objects", "_meta", "_default_manager", "_base_manager", "pk", "id", "DoesNotExist"}
