"""Names and texts of the analyzed project → Python that a proposal writes: nothing of them is ever more than a text."""

from __future__ import annotations

import keyword
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_NO_WORD = re.compile(r"[^0-9a-zA-Z]+")


def python_name(text: str, otherwise: str) -> str:
    """*text* as a name in lower case that Python takes; *otherwise* when nothing of it is left."""
    found = _NO_WORD.sub("_", text).strip("_").lower()[:40].strip("_")
    if not found or found[0].isdigit():
        found = f"{otherwise}_{found}" if found else otherwise
    return f"{found}_" if keyword.iskeyword(found) or keyword.issoftkeyword(found) else found


def python_texts(texts: Iterable[str]) -> list[str]:
    """Each once, sorted, as a text in Python."""
    return [double_quoted(text) for text in sorted(set(texts))]


def double_quoted(text: str) -> str:
    """*text* as Python has it, in double quotes as formatters want it."""
    # A CI log takes `##[error]` for a command, wherever it stands.
    shown = repr(text).replace("##[", "##\\x5b")
    if shown.startswith("'") and '"' not in shown and "\\'" not in shown:
        return f'"{shown[1:-1]}"'
    return shown


def indented(lines: Iterable[str], by: int = 4) -> str:
    """Items of a tuple, one on a line; the closing comma makes a tuple of a single one."""
    return "\n".join(f"{' ' * by}{each}," for each in lines)
