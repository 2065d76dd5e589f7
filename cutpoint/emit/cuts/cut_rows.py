"""Cut points → rows of the published format: the words that all reports about cuts share."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from cutpoint.domain.cut import Alternative, CutPoint, Item, Metric, Offer, Question, Seam, Sided, ThirdParty, Verdict
from cutpoint.domain.source import Evidence

MOST_PLACES = 5
"""Places of a kind of item in the list."""


class FactorRow(msgspec.Struct, frozen=True):
    """One line of the invoice; *points* is weight times value, and the score is their sum."""

    name: str
    weight: float
    value: float
    points: float
    why: str
    evidence: tuple[Evidence, ...]


class CutRow(msgspec.Struct, frozen=True):
    """A cut point."""

    id: str
    rank: int
    name: str
    sources: tuple[str, ...]
    apps: tuple[str, ...]
    models: tuple[str, ...]
    modules: tuple[str, ...]
    functions: tuple[str, ...]
    score: float
    verdict: Verdict
    summary: tuple[str, ...]
    factors: tuple[FactorRow, ...]
    bill: tuple[Item, ...]
    effort: float
    seam: Seam
    stability: float
    metrics: tuple[Metric, ...]
    sides: tuple[Sided, ...]
    third_party: tuple[ThirdParty, ...]
    offers: tuple[Offer, ...]
    alternatives: tuple[Alternative, ...]
    questions: tuple[Question, ...]


def brief(point: CutPoint) -> CutPoint:
    """*point* with its bill summed up by kind, and the strongest reason for each side."""
    by_kind: defaultdict[str, list[Item]] = defaultdict(list)
    for item in point.bill:
        by_kind[item.kind].append(item)
    bill = (_summed(kind, items, point.id) for kind, items in by_kind.items())
    sides = (
        msgspec.structs.replace(
            side,
            reasons=tuple(msgspec.structs.replace(reason, evidence=reason.evidence[:1]) for reason in side.reasons[:1]),
        )
        for side in point.sides
    )
    return msgspec.structs.replace(
        point, bill=tuple(sorted(bill, key=lambda item: (-item.effort, item.kind))), sides=tuple(sides)
    )


def _summed(kind: str, items: list[Item], cut: str) -> Item:
    """One item for all of a kind; the places are those of the dearest."""
    places = dict.fromkeys(place for item in items for place in item.evidence[:1])
    what = f"{len(items)} of this kind, which `cutpoint cuts show {cut}` lists"
    changing = {place for item in items if item.effort for place in item.evidence}
    return Item(kind, what, float(len(changing)), tuple(places)[:MOST_PLACES])


def cut_row(point: CutPoint) -> CutRow:
    """*point* with everything that is known of it."""
    said = {name: getattr(point, name) for name in CutRow.__struct_fields__ if name != "factors"}
    factors = tuple(
        FactorRow(each.name, each.weight, each.value, each.points, each.why, each.evidence) for each in point.factors
    )
    return CutRow(**said, factors=factors)
