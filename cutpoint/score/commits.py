"""Transaction → which models its code names: what a commit writes by statements of its own, and not by what follows."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty

if TYPE_CHECKING:
    from cutpoint.domain.access import Step
    from cutpoint.domain.transaction import Transaction
    from cutpoint.score.subjects import Subjects


class Commits:
    """The transactions of one project."""

    def __init__(self, subjects: Subjects) -> None:
        self._subjects = subjects

    def named(self, transaction: Transaction) -> set[str]:
        """What code names of the models that *transaction* writes; alternatives of one place are one statement, not several."""
        tables = self._subjects.of_table
        places: defaultdict[tuple[str, int] | None, set[str]] = defaultdict(set)
        for touched in transaction.written:
            if touched.table not in tables or touched.certainty is Certainty.POSSIBLE:
                continue
            at = _at(touched.chain[-1]) if touched.chain else None
            if at is None or (touched.table, *at) not in self._following:
                places[at].add(tables[touched.table])
        found = set().union(*places.values())
        # A statement that writes one of several tables, and nothing beside it: there is no second write in its commit.
        return set() if len(found) > 1 and len(places) == 1 and self._statements.issuperset(places) else found

    @cached_property
    def _statements(self) -> frozenset[tuple[str, int] | None]:
        """(path, line) of writes that run once; an admin page writes the tables of its inlines, a loop one after the other."""
        writes = [access for access in self._subjects.accesses if access.writes and access.table]
        several = {(each.path, each.line) for each in writes if each.in_loop or each.via == "admin"}
        return frozenset({(each.path, each.line) for each in writes if not each.is_consequence} - several)

    @cached_property
    def _following(self) -> frozenset[tuple[str, str, int]]:
        """(table, path, line) of writes that only follow from others there."""
        writes = [access for access in self._subjects.accesses if access.writes and access.table]
        follow = {(each.table or "", each.path, each.line) for each in writes if each.is_consequence}
        named = {(each.table or "", each.path, each.line) for each in writes if not each.is_consequence}
        return frozenset(follow - named)


def _at(step: Step) -> tuple[str, int]:
    return step.path, step.line
