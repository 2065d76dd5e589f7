"""Shared words: `ApiToken` and `ApiGrant` share a rare word of their names; a word that many models have says nothing."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Channel, Tie
from cutpoint.score.rarity import ties_by_rarity
from cutpoint.score.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.score.subjects import Subjects

CHANNEL = Channel.WORDS

# A word of more models than this share of all says nothing about any two of them.
_MOST = 0.25


def ties(subjects: Subjects) -> Iterator[Tie]:
    """One for each two models and each word that they share; the rarer, the heavier."""
    having: defaultdict[str, list[str]] = defaultdict(list)
    for model in subjects.models.values():
        for word in sorted(set(words_of(model.name))):
            having[word].append(model.label)
    yield from ties_by_rarity(subjects, having, CHANNEL, _MOST, "both are called")
