"""Named after: of all models that `OrderLine` points at, `Order` is the one that it is a part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.cut import Channel, Tie, tie
from cutpoint.domain.source import Evidence
from cutpoint.score.ties.relations import weighed_relations
from cutpoint.score.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.score.subjects import Subjects

CHANNEL = Channel.NAMED_AFTER


def ties(subjects: Subjects) -> Iterator[Tie]:
    """One for each relation of which one end's name begins with all words of the other's; it ties as much again."""
    for model, relation, to, weight in weighed_relations(subjects):
        shorter, longer = sorted((words_of(model.name), words_of(subjects.models[to].name)), key=len)
        if shorter and len(shorter) < len(longer) and longer[: len(shorter)] == shorter:
            why = f"{model.label} points at {to}, and one is named after the other"
            yield tie(model.label, to, CHANNEL, weight, why, Evidence(relation.path, relation.line))
