"""`data/`: where each table goes and how protected it has to be, what each relation becomes, and queries that find what slipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.cut import Side
from cutpoint.domain.source import Evidence
from cutpoint.emit.markdown_page import markdown_page
from cutpoint.emit.page import Block, Column, Entries, Entry, Heading, Page, Paragraph, Table, line, name, names, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.boundary import Boundary, DataSet, ForeignKeyPlan
    from cutpoint.emit.page import Line

_WHO = {Side.TAKE: "what is taken out", Side.KEEP: "what stays"}
_ORDER = ("secret", "payment", "personal", "internal")
_STEPS = (
    ("expand", "add the bare column where a table between has to go, write both, and drop no constraint yet"),
    (
        "backfill",
        "fill it for the rows that there are, in batches, and run the reconciliation queries until they find nothing",
    ),
    ("switch", "set db_constraint=False, let the event or guard do the work of on_delete, and read the bare column"),
    ("contract", "drop the old column or table, once no code of the other side has read it for a release"),
)


def files(boundary: Boundary) -> Iterator[tuple[str, str]]:
    """A plan for people, and SQL where relations cross."""
    yield "data/plan.md", markdown_page(Page(tuple(_blocks(boundary))))
    queries = [text for each in boundary.foreign_keys for text in _reconciliation(boundary, each)]
    if queries:
        yield "data/reconcile.sql", "\n".join([_HEAD, *queries])


def _blocks(boundary: Boundary) -> Iterator[Block]:
    yield Heading(line("Data of the cut ", name(boundary.name)), 1)
    for side in Side:
        tables = [each for each in boundary.data if each.side is side]
        yield Heading(line(f"Tables of {_WHO[side]}"))
        if not tables:
            yield Paragraph(line("None."))
            continue
        yield Table(
            (Column("table"), Column("model"), Column("protection"), Column("because of")),
            tuple(map(_row, _by_need(tables))),
        )
    yield from _shared(boundary)
    yield from _replicated(boundary)
    yield from _relations(boundary)


def _by_need(tables: list[DataSet]) -> list[DataSet]:
    return sorted(tables, key=lambda each: (_ORDER.index(each.protection), each.table))


def _row(each: DataSet) -> tuple[Line, ...]:
    return (line(name(each.table)), line(name(each.model)), line(each.protection), names(each.columns))


def _shared(boundary: Boundary) -> Iterator[Block]:
    if boundary.shared:
        yield Heading(line("Tables that both sides point at"))
        yield Entries(
            tuple(
                Entry(line(name(each.table), f": {each.plan}"), (line("pointed at by ", names(each.pointing)),))
                for each in boundary.shared
            )
        )


def _replicated(boundary: Boundary) -> Iterator[Block]:
    if boundary.replicas:
        yield Heading(line("Copies that are better than calls"))
        yield Paragraph(line("The side that owns the rows publishes each change; the other keeps just these columns."))
        yield Entries(
            tuple(
                Entry(
                    line(name(each.model), f", kept by {_WHO[each.kept_by]}: {each.reason}"),
                    (line("columns ", names(each.fields)),),
                )
                for each in boundary.replicas
            )
        )


def _relations(boundary: Boundary) -> Iterator[Block]:
    if not boundary.foreign_keys:
        return
    yield Heading(line("Relations that cross"))
    yield Entries(tuple(_relation(each) for each in boundary.foreign_keys))
    yield Heading(line("In which order"))
    yield Paragraph(line("For each of them, in four deployments that can each be taken back:"))
    yield Entries(tuple(Entry(line(f"{word}: {what}")) for word, what in _STEPS))


def _relation(each: ForeignKeyPlan) -> Entry:
    meant = f", on_delete {each.on_delete}" if each.on_delete else ""
    return Entry(
        line(
            name(f"{each.model}.{each.field}"),
            " to ",
            name(each.to),
            meant,
            " (",
            places([Evidence(each.path, each.line)]),
            ")",
        ),
        (line(f"becomes {each.becomes}"), line(f"in the place of on_delete: {each.replaced_by}")),
    )


_HEAD = """-- Rows whose id points at nothing any more, by relation.
-- While both tables are in one database, the first query of each pair finds them at once.
-- Later, the second one gives the ids in use, to be looked up at the side that owns them.
"""


def _reconciliation(boundary: Boundary, each: ForeignKeyPlan) -> Iterator[str]:
    if each.kind not in {"fk", "o2o"} or each.column is None:
        return
    tables = {data.model: data.table for data in boundary.data}
    own, other = tables.get(each.model), tables.get(each.to)
    if own is None or other is None or each.key is None:
        return
    column, key = _quoted(each.column), _quoted(each.key)
    yield f"-- {_comment(f'{each.model}.{each.field} to {each.to}')}"
    yield (
        f"SELECT a.{column} FROM {_quoted(own)} AS a LEFT JOIN {_quoted(other)} AS b ON b.{key} = a.{column}"
        f" WHERE a.{column} IS NOT NULL AND b.{key} IS NULL;"
    )
    yield f"SELECT DISTINCT {column} FROM {_quoted(own)} WHERE {column} IS NOT NULL ORDER BY {column};\n"


def _quoted(identifier: str) -> str:
    doubled = identifier.replace('"', '""')
    return f'"{doubled}"'


def _comment(text: str) -> str:
    return " ".join(text.split())
