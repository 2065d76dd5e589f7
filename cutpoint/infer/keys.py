"""Keys of dicts that registries use: texts, and classes, which look-ups by type walk along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    ClassOf,
    Container,
    FunctionOf,
    Group,
    LibraryName,
    Method,
    ModelClass,
    PartialOf,
    Text,
    Type,
    Unknown,
)

if TYPE_CHECKING:
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Frame

_CODE = frozenset({FunctionOf, Method, PartialOf, ClassOf, ModelClass})


def names_of_keys(index: Type) -> list[str] | None:
    """A name for each thing that *index* may be; None when one of them may be any of many."""
    names = []
    for each in index:
        if type(each) is Text:
            names.append(each.value)
        elif type(each) is ModelClass:
            names.append(f"\0{each.label}")
        elif type(each) is ClassOf:
            names.append(f"\0{each.cls.dotted if type(each.cls) is Class else each.cls}")
        elif type(each) is LibraryName:
            names.append(f"\0{each.name.rpartition('.')[2]}")
        else:
            return None
    return names or None


def has_classes(names: list[str]) -> bool:
    """Whether classes are among the keys."""
    return any(name.startswith("\0") for name in names)


def want_key_to_add(frame: Frame, value: Type) -> None:
    """A function that is handed code, and keeps it under a key: a registry, whose keys matter to whoever looks it up."""
    if _holds_code(value) or any(_holds_code(each) for each in frame.args.values()):
        frame.want_texts()


def want_key_to_find(frame: Frame, each: Container, content: Type) -> None:
    """A registry is asked for what lies under a key that is not known here: whoever calls may know it."""
    if any(type(part) in _CODE or type(part) in (Container, Unknown) for part in content) and frame.engine.read(
        ("names", each.site), frame
    ):
        frame.want_texts()


def _holds_code(value: Type) -> bool:
    return any(_is_code(each) or (type(each) is Group and any(map(_holds_code, each.items))) for each in value)


def _is_code(each: Atom) -> bool:
    return type(each) in _CODE
