"""Analysis → what is to be seen first: shared tables, transactions that write across, circles, cut points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cutpoint.domain.access import Bucket
from cutpoint.domain.transaction import Label
from cutpoint.emit.cuts.words import verdict_said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.cut import CutPoint, CutPoints
    from cutpoint.domain.service import Services
    from cutpoint.domain.source import Evidence
    from cutpoint.emit.html.nouns import Nouns
    from cutpoint.emit.html.strings import Strings


def shared(analysis: Analysis, nouns: Nouns, strings: Strings) -> list[dict[str, Any]]:
    """Tables of the project that several apps write, those with most writers first."""
    found = [table for table in analysis.shared_tables if table.bucket is Bucket.OWN]
    return [
        {
            "table": nouns.table[table.table],
            "suggested": nouns.app.get(table.suggested_owner or "", -1),
            "reason": strings(table.reason),
            "writer": nouns.app.get(table.writer, -1),
            "moves": table.sites_to_move,
        }
        for table in sorted(found, key=lambda table: (-len(table.writers), -table.sites_to_move, table.table))
    ]


def transactions(analysis: Analysis, services: Services | None, nouns: Nouns, strings: Strings) -> list[dict[str, Any]]:
    """Those that write tables of several services, those with most services first."""
    owners = {table.name: table.owner for table in analysis.tables if table.bucket is Bucket.OWN}

    def service_of(table: str) -> str | None:
        if services is None or owners.get(table) is None:
            return owners.get(table)
        return services.of_table(table)

    rows: list[tuple[int, str, int, dict[str, Any]]] = []
    for each in analysis.transactions:
        if each.label(service_of) is not Label.WRITES_ACROSS:
            continue
        owned = {table: service_of(table) for extent in each.extents for table in extent.writes}
        # What frameworks write besides is nobody's reason for a saga.
        written = sorted(table for table, service in owned.items() if service is not None)
        several = {service for service in owned.values() if service is not None}
        row = {
            "path": strings(each.path),
            "line": each.line,
            "function": strings(each.function),
            "kind": strings(each.kind),
            "tables": [nouns.table[table] for table in written],
            "services": [strings(name) for name in sorted(several)],
        }
        rows.append((-len(several), each.path, each.line, row))
    return [row for *_, row in sorted(rows, key=lambda row: row[:3])]


def circles(analysis: Analysis, nouns: Nouns, strings: Strings) -> list[dict[str, Any]]:
    """Import cycles, the heaviest first, with the statements that are the cheapest to move."""
    return [
        {
            "apps": [nouns.app[node] for node in circle.nodes],
            "weight": circle.weight,
            "cheapest": [
                [nouns.app[edge.source], nouns.app[edge.target], edge.weight, _places(edge.evidence, strings)]
                for edge in circle.cheapest
            ],
        }
        for circle in analysis.import_circles
    ]


def cuts(found: CutPoints, nouns: Nouns, strings: Strings) -> dict[str, Any]:
    """The proposed cuts with their invoices, as `cutpoint cuts list` has them."""
    return {
        "advice": [strings(said) for said in found.advice],
        "points": [_cut(point, nouns, strings) for point in found.cut_points],
    }


def _cut(point: CutPoint, nouns: Nouns, strings: Strings) -> dict[str, Any]:
    seam = point.seam
    return {
        "id": point.id,
        "rank": point.rank,
        "name": strings(point.name),
        "score": point.score,
        "verdict": strings(verdict_said(point.verdict)),
        "effort": point.effort,
        "models": [nouns.model[label] for label in point.models],
        "summary": [strings(said) for said in point.summary],
        "seam": {name: getattr(seam, name) for name in seam.__struct_fields__},
        "factors": [
            [strings(each.name), each.weight, each.value, each.points, strings(each.why)] for each in point.factors
        ],
        "bill": [
            [strings(item.kind), strings(item.what), item.effort, _places(item.evidence[:3], strings)]
            for item in point.bill
        ],
    }


def _places(evidence: Iterable[Evidence], strings: Strings) -> list[int]:
    return [part for place in evidence for part in (strings(place.path), place.line)]
