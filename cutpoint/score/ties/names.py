"""Shared words: `ApiToken` and `ApiGrant` share a rare word of their names; a word that many models have says nothing."""

from __future__ import annotations

from collections import defaultdict
from math import log
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Channel, Tie, tie
from cutpoint.domain.source import Evidence
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
    total = len(subjects.models)
    for word, labels in sorted(having.items()):
        if len(labels) < 2 or len(labels) > max(3, _MOST * total):
            continue
        weight = log(total / len(labels)) / (len(labels) - 1)
        places = [Evidence(subjects.models[label].path, subjects.models[label].line) for label in labels]
        for at, one in enumerate(labels):
            for beyond, other in enumerate(labels[at + 1 :], at + 1):
                yield tie(one, other, CHANNEL, weight, f"both are called {word}", places[at], places[beyond])
