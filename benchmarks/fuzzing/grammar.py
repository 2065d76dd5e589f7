"""A grammar and a source of chance go in, a text comes out: each `<name>` in a production is replaced by one of that name's.

A grammar is a text. `[name]` begins what a name may become, one production a line; after `[name:]` productions have several
lines and are parted by a line `--`. A name's first production ends what is too deep, so it should be the plainest.
`<name*>` are up to three, one a line, and `<name,>` up to three with commas between. What is in angles and no name stays.
"""

import random
import re
from collections.abc import Mapping
from pathlib import Path

Grammar = Mapping[str, list[str]]

_HEAD = re.compile(r"\[([a-z_0-9]+)(:?)\]")
_NAME = re.compile(r"<([a-z_0-9]+)([*,]?)>")
_DEEPEST = 8
_LONGEST = 4_000
"""Letters of one expansion, after which only first productions are taken."""


def read_grammar(*names: str) -> Grammar:
    """The grammars of those *names* beside this file, as one."""
    grammar: dict[str, list[str]] = {}
    for name in names:
        _read(Path(__file__).with_name(name).read_text(), grammar)
    return grammar


def _read(text: str, grammar: dict[str, list[str]]) -> None:
    several, lines, productions = False, [], []
    for line in [*text.splitlines(), "[end:]"]:
        head = _HEAD.fullmatch(line)
        if several and lines and (head or line == "--"):
            productions.append("\n".join(lines).strip("\n"))
            lines = []
        if head:
            productions = grammar.setdefault(head[1], [])
            several = bool(head[2])
        elif several and line != "--":
            lines.append(line)
        elif not several and line:
            productions.append(line)


class Expansion:
    """Texts that *chance* makes of a *grammar*."""

    def __init__(self, grammar: Grammar, chance: random.Random) -> None:
        self._grammar = grammar
        self._chance = chance
        self._written = 0

    def of(self, name: str) -> str:
        """One text for *name*."""
        self._written = 0
        return self._expanded(name, 0)

    def _expanded(self, name: str, depth: int) -> str:
        productions = self._grammar[name]
        # The deeper, the plainer: else most of a text would be one expression.
        is_much = depth > _DEEPEST or self._written > _LONGEST or self._chance.random() < depth / 20
        production = productions[0] if is_much else self._chance.choice(productions)
        self._written += len(production)
        return "\n".join(self._filled(line, depth + 1) for line in production.split("\n"))

    def _filled(self, line: str, depth: int) -> str:
        """*line* with its names replaced; what has several lines keeps the indentation of the first."""
        indent = line[: len(line) - len(line.lstrip())]

        def fill(match: re.Match[str]) -> str:
            name, times = match.groups()
            if name not in self._grammar:
                return match[0]
            if not times:
                found = self._expanded(name, depth)
            elif times == "*":
                found = "\n".join(self._expanded(name, depth) for _ in range(self._chance.randint(1, 3)))
            else:
                found = ", ".join(self._expanded(name, depth) for _ in range(self._chance.randint(0, 3)))
            return found.replace("\n", f"\n{indent}")

        return _NAME.sub(fill, line)
