"""What all formats say alike: names that are harmless and not endless, counts, and how certainty looks."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.domain.picture import KINDS
from cutpoint.emit.doubts import text_of
from cutpoint.emit.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.picture import Arrow, Picture

INCOMPLETE = "incomplete: files were lost on the way"
"""What a drawing says of itself where something may be missing from it."""
_DOUBT_WIDTH = 100
MOST_CHARACTERS = 80
"""Of a name in a drawing; the whole of it is in the tooltip, and in the formats for machines."""


def shown(text: str) -> str:
    """*text* made harmless; a long one loses its middle, for the ends tell names apart."""
    whole = drawable(text)
    if len(whole) <= MOST_CHARACTERS:
        return whole
    half = (MOST_CHARACTERS - 1) // 2
    return f"{whole[:half]}…{whole[-half:]}"


def drawable(text: str) -> str:
    """*text* made harmless, and legal in XML: two code points steer nothing, and yet no XML may hold them."""
    return safe(text).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")


def doubts_said(picture: Picture) -> list[str]:
    """What a drawing says of itself besides, in lines that are not too long."""
    return [part for doubt in picture.doubts for part in wrap(drawable(text_of(doubt)), _DOUBT_WIDTH)]


class Pair:
    """All arrows from one node to another: one line of a drawing."""

    def __init__(self, picture: Picture, arrows: Iterable[Arrow]) -> None:
        order = KINDS[picture.of]
        self.arrows = sorted(arrows, key=lambda arrow: order.index(arrow.kind))

    @property
    def source(self) -> str:
        """The id of the node that needs the other."""
        return self.arrows[0].source

    @property
    def target(self) -> str:
        """The id of the node that is needed."""
        return self.arrows[0].target

    @property
    def count(self) -> int:
        """Places, of all kinds together."""
        return sum(arrow.count for arrow in self.arrows)

    @property
    def strongest(self) -> Certainty:
        """How sure it is that there is any need at all."""
        ranks = list(Certainty)
        return min((arrow.strongest for arrow in self.arrows), key=ranks.index)

    @property
    def label(self) -> str:
        """The counts by kind, the gravest first: `3 write, 12 read`."""
        return ", ".join(f"{arrow.count} {arrow.kind}" for arrow in self.arrows)

    @property
    def gravest(self) -> str:
        """The first of its kinds."""
        return self.arrows[0].kind


def pairs(picture: Picture) -> list[Pair]:
    """One for every two nodes with arrows, sorted by their ids."""
    found: dict[tuple[str, str], list[Arrow]] = {}
    for arrow in picture.arrows:
        found.setdefault((arrow.source, arrow.target), []).append(arrow)
    return [Pair(picture, arrows) for _, arrows in sorted(found.items())]


def numbered(picture: Picture) -> dict[str, str]:
    """A short harmless name for each node, by its id: what a format needs where names can be anything."""
    return {node.id: f"n{number}" for number, node in enumerate(picture.nodes)}
