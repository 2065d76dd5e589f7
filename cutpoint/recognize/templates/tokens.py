"""The text of a template -> its tags and variables, each with its line; plain text and comments are left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

VARIABLE, TAG = "{{", "{%"
_CLOSING = {VARIABLE: "}}", TAG: "%}", "{#": "#}"}
_OPENING = re.compile(r"\{[{%#]")
_LONGEST = 4_000
"""Characters of one tag; Django's own are short, and a longer one says nothing that is understood."""
_SKIPPED = {"comment": "endcomment", "verbatim": "endverbatim", "raw": "endraw"}
_WORD = re.compile(r"""(?:[^\s"']*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')[^\s"']*)+|\S+""")


class Token(NamedTuple):
    """A tag or a variable."""

    kind: str
    text: str
    line: int


def tokens_of(text: str) -> Iterator[Token]:
    """Tags and variables in order, without those that `{% comment %}` and `{% verbatim %}` hide."""
    until = ""
    for token in _all_tokens(text):
        word = token.text.split(None, 1)[0] if token.kind == TAG and token.text else ""
        if until:
            until = "" if word == until else until
        elif word in _SKIPPED:
            until = _SKIPPED[word]
        else:
            yield token


def _all_tokens(text: str) -> Iterator[Token]:
    # As in Django, a tag never goes on in the next line.
    for number, line in enumerate(text.split("\n"), 1):
        at = 0
        absent: set[str] = set()
        while (opening := _OPENING.search(line, at)) is not None:
            start, kind = opening.end(), opening[0]
            end = -1 if kind in absent else line.find(_CLOSING[kind], start)
            if end < 0:
                # Nor does any later one of its kind in this line: looking again would take time for nothing.
                absent.add(kind)
                at = opening.start() + 1
                continue
            at = end + 2
            inside = line[start:end].strip()
            if kind != "{#" and len(inside) <= _LONGEST:
                yield Token(kind, inside, number)


def words_of(text: str) -> list[str]:
    """The parts of a tag, between spaces that stand in no quotes."""
    return _WORD.findall(text)
