"""Identifiers → their words, folded so that `OrderLines` and `order_line` share them."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\W\d_]+")


def words_of(identifier: str) -> tuple[str, ...]:
    """The words of an identifier in lower case and singular, in their order."""
    return tuple(_singular(word.lower()) for word in _WORD.findall(identifier))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
