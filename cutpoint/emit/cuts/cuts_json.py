"""Cut points → JSON in the words of the published format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.cut import Alternative, CutPoint, Item, Metric, Question, Seam, Sided
from cutpoint.domain.source import Evidence
from cutpoint.emit.json_text import json_text
from cutpoint.emit.report import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable


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
    factors: tuple[FactorRow, ...]
    bill: tuple[Item, ...]
    effort: float
    seam: Seam
    stability: float
    metrics: tuple[Metric, ...]
    remarks: tuple[str, ...]
    sides: tuple[Sided, ...]
    alternatives: tuple[Alternative, ...]
    questions: tuple[Question, ...]


class CutsReport(msgspec.Struct, frozen=True):
    """What `cuts` answers."""

    schema_version: str
    cut_points: tuple[CutRow, ...]
    parts: tuple[tuple[str, ...], ...]
    """One community for every model, of `cuts list`."""
    advice: tuple[str, ...]


def cuts_json(points: Iterable[CutPoint], parts: tuple[tuple[str, ...], ...] = (), advice: tuple[str, ...] = ()) -> str:
    """*points* in their order."""
    return json_text(CutsReport(SCHEMA_VERSION, tuple(map(_row, points)), parts, advice))


def _row(point: CutPoint) -> CutRow:
    said = {name: getattr(point, name) for name in CutRow.__struct_fields__ if name != "factors"}
    factors = tuple(
        FactorRow(each.name, each.weight, each.value, each.points, each.why, each.evidence) for each in point.factors
    )
    return CutRow(**said, factors=factors)
