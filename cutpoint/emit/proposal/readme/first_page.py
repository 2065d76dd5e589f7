"""What leaves, how large the surface is, what is lost, the risks, the first steps: what somebody who decides reads."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cutpoint.domain.boundary import OperationKind
from cutpoint.domain.cut import Side
from cutpoint.emit.doubts import line_of
from cutpoint.emit.page import (
    Column,
    Entries,
    Entry,
    Heading,
    Paragraph,
    Table,
    command,
    count,
    joined,
    line,
    name,
    names,
    quiet,
    strong,
)
from cutpoint.emit.proposal.extensions import side_said, title_of
from cutpoint.emit.proposal.readme.risks import risks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.boundary import Boundary, Record
    from cutpoint.emit.page import Block, Line

_FEW = 8
_FIRST_STEPS = 3


def is_crossed(boundary: Boundary) -> bool:
    """Whether anything crosses at all."""
    return bool(boundary.crossings or boundary.foreign_keys or boundary.operations or boundary.transactions)


def first_page(boundary: Boundary) -> Iterator[Block]:
    """All of it; of a cut that nothing crosses, just that."""
    yield Heading(line("Migration plan for ", name(title_of(boundary))), 1)
    if not boundary.complete:
        yield Paragraph(
            line(
                strong("This is incomplete"),
                ": files were lost on the way, and what they hold is missing here. Propose it again.",
            )
        )
    yield from (Paragraph(line_of(doubt)) for doubt in boundary.doubts)
    yield Paragraph(line("What leaves: ", *_few(boundary.take), f". What stays: {count(len(boundary.keep), 'model')}."))
    if not is_crossed(boundary):
        yield Paragraph(line("Nothing crosses this cut: it can be made as it is, and there is no API to build."))
        return
    yield from _surface(boundary)
    yield from _data(boundary)
    yield from _transactions(boundary)
    yield Heading(line("Risks"))
    yield Entries(tuple(Entry(each) for each in risks(boundary)))
    yield from _first_steps(boundary)
    yield from _effort(boundary)


def _few(texts: tuple[str, ...]) -> Line:
    rest = len(texts) - _FEW
    return line(names(texts[:_FEW]), f" and {rest} more" if rest > 0 else "")


def _surface(boundary: Boundary) -> Iterator[Block]:
    yield Heading(line("How large the surface is"))
    yield Table(
        (
            Column("served by"),
            Column("queries", number=True),
            Column("commands", number=True),
            Column("events", number=True),
            Column("places that use them", number=True),
        ),
        tuple(_row(boundary, side) for side in Side),
    )
    if not boundary.crossings:
        return
    others = Counter(remedy.kind for remedy in boundary.remedies)
    left = boundary.crossings - boundary.in_operations
    said = f"{count(boundary.crossings, 'place')} of the code cross today. "
    said += f"{boundary.in_operations / boundary.crossings:.0%} of them become {count(len(boundary.operations), 'operation')}"
    said += f"; {count(left, 'other has', 'others have')} a remedy." if left else "."
    yield Paragraph(line(said))
    if others:
        yield Paragraph(
            line("Remedies: ", joined(line(f"{others[kind]} ", quiet(kind)) for kind in sorted(others)), ".")
        )


def _row(boundary: Boundary, side: Side) -> tuple[Line, ...]:
    served = [operation for operation in boundary.operations if operation.served_by is side]
    found = Counter(operation.kind for operation in served)
    sites = sum(len(operation.call_sites) for operation in served)
    return (line(side_said(side)), *(line(f"{found[kind]:,}") for kind in OperationKind), line(f"{sites:,}"))


def _data(boundary: Boundary) -> Iterator[Block]:
    if not boundary.exposed_models:
        return
    records = {record.model: record for record in boundary.records}
    needs = {each.model: each.protection for each in boundary.data}
    yield Heading(line("Which data is shown across"))
    shown = boundary.exposed_models[:_FEW]
    yield Table(
        (
            Column("model"),
            Column("served by"),
            Column("weight", number=True),
            Column("its table holds"),
            Column("what is shown of it"),
        ),
        tuple(
            (
                line(name(each.model)),
                line(side_said(each.served_by)),
                line(f"{each.weight:.1f}"),
                line(f"{needs.get(each.model, 'internal')} data"),
                _fields(records.get(each.model)),
            )
            for each in shown
        ),
    )
    rest = len(boundary.exposed_models) - len(shown)
    if rest:
        yield Paragraph(line(quiet(f"And {count(rest, 'model')} of less weight; boundary.json has all.")))


def _fields(record: Record | None) -> Line:
    if record is None:
        return line("no rows: what is done to it, counted or asked for")
    return names(field.name for field in record.fields)


def _transactions(boundary: Boundary) -> Iterator[Block]:
    if not boundary.transactions:
        return
    yield Heading(line("Which transactions are split"))
    found = Counter(plan.remedy for plan in boundary.transactions)
    said = ", ".join(f"{found[remedy]} by {_REMEDIES.get(remedy, remedy)}" for remedy in sorted(found))
    one = (
        "1 transaction writes"
        if len(boundary.transactions) == 1
        else f"{len(boundary.transactions)} transactions write"
    )
    yield Paragraph(line(f"{one} tables of both sides, and no database will hold that any more: {said}."))


_REMEDIES = {
    "outbox": "an outbox, so that the other side follows a moment later",
    "saga": "a saga, with something that undoes each step",
    "move": "moving the boundary, since too much happens at once",
}


def _first_steps(boundary: Boundary) -> Iterator[Block]:
    open_steps = [step for step in boundary.steps if step.remaining]
    if not open_steps:
        return
    yield Heading(line("The first steps"))
    yield Entries(
        tuple(
            Entry(
                line(f"Step {number}: {step.title}, {count(step.remaining, 'place')}"),
                (line("done when nothing is left of: ", step.ledger), line("counted by ", command(step.check))),
            )
            for number, step in enumerate(open_steps[:_FIRST_STEPS], 1)
        )
    )


def _effort(boundary: Boundary) -> Iterator[Block]:
    places = sum(step.remaining for step in boundary.steps)
    steps = sum(bool(step.remaining) for step in boundary.steps)
    sagas = sum(plan.remedy == "saga" for plan in boundary.transactions)
    hard = f", and {count(sagas, 'saga')} to think through" if sagas else ""
    yield Heading(line("Effort"))
    yield Paragraph(
        line(
            f"{count(places, 'place')} to change in {count(steps, 'step')}, each of which can be deployed by itself; "
            f"{count(len(boundary.operations), 'operation')} to write{hard}. "
            "These are counts, and no estimate of days; ",
            command("cutpoint cuts show"),
            " has the work items in points, by which cuts of one project can be ranked.",
        )
    )
