"""What many places add to and many read: an attribute of a class, the content of a container, a global."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cutpoint.domain.model_atoms import MODEL_ATOMS
from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    NOTHING,
    PLAIN,
    ClassOf,
    FunctionOf,
    LibraryMethod,
    Method,
    Object,
    Type,
    join,
    type_of,
    unknown,
)
from cutpoint.infer.conventions import REQUEST, is_request_class
from cutpoint.infer.merging import one_per_model

if TYPE_CHECKING:
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame

# What many places add to is anything once it is more than this.
MOST_IN_SLOT = 20
# Registries of classes, functions and objects of classes are long, and whatever is in them is called.
MOST_IN_REGISTRY = 100


class Slot:
    """One of them: its type, and the frames that run again when that grows."""

    __slots__ = ("is_registry", "merged", "readers", "type", "wide")

    def __init__(self, *, is_registry: bool = False) -> None:
        self.is_registry = is_registry
        self.merged: set[Type] | None = None
        """What has been added since there is but one of each kind for a model."""
        self.wide = False
        self.type: Type = NOTHING
        self.readers: dict[Frame, int] = {}
        """Frames that run again when it grows -> the run in which each has read it last."""

    def add(self, value: Type) -> bool:
        """Whether the slot has grown by *value*."""
        if self.type is value or self.wide:
            return False
        if self.merged is not None and value in self.merged:
            return False
        grown = join(self.type, kept(value))
        if self.merged is not None or len(grown) > MOST_IN_SLOT:
            # How each row came here matters less than that rows of these models did.
            self.merged = self.merged or set()
            self.merged.add(value)
            grown = one_per_model(grown)
        if _is_too_much(grown, is_registry=self.is_registry):
            # For good: what is anything now does not become something again.
            self.wide = True
            grown = unknown("too-wide")
        if grown is self.type:
            return False
        self.type = grown
        return True


def _is_too_much(value: Type, *, is_registry: bool) -> bool:
    if len(value) <= MOST_IN_SLOT or not is_registry:
        return len(value) > MOST_IN_SLOT
    of_code = sum(type(each) in _CODE for each in value)
    return len(value) - of_code > MOST_IN_SLOT or of_code > MOST_IN_REGISTRY


_CODE = frozenset({ClassOf, FunctionOf, Method, Object})


def kept(value: Type) -> Type:
    """*value* as a thing to keep: a method of something that is no model is as good as any plain value."""
    for each in value:
        if type(each) is LibraryMethod and type(each.receiver) not in MODEL_ATOMS:
            rest = [each for each in value if type(each) is not LibraryMethod or type(each.receiver) in MODEL_ATOMS]
            return type_of(*rest, *PLAIN)
    return value


def is_of_registry(key: Any) -> bool:  # noqa: ANN401 - any hashable
    """Whether the slot under *key* is what a list or dict of a module or class holds."""
    return key[0] in _HELD and type(key[1]) is tuple and key[1][0] in ("global", "class")


_HELD = frozenset({"content", "item", "rest"})


def attribute_slots(engine: Engine, cls: Class, name: str, until: object = None) -> tuple[Slot, ...]:
    """What code stores in an attribute of *cls*, and of each class above it that is ours or the framework's request.

    Those above the class *until* are left out.
    """
    known = engine.attributes.get((cls, name, until))
    if known is None:
        line = engine.world.program.linear(cls)
        end = line.index(until) + 1 if until in line else len(line)
        above = [
            base if base.module.found.ours else REQUEST
            for base in line[1:end]
            if type(base) is Class and (base.module.found.ours or is_request_class(base))
        ]
        known = tuple(engine.slot(("attribute", each, name)) for each in (cls, *above))
        if cls.linear is not None:
            # The order of a class in a circle of imports is not final yet.
            engine.attributes[cls, name, until] = known
    return known
