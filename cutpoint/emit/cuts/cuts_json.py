"""Cut points → JSON in the words of the published format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.doubt import Doubt
from cutpoint.emit.cuts.cut_rows import CutRow, brief, cut_row
from cutpoint.emit.json_text import json_text, schema_text
from cutpoint.emit.report import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.cut import CutPoint, CutPoints
    from cutpoint.domain.doubt import Doubt


class CutsReport(msgspec.Struct, frozen=True):
    """What `cutpoint cuts` writes; lists are sorted, and the same input gives the same bytes."""

    schema_version: str
    complete: bool
    """False when anything was lost on the way, and so may be missing here."""
    doubts: tuple[Doubt, ...]
    """Why all of it is doubtful, the gravest reason first."""
    cut_points: tuple[CutRow, ...]
    """The best first, or the asked one."""
    parts: tuple[tuple[str, ...], ...]
    """Of `cuts list`: one community for every model."""
    advice: tuple[str, ...]
    """Of `cuts list`: about cutting this project at all."""


def cuts_json(points: Iterable[CutPoint], *, complete: bool = True, doubts: tuple[Doubt, ...] = ()) -> str:
    """*points* in their order, with everything that is known of them."""
    return json_text(CutsReport(SCHEMA_VERSION, complete, doubts, tuple(map(cut_row, points)), (), ()))


def list_json(found: CutPoints, *, verbose: bool = False, complete: bool = True, doubts: tuple[Doubt, ...] = ()) -> str:
    """All that is proposed; without *verbose*, bills are summed up by kind, and sides say their strongest reason."""
    points = found.cut_points if verbose else tuple(map(brief, found.cut_points))
    return json_text(
        CutsReport(SCHEMA_VERSION, complete, doubts, tuple(map(cut_row, points)), found.parts, found.advice)
    )


def cuts_schema() -> str:
    """The JSON Schema of what `cuts list`, `cuts find` and `cuts show` write, sorted and indented."""
    return schema_text("cutpoint cuts", CutsReport)
