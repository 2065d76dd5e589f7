"""Analysis + table → who writes or reads it, place by place: a page, or JSON."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from cutpoint.domain.access import Access, Certainty, Table, in_order
from cutpoint.domain.analysis import Analysis
from cutpoint.emit.access_lines import app_name, further, how, place_of, users, what
from cutpoint.emit.access_rows import access_row
from cutpoint.emit.answers import Users
from cutpoint.emit.belonging import Belonging
from cutpoint.emit.json_text import json_text
from cutpoint.emit.page import (
    Block,
    Column,
    Entries,
    Entry,
    Heading,
    Line,
    Page,
    Paragraph,
    count,
    joined,
    line,
    name,
    place,
    quiet,
)
from cutpoint.emit.page import Table as Grid
from cutpoint.emit.report import SCHEMA_VERSION
from cutpoint.emit.table_rows import table_rows

_CERTAINTIES = (Certainty.PROVED, Certainty.INFERRED, Certainty.POSSIBLE)


class Question(msgspec.Struct, frozen=True):
    """Who writes, or reads, one table."""

    table: Table
    writes: bool
    certainty: Certainty = Certainty.POSSIBLE
    """What is less certain is left out."""


def users_json(analysis: Analysis, question: Question, belonging: Belonging) -> str:
    """The answer for machines."""
    return json_text(
        Users(
            schema_version=SCHEMA_VERSION,
            complete=analysis.is_complete,
            doubts=analysis.doubts,
            question="who-writes" if question.writes else "who-reads",
            table=table_rows([question.table], belonging)[0],
            accesses=tuple(access_row(access, belonging) for access in _certain(analysis, question)),
        )
    )


def users_page(analysis: Analysis, question: Question, *, verbose: bool = False) -> Page:
    """The answer for people: one heading per app, the owner first, and then who does it in most places."""
    by_app: defaultdict[str | None, list[Access]] = defaultdict(list)
    for access in _certain(analysis, question):
        by_app[access.doer].append(access)
    owner = question.table.owner
    ranked = sorted(by_app, key=lambda app: (app is None or app != owner, -_sites(by_app[app]), app is None, app or ""))
    return Page(
        (
            Heading(line("Who writes " if question.writes else "Who reads ", name(question.table.name)), level=1),
            Paragraph(_declared(question.table)),
            *_summary({app: by_app[app] for app in ranked}, question),
            *(block for app in ranked for block in _of_app(app, by_app[app], question, verbose=verbose)),
            *_left_out(analysis, question),
        )
    )


def _asked(analysis: Analysis, question: Question) -> Iterator[Access]:
    table = question.table.name
    for access in analysis.accesses:
        if question.writes:
            if access.writes and access.table == table:
                yield access
        elif (access.table == table and not access.writes) or any(join.table == table for join in access.joins):
            yield access


def _certain(analysis: Analysis, question: Question) -> tuple[Access, ...]:
    enough = _CERTAINTIES[: _CERTAINTIES.index(question.certainty) + 1]
    return in_order(access for access in _asked(analysis, question) if access.certainty in enough)


def _sites(accesses: Iterable[Access]) -> int:
    return len(set(map(place_of, accesses)))


def _declared(table: Table) -> Line:
    if table.model is None:
        return line("No model declares it: only SQL names this table.")
    owner = "" if table.owner is None else line("; owner is ", name(table.owner))
    return line("Declared by ", name(table.model), owner, ".")


def _summary(by_app: dict[str | None, list[Access]], question: Question) -> Iterator[Block]:
    done = "written" if question.writes else "read"
    if not by_app:
        yield Paragraph(line(f"No place was seen where it is {done}."))
        return
    total = _sites(access for accesses in by_app.values() for access in accesses)
    parts = (line(app_name(app), f" {_sites(accesses):,}") for app, accesses in by_app.items())
    possible = _sites(
        access for accesses in by_app.values() for access in accesses if access.certainty is Certainty.POSSIBLE
    )
    only = f" Only possible: {possible:,}." if possible else ""
    yield Paragraph(line(f"It is {done} in {count(total, 'place')} by {users(by_app)}: ", joined(parts), f".{only}"))


def _of_app(app: str | None, accesses: list[Access], question: Question, *, verbose: bool) -> Iterator[Block]:
    is_owner = app is not None and app == question.table.owner
    yield Heading(line(app_name(app), ", its owner" if is_owner else "", f" ({_sites(accesses):,})"))
    if verbose:
        yield Entries(tuple(_entry(access) for access in accesses))
        return
    yield Grid(
        (Column("place"), Column("action"), Column("by"), Column("certainty"), Column("in")),
        tuple(
            (
                line(place(place_of(access))),
                line(_action(access, question.table)),
                line(name(access.via)),
                line(str(access.certainty)),
                line(name(access.function), _on_behalf(access)),
            )
            for access in accesses
        ),
    )


def _action(access: Access, table: Table) -> str:
    return str(access.action) if access.table == table.name else "join"


def _on_behalf(access: Access) -> Line:
    if access.on_behalf_of is None or access.on_behalf_of == access.app:
        return ()
    return line(quiet(" of "), app_name(access.app))


def _entry(access: Access) -> Entry:
    return Entry(
        line(place(place_of(access)), quiet("  in "), name(access.function)),
        (line(what(access), " ", how(access)), *further(access)),
    )


def _left_out(analysis: Analysis, question: Question) -> Iterator[Block]:
    left = len(tuple(_asked(analysis, question))) - len(_certain(analysis, question))
    if left:
        yield Paragraph(line(quiet(f"{count(left, 'less certain access', 'less certain accesses')} left out.")))
    resolution = analysis.query_resolution
    unresolved = resolution.query_sites - resolution.resolved
    if unresolved > 0:
        yield Paragraph(line(quiet(f"Blind spots of queries, any of which may touch it too: {unresolved:,}.")))
