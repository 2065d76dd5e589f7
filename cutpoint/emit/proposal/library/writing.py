"""Pieces of Python text: literals, docstrings, and calls and signatures that are broken into lines where they are long."""

from __future__ import annotations

import keyword
import textwrap
from typing import TYPE_CHECKING

import msgspec

from cutpoint.emit.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_WIDTH = 88


def quoted(text: str) -> str:
    """*text* as a literal, in double quotes where that needs no more escapes."""
    # What a CI log would take for a command of its own is none in there.
    literal = repr(text).replace("##[", "##\\x5b")
    return f'"{literal[1:-1]}"' if literal.startswith("'") and '"' not in literal else literal


def docstring(lines: Sequence[str], indent: int) -> str:
    """A docstring of paragraphs or lines, whatever stands in them."""
    pad = " " * indent
    said = [safe(each).replace("\\", "\\\\").replace('"""', '\\"\\"\\"') for each in lines]
    if len(said) == 1 and len(said[0]) <= _WIDTH - indent - 6 and not said[0].endswith('"'):
        return f'{pad}"""{said[0]}"""\n'
    found: list[str] = []
    for number, line in enumerate(said):
        inner = line[: len(line) - len(line.lstrip())]
        wrapped = textwrap.wrap(
            line.strip(),
            _WIDTH - indent - len(inner) - (0 if number else 3),
            subsequent_indent="  " if inner else "",
            break_long_words=False,
            break_on_hyphens=False,
        )
        found += [f"{pad}{inner}{part}" for part in wrapped] or [""]
    found[0] = f'{pad}"""{found[0][indent:]}'
    return "\n".join([*found, f'{pad}"""']) + "\n"


class Code(msgspec.Struct, frozen=True):
    """An expression in brackets, which may be broken into lines: a call or a dict."""

    head: str
    """Up to the opening bracket."""
    items: tuple[Code | str, ...]
    tail: str = ""
    """What follows the closing one."""

    @property
    def flat(self) -> str:
        """On one line."""
        return f"{self.head}{', '.join(flat(item) for item in self.items)}{_CLOSING[self.head[-1]]}{self.tail}"


_CLOSING = {"(": ")", "[": "]", "{": "}"}


def call(function: str, *items: Code | str) -> Code:
    """`function(items)`."""
    return Code(f"{function}(", items)


def dictionary(pairs: Mapping[str, Code | str]) -> Code:
    """A dict of literals to expressions."""
    return Code("{", tuple(prefixed(f"{quoted(key)}: ", value) for key, value in pairs.items()))


def prefixed(prefix: str, code: Code | str) -> Code | str:
    """*code* with something before it."""
    return f"{prefix}{code}" if isinstance(code, str) else Code(f"{prefix}{code.head}", code.items, code.tail)


def attribute(value: Code | str, name: str) -> Code | str:
    """The attribute *name* of *value*; not every name can be written after a dot."""
    # Inside of classes Python changes names that begin, and don't end, with two underscores.
    is_changed = name.startswith("__") and not name.endswith("__")
    if not name.isidentifier() or keyword.iskeyword(name) or is_changed:
        return call("getattr", value, quoted(name))
    return f"{value}.{name}" if isinstance(value, str) else Code(value.head, value.items, f"{value.tail}.{name}")


def laid_out(code: Code | str, indent: int, before: int = 0, after: int = 0) -> str:
    """*code* as it is written at *indent*, behind *before* characters and before *after*; its first line is not indented."""
    line = flat(code)
    if isinstance(code, str) or not code.items or indent + before + len(line) + after <= _WIDTH or _is_generator(code):
        return line
    pad = " " * (indent + 4)
    inner = "".join(f"{pad}{laid_out(item, indent + 4, 0, 1)},\n" for item in code.items)
    return f"{code.head}\n{inner}{' ' * indent}{_CLOSING[code.head[-1]]}{code.tail}"


def _is_generator(code: Code) -> bool:
    """Whether a comma behind its only item would be a mistake."""
    return len(code.items) == 1 and code.head.endswith("tuple(")


def flat(code: Code | str) -> str:
    """*code* on one line."""
    return code if isinstance(code, str) else code.flat


def tuple_of(items: Sequence[Code | str]) -> Code | str:
    """A tuple; one of a single item stays on its line."""
    return Code("(", tuple(items)) if len(items) > 1 else f"({''.join(f'{flat(item)},' for item in items)})"


def spread(head: str, items: Iterable[Code | str], tail: str, indent: int) -> str:
    """`head(items)tail` on one line if it fits, otherwise with one item on a line; its first line is not indented."""
    return laid_out(Code(head, tuple(items), tail), indent)
