"""Shared columns: models that both have a rare column, such as `scopes`, are of one matter."""

from __future__ import annotations

from collections import defaultdict
from math import log
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Channel, Tie, tie
from cutpoint.domain.source import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.score.subjects import Subjects

CHANNEL = Channel.FIELDS

_MOST = 0.06


def ties(subjects: Subjects) -> Iterator[Tie]:
    """One for each two models and each rare name of a column without a relation that both have."""
    having: defaultdict[str, list[str]] = defaultdict(list)
    for model in subjects.models.values():
        links = {relation.name for relation in model.relations}
        for name in sorted({field.name for field in model.fields if not field.primary_key} - links):
            having[name].append(model.label)
    total = len(subjects.models)
    for name, labels in sorted(having.items()):
        if len(labels) < 2 or len(labels) > max(3, _MOST * total):
            continue
        weight = log(total / len(labels)) / (len(labels) - 1)
        places = [Evidence(subjects.models[label].path, subjects.models[label].line) for label in labels]
        for at, one in enumerate(labels):
            for beyond, other in enumerate(labels[at + 1 :], at + 1):
                yield tie(one, other, CHANNEL, weight, f"both have a column {name}", places[at], places[beyond])
