"""What few models have in common ties them, the rarer the more; what many have says nothing about any two of them."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Channel, Tie, tie
from cutpoint.domain.source import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cutpoint.score.subjects import Subjects

_FEW = 3
_MANY = 50
"""What more models have in common than these says next to nothing, and would tie each of them to each other one."""


def ties_by_rarity(
    subjects: Subjects, having: Mapping[str, Sequence[str]], channel: Channel, most: float, why: str
) -> Iterator[Tie]:
    """One for each two models that *having* (something in common -> labels) lists together, by inverse frequency.

    What more than the share *most* of all models have is left out, unless it is a few; *why* is said with its name.
    """
    total = len(subjects.models)
    for name, labels in sorted(having.items()):
        if len(labels) < 2 or len(labels) > max(_FEW, min(most * total, _MANY)):
            continue
        weight = log(total / len(labels)) / (len(labels) - 1)
        places = [Evidence(subjects.models[label].path, subjects.models[label].line) for label in labels]
        for at, one in enumerate(labels):
            for beyond, other in enumerate(labels[at + 1 :], at + 1):
                yield tie(one, other, channel, weight, f"{why} {name}", places[at], places[beyond])
