"""Use in one module: what the functions of one file work with; what only one of them needs says less."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Channel, Tie
from cutpoint.domain.source import Evidence
from cutpoint.score.co_use import ties_of_groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.score.subjects import Subjects

CHANNEL = Channel.MODULE


def ties(subjects: Subjects) -> Iterator[Tie]:
    """One for each two models that the code of some module uses."""
    groups: defaultdict[str, dict[str, Evidence]] = defaultdict(dict)
    functions: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for access in subjects.accesses:
        for label in subjects.touched(access):
            groups[access.module].setdefault(label, Evidence(access.path, access.line))
            functions[access.module, label].add(access.function)
    times = {key: len(found) for key, found in functions.items()}
    yield from ties_of_groups(groups, CHANNEL, "used together in", times)
