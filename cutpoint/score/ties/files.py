"""One file: models that are written down in one module were meant together by whoever wrote them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Channel, Tie
from cutpoint.domain.source import Evidence
from cutpoint.score.co_use import ties_of_groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.score.subjects import Subjects

CHANNEL = Channel.FILE


def ties(subjects: Subjects) -> Iterator[Tie]:
    """One for each two models of a module that holds few; one that holds many says nothing about any two."""
    groups: defaultdict[str, dict[str, Evidence]] = defaultdict(dict)
    for model in subjects.models.values():
        groups[model.module][model.label] = Evidence(model.path, model.line)
    yield from ties_of_groups(groups, CHANNEL, "written down in one file,")
