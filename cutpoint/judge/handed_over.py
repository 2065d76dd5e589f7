"""The analysis → writes of rows that their owner hands over to code of another service.

They are no finding, because the owner's code decided, and general code is there to be called. But where the code writes
nobody else's rows, it is not general: nobody should overlook such a write when it comes anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.judge.case import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.access import Access, Part
    from cutpoint.judge.case import Case


def handed_over(case: Case) -> Iterator[Access]:
    """Each such write, as often as expressions do it."""
    writes = [access for access in case.analysis.accesses if access.writes and access.table is not None]
    owners: dict[tuple[object, ...], set[str | None]] = {}
    for access in writes:
        for part in parts_of(access):
            owners.setdefault(_deed(access, part), set()).add(case.services.of_table(access.table or ""))
    for access in writes:
        target = case.services.of_table(access.table or "")
        if target is None or access.cause is not None or case.services.of_module(access.module) == target:
            continue
        for part in parts_of(access):
            is_sure = part.certainty is not Certainty.POSSIBLE
            if is_sure and len(owners[_deed(access, part)]) == 1 and case.is_decided_by(target, part):
                yield access


def _deed(access: Access, part: Part) -> tuple[object, ...]:
    return access.path, access.line, access.function, part.expression
