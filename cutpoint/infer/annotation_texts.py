"""An annotation written as a text, `"list[Order] | None"` -> its skeleton."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node

_TOKEN = re.compile(r"\s*([\w.]+|[\[\],|]|\"[^\"]*\"|'[^']*')")


def parsed(text: str) -> Node:
    """The skeleton of an annotation that was written as a text; None when it cannot be read."""
    tokens = _TOKEN.findall(text[:500])
    node, rest = _parse_or(tokens)
    return node if not rest else [sk.NOTHING]


def _parse_or(tokens: list[str]) -> tuple[Node, list[str]]:
    node, tokens = _parse_one(tokens)
    operands = [node]
    while tokens and tokens[0] == "|":
        node, tokens = _parse_one(tokens[1:])
        operands.append(node)
    return (operands[0] if len(operands) == 1 else [sk.BINARY, "|", operands]), tokens


def _parse_one(tokens: list[str]) -> tuple[Node, list[str]]:
    if not tokens or not (tokens[0][0].isidentifier() or tokens[0][0] in "\"'"):
        return [sk.NOTHING], tokens[1:]
    first, tokens = tokens[0], tokens[1:]
    if first[0] in "\"'":
        return first[1:-1], tokens
    node: Node = None
    if first != "None":
        parts = first.split(".")
        node = [sk.NAME, parts[0], 0]
        for part in parts[1:]:
            node = [sk.ATTRIBUTE, node, part, 0, 0]
    if tokens and tokens[0] == "[":
        items: list[Node] = []
        tokens = tokens[1:]
        while tokens and tokens[0] != "]":
            item, tokens = _parse_or(tokens)
            items.append(item)
            if tokens and tokens[0] == ",":
                tokens = tokens[1:]
        node = [sk.SUBSCRIPT, node, items[0] if len(items) == 1 else [sk.TUPLE, items, 0], 0, 0]
        tokens = tokens[1:]
    return node, tokens
