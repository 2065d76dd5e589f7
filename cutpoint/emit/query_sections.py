"""Analysis → what there is to say about queries: how many, which app writes whose tables, and what wasn't understood."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from cutpoint.domain.access import WRITES, Certainty
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.source import BlindSpot
from cutpoint.emit.access_lines import app_name, looked_at_queries
from cutpoint.emit.blind_spot_section import entries_by_kind
from cutpoint.emit.page import (
    Block,
    Column,
    Entries,
    Entry,
    Heading,
    Line,
    Paragraph,
    Table,
    count,
    joined,
    line,
    name,
    quiet,
    strong,
)
from cutpoint.emit.shared_table_section import shared_of_ours

_MOST_APPS = 12
_MOST_OWNERS = 6
_MOST_OF_A_REASON = 2


def found_queries(analysis: Analysis) -> Iterator[Block]:
    """One sentence: accesses, writes, shared tables, and how much was understood."""
    if not looked_at_queries(analysis):
        return
    writes = sum(access.writes for access in analysis.accesses)
    possible = sum(access.certainty is Certainty.POSSIBLE for access in analysis.accesses)
    yield Paragraph(
        line(
            strong(count(len(analysis.accesses), "access", "accesses")),
            " to tables, ",
            strong(count(writes, "write")),
            " among them; ",
            strong(count(len(shared_of_ours(analysis)), "shared table")),
            ".",
            f" Only possible, and counted nowhere else: {count(possible, 'access', 'accesses')}." if possible else "",
        )
    )


def coverage_block(analysis: Analysis) -> Iterator[Block]:
    """How much of the writes is told, and what hides most of the rest, with what would mend it."""
    coverage = analysis.coverage
    if not looked_at_queries(analysis):
        return
    yield Paragraph(
        line(
            "An estimated ",
            strong(f"{coverage.writes_seen:.0%} of the writes"),
            " by statements of this code are told here",
            "; most of the rest is lost to:" if coverage.causes else ".",
        )
    )
    entries = []
    for cause in coverage.causes[:_MOST_CAUSES]:
        first = cause.evidence[0] if cause.evidence else None
        where = f", first at {first.path}:{first.line}" if first is not None else ""
        entries.append(Entry(line(name(cause.kind), f"  {cause.share:.1%}{where}; {cause.remedy} would show it"), ()))
    if entries:
        yield Entries(tuple(entries))


_MOST_CAUSES = 3


def who_writes_what(analysis: Analysis, *, verbose: bool = False) -> Iterator[Block]:
    """Apps by the owners of the tables that they write, those that write most of what is others' first."""
    if not looked_at_queries(analysis):
        return
    by_app = _writes_by_owner(analysis)
    yield Heading(line("Who writes what"))
    if not by_app:
        yield Paragraph(line("No write was seen."))
        return
    ranked = sorted(by_app, key=lambda app: (-_foreign(app, by_app[app]), -by_app[app].total(), app is None, app or ""))
    shown = ranked if verbose else ranked[:_MOST_APPS]
    columns = (
        Column("app"),
        Column("writes its own", number=True),
        Column("those of other apps", number=True),
        Column("whose"),
    )
    yield Table(columns, tuple(_row(app, by_app[app], verbose=verbose) for app in shown))
    if len(shown) < len(ranked):
        yield Paragraph(line(quiet(f"and {count(len(ranked) - len(shown), 'more app')}; -v shows all.")))
    yield Paragraph(line("Numbers are places in the code that write a table, and the tables' owners."))


def query_blind_spots(analysis: Analysis, *, verbose: bool = False) -> Iterator[Block]:
    """Why queries weren't understood, most frequent reason first, with the first places of each."""
    if not looked_at_queries(analysis):
        return
    resolution = analysis.query_resolution
    left = resolution.query_sites - resolution.resolved
    yield Heading(line(f"Blind spots of queries ({left:,})"))
    if not resolution.reasons:
        yield Paragraph(line(f"None: {_rate(analysis)[0].lower()}{_rate(analysis)[1:]}."))
        return
    by_kind: defaultdict[str, list[BlindSpot]] = defaultdict(list)
    for spot in analysis.blind_spots:
        by_kind[spot.kind].append(spot)
    entries: list[Entry] = []
    for reason in resolution.reasons:
        seen = entries_by_kind(by_kind[reason.kind], None if verbose else _MOST_OF_A_REASON)
        details = tuple(detail for entry in seen for detail in entry.details)
        entries.append(Entry(line(name(reason.kind), f"  {reason.count:,}"), details))
    yield Entries(tuple(entries))
    yield Paragraph(line(f"{_rate(analysis)}; what the others touch may be missing from this report."))


def _rate(analysis: Analysis) -> str:
    resolution = analysis.query_resolution
    if not resolution.query_sites:
        return "No place looks like a query"
    return f"Of {count(resolution.query_sites, 'place')} that look like queries, {resolution.rate:.1%} were understood"


def _writes_by_owner(analysis: Analysis) -> dict[str | None, Counter[str | None]]:
    owners = {table.name: table.owner for table in analysis.tables}
    seen = (
        (access.doer, access.table, access.path, access.line)
        for access in analysis.accesses
        if access.action in WRITES and access.certainty is not Certainty.POSSIBLE and access.table is not None
    )
    by_app: defaultdict[str | None, Counter[str | None]] = defaultdict(Counter)
    for app, owner, _, _ in dict.fromkeys((app, owners.get(table), path, number) for app, table, path, number in seen):
        by_app[app][owner] += 1
    return by_app


def _foreign(app: str | None, owners: Counter[str | None]) -> int:
    return owners.total() - _own(app, owners)


def _own(app: str | None, owners: Counter[str | None]) -> int:
    return 0 if app is None else owners[app]


def _row(app: str | None, owners: Counter[str | None], *, verbose: bool) -> tuple[Line, ...]:
    ranked = sorted(
        (owner for owner in owners if owner is None or owner != app),
        key=lambda owner: (-owners[owner], owner is None, owner or ""),
    )
    shown = ranked if verbose else ranked[:_MOST_OWNERS]
    parts = [line(_owner(owner), f" {owners[owner]:,}") for owner in shown]
    left = len(ranked) - len(shown)
    return (
        app_name(app),
        line(f"{_own(app, owners):,}"),
        line(f"{_foreign(app, owners):,}"),
        line(joined(parts), quiet(f" and {left} more") if left else ""),
    )


def _owner(owner: str | None) -> Line:
    return line("unmanaged tables") if owner is None else line(name(owner))
