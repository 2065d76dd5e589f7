"""What no operation replaces: remedies by kind, relations, transactions, and the steps of the way."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.source import Evidence
from cutpoint.emit.page import (
    Column,
    Entries,
    Entry,
    Heading,
    Paragraph,
    Table,
    command,
    count,
    line,
    name,
    names,
    place,
    quiet,
)
from cutpoint.emit.proposal.extensions import side_said
from cutpoint.emit.proposal.readme.surface import first_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.boundary import Boundary, Remedy, TransactionPlan
    from cutpoint.emit.page import Block


def plans_told(boundary: Boundary) -> Iterator[Block]:
    """In the order in which they are asked for."""
    yield from _remedies(boundary)
    yield from _copies(boundary)
    yield from _foreign_keys(boundary)
    yield from _transactions(boundary)
    yield from _steps(boundary)


def _remedies(boundary: Boundary) -> Iterator[Block]:
    if not boundary.remedies:
        return
    yield Heading(line("What no operation replaces"))
    by_kind: defaultdict[tuple[str, str], list[Remedy]] = defaultdict(list)
    for remedy in boundary.remedies:
        by_kind[remedy.kind, remedy.reason].append(remedy)
    for (kind, reason), found in sorted(by_kind.items()):
        yield Heading(line(f"{kind} ({len(found)})"), 3)
        yield Paragraph(line(f"{reason[:1].upper()}{reason[1:]}."))
        by_columns: defaultdict[tuple[str, tuple[str, ...]], set[Evidence]] = defaultdict(set)
        for remedy in found:
            columns = tuple(column for column in remedy.columns if column)
            by_columns[remedy.model, columns].add(Evidence(remedy.path, remedy.line))
        yield Entries(
            tuple(
                Entry(
                    line(name(model), " by " if columns else "", names(columns)),
                    (first_places(tuple(sorted(places))),),
                )
                for (model, columns), places in sorted(by_columns.items())
            )
        )


def _copies(boundary: Boundary) -> Iterator[Block]:
    if not boundary.replicas:
        return
    yield Heading(line("Copies that are better than calls"))
    yield Entries(
        tuple(
            Entry(
                line(name(each.model), f", kept by {side_said(each.kept_by)}: {each.reason}"),
                (line("columns ", names(each.fields)),),
            )
            for each in boundary.replicas
        )
    )


def _foreign_keys(boundary: Boundary) -> Iterator[Block]:
    if not boundary.foreign_keys:
        return
    yield Heading(line("Relations that are replaced"))
    yield Table(
        (Column("relation"), Column("to"), Column("on delete"), Column("becomes"), Column("instead"), Column("where")),
        tuple(
            (
                line(name(f"{plan.model}.{plan.field}")),
                line(name(plan.to)),
                line(name(plan.on_delete)) if plan.on_delete else line(""),
                line(plan.becomes),
                line(plan.replaced_by),
                line(place(Evidence(plan.path, plan.line))),
            )
            for plan in boundary.foreign_keys
        ),
    )


def _transactions(boundary: Boundary) -> Iterator[Block]:
    if not boundary.transactions:
        return
    yield Heading(line("Transactions that are split"))
    alike: defaultdict[tuple[object, ...], list[TransactionPlan]] = defaultdict(list)
    for plan in boundary.transactions:
        alike[plan.remedy, plan.reason, plan.tables, plan.steps].append(plan)
    for found in alike.values():
        first = found[0]
        yield Heading(line(f"{first.remedy}: ", names(sorted({plan.function for plan in found}))), 3)
        where = tuple(Evidence(plan.path, plan.line) for plan in found)
        one = " writes " if len(where) == 1 else " write "
        yield Paragraph(line(first_places(where), one, names(first.tables), "."))
        yield Paragraph(line(f"Why: {first.reason}."))
        yield Entries(tuple(Entry(line(f"({number}) {step}")) for number, step in enumerate(first.steps, 1)))


def _steps(boundary: Boundary) -> Iterator[Block]:
    if not boundary.steps:
        return
    yield Heading(line("The way there"))
    yield Paragraph(
        line(
            "Each step can be deployed by itself, leaves one process and one database until the last, "
            "and has a ledger that it brings to zero."
        )
    )
    yield Entries(
        tuple(
            Entry(
                line(f"Step {number}: {step.title}", quiet(f", {count(step.remaining, 'place')} left")),
                (
                    line("ledger: ", step.ledger),
                    line("check: ", command(step.check)),
                    *([first_places(step.evidence)] if step.evidence else []),
                ),
            )
            for number, step in enumerate(boundary.steps, 1)
        )
    )
    yield Paragraph(
        line(
            "Then two databases: run the project's own tests on them, which ",
            name("two_databases/"),
            " does without changing the project. "
            "Only then a process of its own: the facade's calls go over a network from that day on.",
        )
    )
