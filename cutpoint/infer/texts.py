"""Texts of which parts are known: concatenation, `%`, format and f-strings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cutpoint.domain.types import (
    HOLE,
    MOST_TEXTS,
    NOTHING,
    PLAIN,
    Constant,
    Group,
    Items,
    Nothing,
    Record,
    Text,
    Type,
    join,
    one,
)

if TYPE_CHECKING:
    from cutpoint.infer.frame import Frame

# Longer texts are templates or documents; SQL of a megabyte is read as it is but never put together.
_LONGEST = 200_000
_MOST_TEXTS = 4


def texts_in(value: Type) -> list[str] | None:
    """The texts that *value* may be; None when it may be something else of which nothing is known."""
    found: list[str] = []
    for each in value:
        if type(each) is Text:
            found.append(each.value)
        elif type(each) is Constant:
            found.append(str(each.value))
        else:
            return None
    return found or None


def texts_within(value: Type) -> list[str]:
    """Every text in *value* and in the containers that it may be, in order."""
    found: list[str] = []
    for each in value:
        if type(each) is Text:
            found.append(each.value)
        elif type(each) is Group:
            found += [text for item in each.items for text in texts_within(item)]
        elif type(each) is Items:
            found += texts_within(each.item)
    return found


def concatenated(parts: list[Type], *, holes: bool = False) -> Type | None:
    """The text of `a + b` or of an f-string; None when no part is known to be a text."""
    if not holes and not any(type(each) is Text for part in parts for each in part):
        return None
    results = [""]
    for part in parts:
        options = texts_in(part) or [HOLE]
        # One name of many is as many texts; where two parts vary, their combinations soon are too many.
        if len(options) > 1 and len(options) * len(results) > (_MOST_TEXTS if len(results) > 1 else MOST_TEXTS):
            options = [HOLE]
        results = [before + option for before in results for option in options]
    return _texts(results)


def _texts(results: list[str]) -> Type:
    value = NOTHING
    for result in results:
        if len(result) > _LONGEST:
            return PLAIN
        value = join(value, one(Text, re.sub(f"{HOLE}+", HOLE, result)))
    return value


_PLACEHOLDER = re.compile(r"%(?:\((\w+)\))?[-#0 +]*(?:\d+|\*)?(?:\.\d+)?([sdrifgeExXoc%])")


def formatted(_frame: Frame, parts: list[Type]) -> Type | None:
    """The text of `template % values`; None when the template is no known text."""
    templates = [each.value for each in parts[0] if type(each) is Text]
    if not templates or len(parts) != 2 or len(templates) != len(parts[0]):
        return None
    return _texts([_filled(template, parts[1]) for template in templates[:_MOST_TEXTS]])


def _filled(template: str, value: Type) -> str:
    given: list[str] = []
    named: dict[str, str] = {}
    for each in value:
        if type(each) is Group:
            given = [_first(item) for item in each.items]
        elif type(each) is Record:
            named = {name: _first(item) for name, item in each.items}
        elif type(each) is Text:
            given = [each.value]
    position = 0

    def fill(found: re.Match[str]) -> str:
        nonlocal position
        if found[2] == "%":
            return "%"
        if found[1]:
            return named.get(found[1], HOLE)
        position += 1
        return given[position - 1] if position <= len(given) else HOLE

    return _PLACEHOLDER.sub(fill, template)


def _first(value: Type) -> str:
    texts = texts_in(value)
    return texts[0] if texts is not None and len(texts) == 1 else HOLE


_FIELD = re.compile(r"\{\{|\}\}|\{([^{}:!]*)[^{}]*\}")


def format_called(template: str, arguments: tuple[Type, ...], keywords: tuple[tuple[str | None, Type], ...]) -> str:
    """`template.format(*arguments, **keywords)`."""
    named = {name: _first(value) for name, value in keywords if name}
    position = 0

    def fill(found: re.Match[str]) -> str:
        nonlocal position
        if found[0] in ("{{", "}}"):
            return found[0][0]
        name = found[1]
        if name == "":
            position += 1
            return _first(arguments[position - 1]) if position <= len(arguments) else HOLE
        if name.isdigit():
            return _first(arguments[int(name)]) if int(name) < len(arguments) else HOLE
        return named.get(name, HOLE)

    return _FIELD.sub(fill, template)


def want_sql(frame: Frame, arguments: tuple[Type, ...]) -> None:
    """Ask for the text that the first argument is, if it came from a caller and nothing is known of it."""
    texts = texts_in(arguments[0]) if arguments else []
    if texts is None or any(HOLE in text for text in texts):
        frame.want_texts()


def is_none(value: Type) -> bool:
    """Whether *value* is certainly None."""
    return bool(value) and all(type(each) is Nothing for each in value)
