"""A shared transaction: tables that are written in one atomic extent would need a saga once they are apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.domain.cut import Channel, Tie
from cutpoint.domain.source import Evidence
from cutpoint.score.co_use import ties_of_groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.score.subjects import Subjects

CHANNEL = Channel.TRANSACTION


def ties(subjects: Subjects) -> Iterator[Tie]:
    """One for each two models that some transaction writes."""
    groups: dict[str, dict[str, Evidence]] = {}
    for each in subjects.analysis.transactions:
        if each.is_generic:
            # Its users decide what is inside.
            continue
        written = {
            subjects.of_table[touched.table]: Evidence(each.path, each.line)
            for touched in each.written
            if touched.certainty is not Certainty.POSSIBLE and touched.table in subjects.of_table
        }
        # A function may open several.
        groups[f"{each.function} (line {each.line})"] = written
    yield from ties_of_groups(groups, CHANNEL, "written in one transaction in")
