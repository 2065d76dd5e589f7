"""What the types of arguments say: truth values, texts, the keys of dicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import HOLE, Constant, Group, Items, Record, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.types import Type


def is_true(value: Type | None) -> bool:
    """Whether the constant True may arrive."""
    return any(type(each) is Constant and each.value is True for each in value or ())


def is_false(value: Type | None) -> bool:
    """Whether the constant False may arrive."""
    return any(type(each) is Constant and each.value is False for each in value or ())


def known_texts(value: Type | None) -> tuple[str, ...] | None:
    """The texts in a list or tuple of them; None when not all are known."""
    found: list[str] = []
    for each in value or ():
        match each:
            case Text() if HOLE not in each.value:
                found.append(each.value)
            case Group():
                found += [text for item in each.items for text in known_texts(item) or (HOLE,)]
            case Items():
                found += known_texts(each.item) or (HOLE,)
            case _:
                return None
    return tuple(found) if found and HOLE not in found else None


def known_keys(value: Type | None) -> tuple[str, ...] | None:
    """The keys of a dict, sorted; None when not all are known."""
    keys: set[str] = set()
    for each in value or ():
        if type(each) is not Record or each.rest:
            return None
        keys.update(name for name, _ in each.items)
    return tuple(sorted(keys)) if value else None


def texts_inside(value: Type | None) -> Iterator[str]:
    """Every text of a type: those in lists and tuples, and the values of dicts, too."""
    for each in value or ():
        match each:
            case Text(value=text):
                yield text
            case Items(item=item) | Table(value=item):
                yield from texts_inside(item)
            case Group(items=items):
                for item in items:
                    yield from texts_inside(item)
            case Record(items=pairs):
                for _, item in pairs:
                    yield from texts_inside(item)
