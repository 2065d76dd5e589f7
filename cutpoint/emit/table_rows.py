"""Tables → the rows of the report about them: in the words of the published format, with services."""

from collections.abc import Iterable

import msgspec

from cutpoint.domain.access import Action, Bucket, Move, SharedTable, Table, TableUse
from cutpoint.domain.source import Evidence
from cutpoint.emit.belonging import Belonging

_EACH_APP = Belonging()


class Writer(msgspec.Struct, frozen=True):
    """A service that writes a table: in how many places, and how."""

    service: str | None
    app: str | None
    sites: int
    actions: tuple[Action, ...]


class Reader(msgspec.Struct, frozen=True):
    """A service that reads a table, and in how many places."""

    service: str | None
    app: str | None
    sites: int


class TableRow(msgspec.Struct, frozen=True):
    """A table, the model that declares it, and the app of that model, which owns it."""

    name: str
    model: str | None
    owner: str | None
    bucket: Bucket
    writers: tuple[Writer, ...]
    readers: tuple[Reader, ...]


class MoveRow(msgspec.Struct, frozen=True):
    """Write sites of one service that would have to go through the table's writer."""

    service: str | None
    app: str | None
    sites: int
    evidence: tuple[Evidence, ...]


class SharedTableRow(msgspec.Struct, frozen=True):
    """A table that several services write, who should own it, and the cheapest way to one writer."""

    table: str
    owner: str | None
    bucket: Bucket
    suggested_owner: str | None
    reason: str
    writers: tuple[Writer, ...]
    writer: str
    moves: tuple[MoveRow, ...]
    sites_to_move: int


def table_rows(tables: Iterable[Table], belonging: Belonging = _EACH_APP) -> tuple[TableRow, ...]:
    """One row per table, in the order given."""
    return tuple(
        TableRow(
            name=table.name,
            model=table.model,
            owner=table.owner,
            bucket=table.bucket,
            writers=writer_rows(table.writers, belonging),
            readers=reader_rows(table.readers, belonging),
        )
        for table in tables
    )


def writer_rows(uses: Iterable[TableUse], belonging: Belonging = _EACH_APP) -> tuple[Writer, ...]:
    """A writer for each use, and for each service that its app's code belongs to."""
    return tuple(
        Writer(service, use.app, sites, use.actions) for use in uses for service, sites in belonging.of_uses(use)
    )


def reader_rows(uses: Iterable[TableUse], belonging: Belonging = _EACH_APP) -> tuple[Reader, ...]:
    """A reader for each use, and for each service that its app's code belongs to."""
    return tuple(Reader(service, use.app, sites) for use in uses for service, sites in belonging.of_uses(use))


def shared_table_row(shared: SharedTable, belonging: Belonging = _EACH_APP) -> SharedTableRow:
    """*shared* with services."""
    return SharedTableRow(
        table=shared.table,
        owner=shared.owner,
        bucket=shared.bucket,
        suggested_owner=shared.suggested_owner,
        reason=shared.reason,
        writers=writer_rows(shared.writers, belonging),
        writer=shared.writer,
        moves=tuple(_move_row(move, belonging) for move in shared.moves),
        sites_to_move=shared.sites_to_move,
    )


def _move_row(move: Move, belonging: Belonging) -> MoveRow:
    return MoveRow(belonging.of_app(move.app), move.app, len(move.evidence), move.evidence)
