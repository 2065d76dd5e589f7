"""`order.customer.name|default:"?"`, `a and not b.c`: what a template writes where a value is meant -> skeleton."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node

_NAME = re.compile(r"[A-Za-z_][\w-]*(?:\.\w+)*")
_QUOTED = re.compile(r"""_?\(?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\)?""")
_PIPED = re.compile(r"""(?:[^|"']|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')+""")
_CONSTANTS = {"True": True, "False": False, "None": None}
_COMPARING = frozenset({"==", "!=", "<", ">", "<=", ">=", "in", "is"})
_LONGEST_WAY = 8
"""Steps of one variable."""


def value_of(text: str, line: int) -> Node:
    """A variable or a literal, with the filters behind it."""
    first, *filters = _PIPED.findall(text) or [""]
    value = _plain(first.strip(), line)
    if not filters:
        return value
    return [sk.FILTERED, value, [_filter(each, line) for each in filters], line]


def _filter(text: str, line: int) -> list[Node]:
    name, colon, argument = text.partition(":")
    return [name.strip(), _plain(argument.strip(), line) if colon else sk.NO_VALUE]


def _plain(text: str, line: int) -> Node:
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    quoted = _QUOTED.fullmatch(text)
    if quoted is not None:
        return quoted[1][1:-1]
    if _NAME.fullmatch(text) is None:
        return [sk.OTHER, line]
    root, *steps = text.split(".")
    return lookup(root, steps[:_LONGEST_WAY], line)


def lookup(root: str, steps: list[str], line: int) -> Node:
    """A variable: what its name holds, and the steps from there."""
    attribute: Node = [sk.NAME, root, line]
    found: list[Node] = []
    for step in steps:
        attribute = [sk.ATTRIBUTE, attribute, step, line, line]
        found.append([step, attribute, [sk.CALL, attribute, [], [], line, line]])
    return [sk.LOOKUP, root, found, line]


def condition_of(words: list[str], line: int) -> Node:
    """What stands behind `{% if %}`: `or` binds weakest, then `and`, `not`, and comparisons."""
    for operator in ("or", "and"):
        parts = _split(words, operator)
        if len(parts) > 1:
            return [sk.BOOLEAN, operator, [condition_of(part, line) for part in parts]]
    if words and words[0] == "not":
        depth = next((index for index, word in enumerate(words) if word != "not"), len(words))
        inner = condition_of(words[depth:], line)
        return [sk.UNARY, "not", inner] if depth % 2 else inner
    for index, word in enumerate(words):
        if word in _COMPARING:
            left, right = words[:index], words[index + 1 :]
            negated = [each for each in (left[-1:], right[:1]) if each == ["not"]]
            left, right = [each for each in left if each != "not"], [each for each in right if each != "not"]
            operator = f"not {word}" if negated and word == "in" else word
            return [sk.COMPARE, value_of(" ".join(left), line), [operator], [value_of(" ".join(right), line)]]
    return value_of(" ".join(words), line)


def _split(words: list[str], operator: str) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for word in words:
        if word == operator:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts
