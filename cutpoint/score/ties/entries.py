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
    ours = {module.path for module in subjects.analysis.catalog.modules}
    for access in subjects.accesses:
        heads = {way[0] for way in access.ways if way} or ({access.chain[0]} if access.chain else set())
        calling |= {head.function for head in heads}
        own = Evidence(access.path, access.line)
        # Where a library asks, what it asks for is the place of ours; templates of ours are no modules.
        places = [
            (
                head.function,
                Evidence(head.path, head.line) if head.path in ours or not head.path.endswith(".py") else own,
            )
            for head in sorted(heads)
        ]
        for function, place in places or [(access.function, own)]:
            for label in subjects.touched(access):
                groups[function].setdefault(label, place)
    yield from ties_of_groups({name: groups[name] for name in calling}, CHANNEL, "used together on behalf of")
