"""Use in one function: what one function reads and writes together is about one matter."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Channel, Tie
from cutpoint.domain.source import Evidence
from cutpoint.score.co_use import ties_of_groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.score.subjects import Subjects

CHANNEL = Channel.FUNCTION


def ties(subjects: Subjects) -> Iterator[Tie]:
    """One for each two models that some function uses."""
    groups: defaultdict[str, dict[str, Evidence]] = defaultdict(dict)
    for access in subjects.accesses:
        for label in subjects.touched(access):
            groups[access.function].setdefault(label, Evidence(access.path, access.line))
    yield from ties_of_groups(groups, CHANNEL, "used together in")
