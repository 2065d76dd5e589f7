"""Names of models, fields and functions → names of operations, records and parameters that Python takes."""

from __future__ import annotations

import builtins
import keyword
import re
from functools import cache

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NO_WORD = re.compile(r"\W+")
_BUILTINS = frozenset(dir(builtins))
_ES = ("s", "x", "z", "ch", "sh")
_ONE_IN_S = ("ss", "us", "as", "is")
_ALREADY_MANY = frozenset({"data", "media", "metadata", "news", "series"})


@cache
def snake(name: str) -> str:
    """`OrderLine` → `order_line`; what is no letter, digit or underscore becomes one underscore."""
    plain = _NO_WORD.sub("_", name).strip("_")
    return _HUMP.sub("_", plain).lower().replace("__", "_") or "it"


def model_word(label: str) -> str:
    """`shop.OrderLine` → `order_line`."""
    return snake(label.rpartition(".")[2])


@cache
def plural(word: str) -> str:
    """`order_line` → `order_lines`; a word that looks like many already stays as it is."""
    head, underscore, last = word.rpartition("_")
    if last in _ALREADY_MANY or (last.endswith("s") and not last.endswith(_ONE_IN_S) and len(last) > 3):
        return word
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        many = f"{last[:-1]}ies"
    elif last.endswith(_ES):
        many = f"{last}es"
    else:
        many = f"{last}s"
    return f"{head}{underscore}{many}"


def variable(name: str) -> str:
    """A name for a parameter or field: never a keyword, and nothing that starts with a digit."""
    found = snake(name)
    if found[0].isdigit():
        found = f"n{found}"
    return f"{found}_" if keyword.iskeyword(found) or found in {"self", "header"} else found


def class_name(name: str) -> str:
    """`order_line` or `OrderLine` → `OrderLine`."""
    parts = [part for part in _NO_WORD.sub("_", name).split("_") if part]
    found = "".join(part[:1].upper() + part[1:] for part in parts) or "It"
    return f"N{found}" if found[0].isdigit() else found


def is_taken(name: str) -> bool:
    """Whether Python uses it for something of its own."""
    return keyword.iskeyword(name) or keyword.issoftkeyword(name) or name in _BUILTINS
