"""What `issubclass(model, Order)` tells of the classes, and of the querysets whose `model` is tested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    INFERRED,
    NOTHING,
    ClassOf,
    LibraryName,
    Manager,
    ModelClass,
    Query,
    Unknown,
    atom,
    type_of,
)
from cutpoint.domain.values import Symbol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.types import Atom, Type
    from cutpoint.infer.frame import Frame

    Tested = ModelClass | ClassOf | LibraryName

# Further ones are candidates and no knowledge.
_MOST_HEIRS = 8
# Bases that say nothing: every model has them, or any class may.
_PLAIN_BASES = frozenset({"builtins.object", "typing.Generic", "django.db.models.Model", "django.db.models.base.Model"})


def classes_left(frame: Frame, value: Type, classes: list[Tested], *, truth: bool) -> Type:
    """The classes of *value* that are, or are not, below one of *classes*; what isn't known becomes *classes* themselves."""
    left: list[Atom] = []
    for each in value:
        if type(each) is ModelClass or type(each) is ClassOf:
            left += _left(frame, each, classes, truth=truth)
        elif truth and type(each) is Unknown:
            left += [heir for cls in classes for heir in _with_rows(frame, cls)]
        else:
            left.append(each)
    return type_of(*left) if left else NOTHING


def queries_left(frame: Frame, value: Type, classes: list[Tested], *, truth: bool) -> Type:
    """The querysets and managers of *value* whose model is, or is not, below one of *classes*, and whatever else it has."""
    kept = [
        each
        for each in value
        if type(each) not in (Query, Manager)
        or any(_left(frame, atom(ModelClass, each.label, 0), classes, truth=truth))  # type: ignore[attr-defined]  # both have a label
    ]
    return type_of(*kept) if kept else NOTHING


def _left(frame: Frame, each: ModelClass | ClassOf, classes: list[Tested], *, truth: bool) -> Iterator[Atom]:
    """*each* if it may be (not) below one of *classes*; those of them that are below *each*, as it may stand for one."""
    answers = [_is_below(frame, each, cls) for cls in classes]
    if not truth:
        if True not in answers:
            yield each
    elif any(answer is not False for answer in answers) or _has_common_heirs(frame, each, classes):
        yield each
    else:
        for cls in classes:
            if type(cls) is not LibraryName and _is_below(frame, cls, each):
                yield cls


def _with_rows(frame: Frame, cls: Tested) -> list[Tested]:
    """*cls*, or in the place of an abstract model those below it that have rows, if they are few enough to be told apart."""
    world, own = frame.engine.world, _class_of(frame, cls)
    if type(cls) is not ClassOf or own is None or world.program.label_of(own) is None:
        return [cls]
    labels = {world.concrete_label(heir): None for heir in world.subclasses(own) if not _is_test(frame, heir)}
    heirs: list[Tested] = [atom(ModelClass, label, INFERRED) for label in labels if label is not None]
    return heirs if 0 < len(heirs) <= _MOST_HEIRS else [cls]


def _is_test(frame: Frame, cls: Class) -> bool:
    return cls.module.name in frame.engine.world.test_modules


def _is_below(frame: Frame, each: Tested, cls: Tested) -> bool | None:
    """Whether *each* is *cls* or inherits from it; None when a base that isn't known may decide."""
    if type(each) is ModelClass and type(cls) is ModelClass:
        return each.label == cls.label or frame.engine.world.space.is_subclass(each.label, cls.label)
    own = _class_of(frame, each)
    if type(cls) is LibraryName:
        if own is None or cls.name in frame.engine.world.lineage(own) or type(each) is ClassOf:
            # Who registers with an abstract base class of a library isn't seen.
            return True if own is not None and cls.name in frame.engine.world.lineage(own) else None
        return None if has_unknown_bases(frame, own, ours=False) else False
    other = _class_of(frame, cls)
    if own is None or other is None:
        return None
    if other in frame.engine.world.program.linear(own):
        return True
    return None if has_unknown_bases(frame, own, ours=other.module.found.ours) else False


def _class_of(frame: Frame, each: Tested) -> Class | None:
    if type(each) is ModelClass:
        return frame.engine.world.program.class_of(each.label)
    return each.cls if type(each) is ClassOf and type(each.cls) is Class else None


def has_unknown_bases(frame: Frame, own: Class, *, ours: bool) -> bool:
    """Whether a base may inherit from a class that isn't seen to be one; a library's does not from one of *ours*."""
    return any(
        type(base) is not Class and not (type(base) is Symbol and (ours or base.name in _PLAIN_BASES))
        for base in frame.engine.world.program.linear(own)
    )


def _has_common_heirs(frame: Frame, each: ModelClass | ClassOf, classes: list[Tested]) -> bool:
    """Whether a class that *each* may stand for inherits from one of *classes* as well."""
    own = _class_of(frame, each) if type(each) is ClassOf else None
    if own is None:
        return False
    linear = frame.engine.world.program.linear
    others = [other for other in (_class_of(frame, cls) for cls in classes) if other is not None]
    return any(other in linear(heir) for heir in frame.engine.world.subclasses(own) for other in others)
