"""Use from one place: helpers that one function calls, and what they read and write for it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Channel, Tie
from cutpoint.domain.source import Evidence
from cutpoint.score.co_use import ties_of_groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.score.subjects import Subjects

CHANNEL = Channel.ENTRY


def ties(subjects: Subjects) -> Iterator[Tie]:
    """One for each two models that code uses on behalf of one function, when some of it lies elsewhere."""
    groups: defaultdict[str, dict[str, Evidence]] = defaultdict(dict)
    calling: set[str] = set()
    for access in subjects.accesses:
        heads = {way[0] for way in access.ways if way} or ({access.chain[0]} if access.chain else set())
        calling |= {head.function for head in heads}
        places = [(head.function, Evidence(head.path, head.line)) for head in sorted(heads)]
        for function, place in places or [(access.function, Evidence(access.path, access.line))]:
            for label in subjects.touched(access):
                groups[function].setdefault(label, place)
    yield from ties_of_groups({name: groups[name] for name in calling}, CHANNEL, "used together on behalf of")
