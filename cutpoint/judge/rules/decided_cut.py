"""Something crosses a cut that the team has decided on.

Judged: for each cut in `[tool.cutpoint.cuts]`, the writes, reads, joins and relations from one side to the other, by the same evidence as `cross-write`, `cross-read`, `cross-join` and `cross-relation`, whatever services there are today; transactions that write both sides; and functions of code that is on no side but writes both. Only models that the cut names have a side, and without `keep` all others stay. Code is on the side of its package: of the innermost one that declares models, if all of these are on one side.

Evidence: as of these rules. The sides are called by the name of the cut, and `rest-of-` and the name.

Why: whoever cuts pays for everything that crosses. What is there when the cut is decided goes into the baseline; the list may only shrink from then on.

To mend: as of these rules. Or decide otherwise: change what the cut takes.

    [tool.cutpoint.rules."* -> accounts"]
    decided-cut = "warning"
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.access import Certainty
from cutpoint.domain.finding import Finding, Key, Place, Rule, Severity
from cutpoint.domain.service import OUTSIDE
from cutpoint.domain.transaction import TransactionKind
from cutpoint.judge.case import Case, inside
from cutpoint.judge.rules import cross_join, cross_read, cross_relation, cross_write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.access import Access
    from cutpoint.domain.decided import Decided
    from cutpoint.domain.transaction import Touched, Transaction

RULE = Rule("decided-cut", "Something crosses a cut that the team has decided on.", Severity.ERROR)

_JUDGED_ALIKE = (cross_write, cross_read, cross_join, cross_relation)
_TOGETHER = "write beside"


def findings(case: Case) -> Iterator[Finding]:
    """Those of every decided cut."""
    for cut in case.decided:
        parted = Case(case.analysis, cut.services)
        for file in _JUDGED_ALIKE:
            for finding in file.findings(parted):
                if cut.sides >= {finding.key.source, finding.key.target}:
                    yield msgspec.structs.replace(
                        finding,
                        key=msgspec.structs.replace(finding.key, rule=RULE.name),
                        meaning=f"The cut {cut.name} is decided. {finding.meaning}",
                    )
        together = {(finding.key, finding) for finding in _transactions(parted, cut)}
        told = {(key.module, key.function, key.subject) for key, _ in together}
        yield from (finding for _, finding in sorted(together))
        for finding in _functions(parted, cut):
            if (finding.key.module, finding.key.function, finding.key.subject) not in told:
                yield finding


def _transactions(case: Case, cut: Decided) -> Iterator[Finding]:
    """For each transaction that writes both sides, the tables across; all tables, where its code is on no side."""
    for transaction in case.analysis.transactions:
        if transaction.kind is TransactionKind.IMPLICIT or transaction.is_nested or transaction.is_generic:
            continue
        written = {touched.table: touched for touched in transaction.written}
        home = case.services.of_module(transaction.module)
        for extent in transaction.extents:
            sides = _sides(case, cut, extent.writes)
            if set(sides.values()) == cut.sides:
                for table in sorted(table for table, side in sides.items() if side != home):
                    beside = min(other for other, side in sides.items() if side != sides[table])
                    yield _of_transaction(case, cut, transaction, written[table], written[beside])


def _of_transaction(case: Case, cut: Decided, transaction: Transaction, one: Touched, other: Touched) -> Finding:
    side = case.services.of_table(one.table) or OUTSIDE
    places = [
        Place(step.path, step.line, step.line, f"{step.function} writes {touched.table}")
        for touched in (other, one)
        for step in touched.chain[-1:]
    ]
    module = transaction.module
    return _beside(
        case,
        Key(RULE.name, cut.across(side), side, one.table, _TOGETHER, module, inside(transaction.function, module), ""),
        Place(transaction.path, transaction.line, transaction.end_line),
        f"writes {one.table} and {other.table} in one transaction",
        "Commit one side first, and let the other write on an event or a call that may be repeated.",
        places,
        max(one.certainty, other.certainty, key=list(Certainty).index),
    )


def _functions(case: Case, cut: Decided) -> Iterator[Finding]:
    """For each function of code on no side that writes both, all tables that it writes, each where it does so first."""
    for (module, function), found in _writing(case, cut).items():
        sides = _sides(case, cut, found)
        if set(sides.values()) != cut.sides:
            continue
        for table, side in sorted(sides.items()):
            beside = found[min(other for other, where in sides.items() if where != side)]
            access = found[table]
            yield _beside(
                case,
                Key(RULE.name, cut.across(side), side, table, _TOGETHER, module, inside(function, module), ""),
                Place(access.path, access.line, access.end_line),
                f"writes {table} in a function that writes {beside.table}, too",
                "Let each side do its part behind a function of its own, and call both.",
                [Place(beside.path, beside.line, beside.end_line, f"writes {beside.table}")],
                access.certainty,
            )


def _writing(case: Case, cut: Decided) -> dict[tuple[str, str], dict[str, Access]]:
    """Module and function of code on no side → the first write of each table.

    An expression that writes tables of both sides is general code: callers or subclasses decide which of them.
    """
    lines: defaultdict[tuple[str, int, str], list[Access]] = defaultdict(list)
    for access in case.analysis.accesses:
        if access.table is None or not access.writes or access.is_consequence:
            continue
        if access.certainty is not Certainty.POSSIBLE and case.services.of_module(access.module) == OUTSIDE:
            lines[access.path, access.line, access.expression].append(access)
    found: defaultdict[tuple[str, str], dict[str, Access]] = defaultdict(dict)
    for accesses in lines.values():
        if len(set(_sides(case, cut, (access.table or "" for access in accesses)).values())) < 2:
            for access in accesses:
                found[access.module, access.function].setdefault(access.table or "", access)
    return found


def _sides(case: Case, cut: Decided, tables: Iterable[str]) -> dict[str, str]:
    """Table → its side, of those that have one."""
    sides = {table: case.services.of_table(table) or OUTSIDE for table in tables}
    return {table: side for table, side in sides.items() if side in cut.sides}


def _beside(
    case: Case, key: Key, place: Place, evidence: str, move: str, places: list[Place], certainty: Certainty
) -> Finding:
    return Finding(
        key=key,
        place=place,
        severity=Severity.OFF,
        evidence=evidence,
        meaning=f"This writes both sides of a decided cut: {key.subject} belongs to {key.target}.",
        move=move,
        related=(*case.owners_side(key.subject), *places),
        certainty=certainty,
    )
