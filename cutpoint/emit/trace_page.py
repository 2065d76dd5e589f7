"""An entry point and its trace → a page or JSON: a tree of calls with places, tables, services and transactions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.access import Certainty
from cutpoint.domain.doubt import Doubt
from cutpoint.domain.source import BlindSpot, Evidence
from cutpoint.domain.transaction import Label, TransactionKind
from cutpoint.emit.belonging import Belonging
from cutpoint.emit.entry_rows import EntryPointRow, entry_point_row
from cutpoint.emit.entry_section import KINDS
from cutpoint.emit.json_text import harmless_json
from cutpoint.emit.page import (
    Block,
    Branch,
    Entries,
    Entry,
    Heading,
    Line,
    Page,
    Paragraph,
    Tree,
    count,
    line,
    name,
    names,
    place,
    quiet,
    strong,
)
from cutpoint.emit.table_services import service_of_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.entry_point import EntryPoint
    from cutpoint.domain.service import Services
    from cutpoint.domain.trace import Trace, TraceStep
    from cutpoint.domain.transaction import Transaction

_MOST_BLIND_SPOTS = 5
_LABELS = {
    Label.LOCAL: "local",
    Label.READS_ACROSS: "cross-boundary reads",
    Label.WRITES_ACROSS: "cross-boundary writes",
}


class TouchRow(msgspec.Struct, frozen=True):
    """A line that reads or writes a table."""

    line: int
    access: str
    table: str
    certainty: Certainty
    service: str | None


class TransactionOfStep(msgspec.Struct, frozen=True):
    """A transaction that the function opens."""

    line: int
    end_line: int
    kind: TransactionKind
    label: Label


class SentRow(msgspec.Struct, frozen=True):
    """A line that sends a task away."""

    line: int
    task: str


class StepRow(msgspec.Struct, frozen=True):
    """A function on the way."""

    function: str
    path: str
    line: int
    app: str | None
    service: str | None
    called_at: int | None
    after_commit: bool
    transactions: tuple[TransactionOfStep, ...]
    touches: tuple[TouchRow, ...]
    sends: tuple[SentRow, ...]
    steps: tuple[StepRow, ...]


class TraceReport(msgspec.Struct, frozen=True):
    """What `cutpoint trace --format json` writes."""

    complete: bool
    """False when anything was lost on the way, and so may be missing here."""
    doubts: tuple[Doubt, ...]
    """Why all of it is doubtful, the gravest reason first."""
    entry_point: EntryPointRow
    steps: tuple[StepRow, ...]
    blind_spots: tuple[BlindSpot, ...]


def trace_json(analysis: Analysis, point: EntryPoint, trace: Trace, services: Services | None = None) -> str:
    """The trace for machines."""
    told = _Telling(analysis, services)
    row = entry_point_row(analysis, services)(point)
    steps = tuple(map(told.step, trace.steps))
    return harmless_json(
        TraceReport(analysis.is_complete, analysis.doubts, row, steps, tuple(_blind_spots(analysis, trace)))
    )


def trace_page(
    analysis: Analysis, point: EntryPoint, trace: Trace, services: Services | None = None, *, verbose: bool = False
) -> Page:
    """The trace for people."""
    told = _Telling(analysis, services)
    row = entry_point_row(analysis, services)(point)
    own = row.service
    return Page(
        (
            Heading(line(strong(KINDS[point.kind]), " ", name(point.title)), level=1),
            *_about(row),
            *told.request(point),
            *_tree(trace, told, own),
            *_seen_dimly(analysis, trace, verbose=verbose),
        )
    )


def _about(row: EntryPointRow) -> Iterator[Block]:
    declared = line(place(row.declared), " → ") if row.declared is not None else ()
    yield Paragraph(line(declared, place(Evidence(row.path, row.line)), " ", name(row.function), f", {row.certainty}"))
    parts = [line(f"Writes {count(len(row.tables), 'table')}, reads {len(row.reads):,}")]
    if row.crosses:
        parts.append(line(", crosses into ", names(row.crosses)))
    yield Paragraph(line(*parts, "."))
    if row.sends:
        yield Paragraph(line("Enqueues ", names(row.sends), ": trace them by their names."))


def _tree(trace: Trace, told: _Telling, own: str | None) -> Iterator[Block]:
    if not trace.steps:
        yield Paragraph(line("No access to a table was seen behind it."))
        return
    yield Heading(line("What it leads to, each table by a shortest way"))
    yield Tree(tuple(told.branch(step, own) for step in trace.steps))


def _seen_dimly(analysis: Analysis, trace: Trace, *, verbose: bool) -> Iterator[Block]:
    found = list(_blind_spots(analysis, trace))
    if not found:
        return
    shown = found if verbose else found[:_MOST_BLIND_SPOTS]
    yield Heading(line(f"Unresolved on the way ({len(found):,})"))
    yield Entries(tuple(Entry(line(place(Evidence(each.path, each.line)), "  ", name(each.reason))) for each in shown))
    if len(shown) < len(found):
        yield Paragraph(line(quiet(f"and {count(len(found) - len(shown), 'more place')}; -v shows all.")))


def _blind_spots(analysis: Analysis, trace: Trace) -> Iterator[BlindSpot]:
    by_path: dict[str, list[tuple[int, int]]] = {}
    for path, first, last in trace.reached:
        by_path.setdefault(path, []).append((first, last))
    for spot in analysis.blind_spots:
        if any(first <= spot.line <= last for first, last in by_path.get(spot.path, ())):
            yield spot


class _Telling:
    """Steps in the words of the services in force."""

    def __init__(self, analysis: Analysis, services: Services | None) -> None:
        self.service_of: Callable[[str], str | None] = service_of_table(analysis, services)
        self._belonging = Belonging(services, analysis)
        self._transactions: dict[tuple[str, str], list[Transaction]] = {}
        for each in analysis.transactions:
            if each.kind is not TransactionKind.IMPLICIT:
                self._transactions.setdefault((each.path, each.function), []).append(each)

    def request(self, point: EntryPoint) -> Iterator[Block]:
        """What `ATOMIC_REQUESTS` opens around a view."""
        for each in self._transactions.get((point.path, point.function), ()):
            if each.kind is TransactionKind.REQUEST:
                yield Paragraph(line("Each request is one transaction: ", _LABELS[each.label(self.service_of)], "."))
                return

    def _opened(self, step: TraceStep) -> list[Transaction]:
        opened = self._transactions.get((step.path, step.function), [])
        return [each for each in opened if each.kind is not TransactionKind.REQUEST]

    def step(self, step: TraceStep) -> StepRow:
        """The step for machines."""
        return StepRow(
            function=step.function,
            path=step.path,
            line=step.line,
            app=step.app,
            service=self._belonging.of_app(step.app),
            called_at=step.called_at or None,
            after_commit=step.after_commit,
            transactions=tuple(
                TransactionOfStep(each.line, each.end_line, each.kind, each.label(self.service_of))
                for each in self._opened(step)
            ),
            touches=tuple(
                TouchRow(
                    each.line,
                    "write" if each.writes else "read",
                    each.table,
                    each.certainty,
                    self.service_of(each.table),
                )
                for each in step.touches
            ),
            sends=tuple(SentRow(each.line, each.task) for each in step.sends),
            steps=tuple(map(self.step, step.steps)),
        )

    def branch(self, step: TraceStep, own: str | None) -> Branch:
        """The step for people: what stands on its lines, in their order."""
        parts: list[tuple[int, int, Branch]] = []
        for opened in self._opened(step):
            label = _LABELS[opened.label(self.service_of)]
            until = f" to {opened.end_line}" if opened.end_line > opened.line else ""
            told = line(quiet(f"{opened.line}{until}  "), "a transaction: ", label)
            parts.append((opened.line, 0, Branch(told)))
        parts += [(at, 1, Branch(told)) for at, told in self._touches(step, own)]
        parts += [
            (each.line, 2, Branch(line(quiet(f"{each.line}  "), "sends task ", name(each.task)))) for each in step.sends
        ]
        parts += [(each.called_at, 3, self.branch(each, own)) for each in step.steps]
        parts.sort(key=lambda part: part[:2])
        return Branch(self._head(step), tuple(branch for _, _, branch in parts))

    @staticmethod
    def _head(step: TraceStep) -> Line:
        called = quiet(f"{step.called_at}  ") if step.called_at else ""
        later = quiet("  after the commit") if step.after_commit else ""
        return line(called, name(step.function), "  ", place(Evidence(step.path, step.line)), later)

    def _touches(self, step: TraceStep, own: str | None) -> Iterator[tuple[int, Line]]:
        """(line, what stands there): tables of one service that one line does the same to are told together."""
        groups: dict[tuple[int, bool, str, Certainty], list[str]] = {}
        for each in step.touches:
            service = self.service_of(each.table) or own or ""
            groups.setdefault((each.line, each.writes, service, each.certainty), []).append(each.table)
        for (at, writes, service, certainty), tables in sorted(groups.items()):
            crossing = line(" of ", strong(service)) if service != (own or "") else ()
            word = "writes " if writes else "reads "
            yield at, line(quiet(f"{at}  "), word, names(tables), crossing, quiet(f", {certainty}"))
