"""Any text → an identifier that Python takes, and that no other thing in its scope has."""

from __future__ import annotations

import keyword
import re
import unicodedata
from typing import TYPE_CHECKING

from cutpoint.domain.pythons import BUILTINS, STANDARD_MODULES

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST = 30
"""Names of packages are typed often: longer ones are cut after a word."""
_NO_WORD = re.compile(r"\W+")
_NO_MODULES = STANDARD_MODULES | BUILTINS


def identifier(text: str) -> str:
    """*text*, where it is a public name; otherwise the nearest one, and `it` when nothing is left."""
    # Python reads names in this form: two that differ before would be one.
    found = _NO_WORD.sub("_", unicodedata.normalize("NFKC", text)).strip("_")
    if found[:1].isdigit():
        found = f"n{found}"
    if text.endswith("_") and keyword.iskeyword(found):
        return f"{found}_"
    if not found.isidentifier():
        found = re.sub(r"[^0-9A-Za-z_]", "_", found).strip("_")
        found = f"n{found}" if found[:1].isdigit() else found
    if not found:
        return "it"
    return f"{found}_" if keyword.iskeyword(found) else found


def unique(names: Iterable[str], taken: Iterable[str] = (), *, mark: str = "_") -> tuple[str, ...]:
    """An identifier for each of *names*, in their order; those that would be there twice get a *mark* or a number."""
    seen = set(taken)
    found: list[str] = []
    for name in names:
        made = best = identifier(name)
        number = 1
        while made in seen:
            number += 1
            made = f"{best}{mark}" if mark and number == 2 and not best.endswith(mark) else f"{best}{mark}{number}"
        seen.add(made)
        found.append(made)
    return tuple(found)


def package_name(text: str, taken: Iterable[str]) -> str:
    """A name for a package: none of Python's own modules and builtins, and none of *taken*."""
    whole = identifier(text)
    stem = identifier(whole if len(whole) <= _MOST else whole[:_MOST].rpartition("_")[0] or whole[:_MOST]).lower()
    name = identifier(stem.removesuffix("_api") + "_api")
    return unique([name], _NO_MODULES.union(taken))[0]
