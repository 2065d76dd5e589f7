"""Analysis → what code does to tables: the app that decided on an access needs the table, and those that it joins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.source import Evidence
from cutpoint.draw.needs import Code, Need, Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.access import Access
    from cutpoint.domain.analysis import Analysis


def needs(analysis: Analysis) -> Iterator[Need]:
    """One for each table that an access touches."""
    model_of = {table.name: table.model for table in analysis.tables}
    for access in analysis.accesses:
        for table, kind in _touched(access):
            yield Need(
                Code(access.module, access.doer),
                Rows(model_of.get(table), table),
                kind,
                Evidence(access.path, access.line),
                access.certainty,
                access.cause is not None,
            )


def _touched(access: Access) -> Iterator[tuple[str, str]]:
    if access.table is not None:
        yield access.table, "write" if access.writes else "read"
    for join in access.joins:
        yield join.table, "join"
