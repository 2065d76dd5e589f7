"""Names of operations and records → keys that a format allows, each of them there once."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_NO_KEY = re.compile(r"[^A-Za-z0-9._-]")
_LONGEST = 120
"""A file system takes 255 bytes for a name, and a person reads fewer."""


def keys_of(names: Iterable[str]) -> dict[str, str]:
    """Each name with its key of ASCII letters, digits, `.`, `_` and `-`; keys differ by more than upper and lower case."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(set(names)):
        key = _NO_KEY.sub("_", name).lstrip(".-") or "_"
        if len(key) > _LONGEST:
            key = f"{key[:_LONGEST]}_{_digest(name)}"
        # A disk may not tell `OrderData` from `Orderdata`.
        number, unique = 1, key
        while unique.casefold() in taken:
            number += 1
            unique = f"{key}_{number}"
        taken.add(unique.casefold())
        found[name] = unique
    return found


def _digest(name: str) -> str:
    return hashlib.blake2b(name.encode("utf-8", "backslashreplace"), digest_size=6).hexdigest()
