"""Picture → CSV: one arrow per row, for a spreadsheet."""

from __future__ import annotations

import csv as standard
import io
from typing import TYPE_CHECKING

from cutpoint.emit.safe import safe

if TYPE_CHECKING:
    from cutpoint.domain.picture import Picture

COLUMNS = (
    "source",
    "source kind",
    "target",
    "target kind",
    "kind",
    "count",
    "implicit",
    "weakest",
    "strongest",
    "first place",
)
# What a spreadsheet takes for the start of a formula.
_FORMULA = ("=", "+", "-", "@")


def csv(picture: Picture) -> str:
    """*picture* with a row of titles; a name that a spreadsheet would take for a formula gets an apostrophe before it."""
    out = io.StringIO()
    writer = standard.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    nodes = {node.id: node for node in picture.nodes}
    for arrow in picture.arrows:
        source, target, first = nodes[arrow.source], nodes[arrow.target], arrow.evidence[0]
        writer.writerow(
            [
                cell(source.label),
                source.kind,
                cell(target.label),
                target.kind,
                arrow.kind,
                arrow.count,
                arrow.implicit,
                arrow.weakest,
                arrow.strongest,
                cell(f"{first.path}:{first.line}"),
            ]
        )
    return out.getvalue()


def cell(text: str) -> str:
    """*text*, harmless to terminals and to spreadsheets."""
    harmless = safe(text)
    return f"'{harmless}" if harmless.startswith(_FORMULA) else harmless
