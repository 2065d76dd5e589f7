"""Texts out of parts: joined where all are known; else an Unknown that still tells the literal ones."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

from cutpoint.domain.values import HOLE, Mapping, Unknown, Value, check_size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.values import Place

_PARSE = Formatter().parse


def put_together(parts: list[Value], place: Place | None = None) -> Value:
    """The text of plain *parts*; raises TooLargeError."""
    told = [part_of(part) for part in parts]
    text = joined("", told)
    if all(isinstance(part, str | int) for part in parts):
        return text
    while HOLE * 2 in text:
        text = text.replace(HOLE * 2, HOLE)
    return Unknown("a text with unknown parts", place, text)


def part_of(value: Value) -> str:
    """What is known of a plain *value* as a part of a text."""
    if isinstance(value, str | int):
        return str(value)
    return value.text or HOLE if type(value) is Unknown else HOLE


def joined(separator: str, parts: list[str]) -> str:
    """`separator.join(parts)`; raises TooLargeError."""
    check_size(sum(map(len, parts)) + len(separator) * len(parts))
    return separator.join(parts)


def formatted(text: str, arguments: list[Value], keywords: dict[str, Value]) -> Value:
    """`text.format(…)` of plain values; a field that says more than which value is a part that isn't known."""
    try:
        return put_together(list(_fields(text, arguments, keywords)))
    except ValueError:
        # Python would raise it as well: braces without a partner.
        return Unknown("a text with format specifications")


def _fields(text: str, arguments: list[Value], keywords: dict[str, Value]) -> Iterator[Value]:
    used = 0
    for literal, name, specification, conversion in _PARSE(text):
        yield literal
        if name is None:
            continue
        key = name or str(used)
        used += not name
        if key.isdigit():
            value = arguments[int(key)] if int(key) < len(arguments) else Unknown("an argument that is missing")
        else:
            value = keywords.get(key, Unknown("an argument that is missing"))
        yield Unknown("a format specification") if specification or conversion not in (None, "s") else value


def percent_parts(found: list[tuple[str, str, str]], values: Value) -> Iterator[Value]:
    """The parts of `text % values`, where *found* has (text before, key, letter) of each `%s` or `%(key)s`."""
    given = list(values) if type(values) is tuple else [values]
    used = 0
    for before, key, letter in found:
        yield before
        if letter == "%":
            yield "%"
        elif key:
            yield values.items.get(key) if type(values) is Mapping else Unknown("a value by name")
        else:
            yield given[used] if used < len(given) else Unknown("an argument that is missing")
            used += 1
