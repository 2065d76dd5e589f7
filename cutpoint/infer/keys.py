"""Keys of dicts that registries use: texts, and classes, which look-ups by type walk along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    HOLE,
    NOTHING,
    ClassOf,
    Container,
    FunctionOf,
    Group,
    LibraryName,
    Method,
    ModelClass,
    PartialOf,
    Record,
    Text,
    Type,
    Unknown,
    join,
    one,
)
from cutpoint.infer.levels import perhaps

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


def found_under(frame: Frame, each: Container, index: Type) -> Type:
    """What a list or dict holds under *index*; a `defaultdict` that is asked for it has that key from then on."""
    engine = frame.engine
    if each.kind == "dict" and ("default", each.site) in engine.slots:
        engine.write(("keys", each.site), index)
    names = names_of_keys(index) if each.kind == "dict" else None
    if names is None:
        content = engine.read(("content", each.site), frame)
        if each.kind == "dict" and wants_key_to_find(frame, each, content):
            return content
        return join(content, _made_by_default(frame, each, "*"))
    result = NOTHING
    for name in names:
        item = engine.read(("item", each.site, name), frame)
        result = join(result, join(item, _made_by_default(frame, each, name)))
    if not result:
        # What lies under this very key says more than what is stored under keys that nobody knows.
        result = engine.read(("rest", each.site), frame)
    if result or (has_classes(names) and engine.read(("classes", each.site), frame)):
        return result
    return engine.read(("content", each.site), frame)


def of_record(each: Record, index: Type) -> Type:
    """What a record holds under *index*; of a key that is not known, each of its values perhaps, where it has more than these."""
    items, result = dict(each.items), NOTHING
    for part in index:
        if type(part) is not Text or HOLE in part.value or not (part.value in items or each.rest):
            result = NOTHING
            break
        result = join(result, items.get(part.value, each.rest))
    values = values_of(each)
    return result or (join(perhaps(values), each.rest) if each.rest else values)


def values_of(each: Record) -> Type:
    """All that a record is known to hold."""
    result = NOTHING
    for _, item in each.items:
        result = join(result, item)
    return result


def _made_by_default(frame: Frame, each: Container, name: str) -> Type:
    """`defaultdict(list)[name]`: a list for each key."""
    # Whoever makes the dict says so before anybody can ask it.
    defaults = frame.engine.slots.get(("default", each.site)) if each.kind == "dict" else None
    result = NOTHING
    for kind in defaults.type if defaults is not None else ():
        if type(kind) is Text:
            made = one(Container, (each.site, name), kind.value)
            frame.engine.write(("item", each.site, name), made)
            frame.engine.write(("content", each.site), made)
            result = join(result, made)
    return result


def wants_key_to_add(frame: Frame, each: Container, value: Type) -> bool:
    """Whether a function that keeps code under a key will be told that key: a registry."""
    # `HOOKS[name] = []`: what comes into the list comes later.
    is_list = _is_shared(each) and any(type(part) is Container for part in value)
    return (is_list or _holds_code(value)) and _want_texts(frame)


def wants_key_to_find(frame: Frame, each: Container, content: Type) -> bool:
    """Whether a registry will be told what it is asked for: what lies under a key that is not known here."""
    is_registry = sum(map(_is_code, content)) > 1
    if not is_registry and _is_shared(each):
        # So many lists that they count as anything are still lists.
        is_registry = any(type(part) in (Container, Unknown) for part in content) or (
            ("default", each.site) in frame.engine.slots
        )
    return is_registry and _want_texts(frame)


def _want_texts(frame: Frame) -> bool:
    """Ask the callers of a function, and of those around it, for texts; whether one of them is asked for the first time."""
    asked = False
    current: Frame | None = frame
    while current is not None:
        asked |= current.want_texts()
        current = current.scope
    return asked


def _is_shared(each: Container) -> bool:
    """Whether a dict is that of a module or class."""
    return type(each.site) is tuple and each.site[0] in ("global", "class")


def _holds_code(value: Type) -> bool:
    return any(_is_code(each) or (type(each) is Group and any(map(_holds_code, each.items))) for each in value)


def _is_code(each: Atom) -> bool:
    return type(each) in _CODE
