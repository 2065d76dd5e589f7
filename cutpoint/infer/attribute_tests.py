"""What `hasattr(model, "to_yaml")` tells of classes, and of the querysets whose `model` is tested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import NOTHING, ClassOf, Manager, ModelClass, Query, atom, type_of
from cutpoint.infer.rows import ROW_METHODS
from cutpoint.infer.subclass_tests import has_unknown_bases

if TYPE_CHECKING:
    from cutpoint.domain.types import Type
    from cutpoint.infer.frame import Frame


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


_OF_EVERY_MODEL = ROW_METHODS | {"objects", "_meta", "_default_manager", "_base_manager", "pk", "id", "DoesNotExist"}
