"""Places that are missing and places that are too many → tables that only have another name, as when a model is renamed.

A table counts as renamed when it isn't there any more, when nothing was accepted about the other one, and when most of the
functions that touched it now do the same to the other one.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from cutpoint.domain.finding import Key

MOST_OF_THEM = 0.6
"""The share of a table's places that must have gone to the other one."""


def renamed_tables(
    surplus: Mapping[Key, int],
    deficit: Mapping[Key, int],
    accepted: Collection[Key],
    tables: Collection[str],
    renamed: Mapping[str, str],
) -> dict[str, str]:
    """Old name → new name; *tables* are those of today, *accepted* all keys that were known, *renamed* as in `compare`."""
    known = {key.subject for key in accepted}
    wanted: dict[tuple[str, ...], list[Key]] = {}
    for key in surplus:
        if key.subject in tables and key.subject not in known:
            wanted.setdefault(_at(key, key.module), []).append(key)
    lost: Counter[str] = Counter()
    votes: Counter[tuple[str, str]] = Counter()
    for key, count in deficit.items():
        if key.subject and key.subject not in tables:
            lost[key.subject] += count
            for subject in {other.subject for other in wanted.get(_at(key, renamed.get(key.module, key.module)), ())}:
                votes[key.subject, subject] += count
    names: dict[str, str] = {}
    for (before, after), count in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
        if count >= MOST_OF_THEM * lost[before] and before not in names and after not in names.values():
            names[before] = after
    return names


def _at(key: Key, module: str) -> tuple[str, ...]:
    # Services that are called after their apps have other names when an app has.
    return key.rule, key.action, module, key.function
