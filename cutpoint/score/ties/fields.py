"""Shared columns: models that both have a rare column, such as `scopes`, are of one matter."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Channel, Tie
from cutpoint.score.rarity import ties_by_rarity

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
    yield from ties_by_rarity(subjects, having, CHANNEL, _MOST, "both have a column")
