"""Pieces of Python text: literals, docstrings, and calls and signatures that are broken into lines where they are long."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from cutpoint.emit.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_WIDTH = 88


def quoted(text: str) -> str:
    """*text* as a literal, in double quotes where that needs no more escapes."""
    literal = repr(text)
    return f'"{literal[1:-1]}"' if literal.startswith("'") and '"' not in literal else literal


def docstring(lines: Sequence[str], indent: int) -> str:
    """A docstring of paragraphs or lines, whatever stands in them."""
    pad = " " * indent
    said = [safe(each).replace("\\", "\\\\").replace('"""', '\\"\\"\\"') for each in lines]
    if len(said) == 1 and len(said[0]) < _WIDTH - indent - 6 and not said[0].endswith('"'):
        return f'{pad}"""{said[0]}"""\n'
    found = [f'{pad}"""{said[0]}']
    for line in said[1:]:
        inner = line[: len(line) - len(line.lstrip())]
        wrapped = textwrap.wrap(
            line.strip(),
            _WIDTH - indent - len(inner),
            subsequent_indent="  " if inner else "",
            break_long_words=False,
            break_on_hyphens=False,
        )
        found += [f"{pad}{inner}{part}" for part in wrapped] or [""]
    return "\n".join([*found, f'{pad}"""']) + "\n"


def spread(head: str, items: Iterable[str], tail: str, indent: int) -> str:
    """`head(a, b)tail` on one line if it fits, otherwise with one item on a line; without the indent of its first line."""
    each = list(items)
    brackets = {"(": ")", "[": "]", "{": "}"}
    opening = head[-1]
    flat = f"{head}{', '.join(each)}{brackets[opening]}{tail}"
    if len(flat) + indent <= _WIDTH and "\n" not in flat:
        return flat
    if not each:
        return flat
    pad = " " * (indent + 4)
    # A lone star takes a comma as well, but what follows it is never missing here.
    inner = "".join(f"{pad}{_deeper(item)},\n" for item in each)
    return f"{head}\n{inner}{' ' * indent}{brackets[opening]}{tail}"


def _deeper(item: str) -> str:
    return item.replace("\n", "\n    ")


def dictionary(pairs: Mapping[str, str]) -> str:
    """A dict of literals to expressions."""
    return "{" + ", ".join(f"{quoted(key)}: {value}" for key, value in pairs.items()) + "}"
