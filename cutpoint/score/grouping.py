"""Subjects → groups of models that people talk of: apps, and where one app holds most of a project, its packages or words."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from math import log
from typing import TYPE_CHECKING

from cutpoint.score.words import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cutpoint.score.subjects import Subjects

APP, PACKAGE, WORDS = "app", "package", "words"
OTHERS = "others"
GROUPINGS = (APP, PACKAGE, WORDS)
_MODELS = "models"


def groups_of(subjects: Subjects, by: str = "") -> dict[str, str]:
    """The group of each model.

    By default its app; what holds more than half of all goes by package, and what still does by words.
    """
    if by == PACKAGE:
        return {label: name or OTHERS for label, name in _by_package(subjects, subjects.labels).items()}
    if by == WORDS:
        return _by_words(subjects, subjects.labels)
    found = {label: model.app for label, model in subjects.models.items()}
    for part in () if by == APP else (_by_package, _by_words):
        largest, count = max(Counter(found.values()).items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))
        if 2 * count > len(found):
            inside = tuple(label for label, group in found.items() if group == largest)
            found |= {label: f"{largest}/{name}" if name else largest for label, name in part(subjects, inside).items()}
    return found


def _by_package(subjects: Subjects, labels: tuple[str, ...]) -> dict[str, str]:
    """What declares them, without what all names share: nothing where that is all there is."""
    steps = {label: _place(subjects.models[label].module) for label in labels}
    shared = sum(1 for _ in itertools.takewhile(lambda found: len(set(found)) == 1, zip(*steps.values(), strict=False)))
    return {label: ".".join(place[shared:]) for label, place in steps.items()}


def _place(module: str) -> tuple[str, ...]:
    return tuple(step for step in module.split(".") if step != _MODELS) or (module,)


def _by_words(subjects: Subjects, labels: tuple[str, ...]) -> dict[str, str]:
    """The word of its name that parts most of those that several share.

    The last word says what kind of thing it is (`OrderLine`, `ProductTranslation`), and those before it what it is about.
    """
    named = {label: words_of(subjects.models[label].name) for label in labels}
    words = {label: dict.fromkeys(found[:-1] or found) for label, found in named.items()}
    shared: Mapping[str, int] = Counter(word for found in words.values() for word in found)
    found: dict[str, str] = {}
    for label, own in words.items():
        several = [word for word in own if shared[word] > 1]
        # With c of n sharing it, a word parts most where c ln(n / c) is greatest.
        said = max(
            several, key=lambda word: (round(shared[word] * log(len(labels) / shared[word]), 9), word), default=""
        )
        found[label] = said or next(iter(own), "")
    return _merged(found)


def _merged(found: Mapping[str, str]) -> dict[str, str]:
    """A model that is alone with its word is in no group of its own: it is one of the others."""
    sizes: defaultdict[str, int] = defaultdict(int)
    for word in found.values():
        sizes[word] += 1
    return {label: word if sizes[word] > 1 else OTHERS for label, word in found.items()}
