"""Analysis → the rows of the report about transactions, in the words of the published format."""

from typing import Literal

import msgspec

from cutpoint.domain.access import Certainty, Step
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.service import Services
from cutpoint.domain.transaction import Anomaly, Label, Touched, TransactionKind
from cutpoint.emit.table_services import service_of_table


class AnomalyRow(msgspec.Struct, frozen=True):
    """A table that is read before tables of other services are written: outdated by then, once no database locks both."""

    kind: Literal["read-modify-write", "write-skew"]
    read: str
    at: Step
    """Where it is read."""
    writes: tuple[str, ...]


class TransactionRow(msgspec.Struct, frozen=True):
    """One place that opens a transaction, with everything that its extent reaches."""

    path: str
    line: int
    end_line: int
    function: str
    module: str
    app: str | None
    kind: TransactionKind
    using: str | None
    durable: bool
    nested: bool
    generic: bool
    certainty: Certainty
    label: Label
    tables: tuple[str, ...]
    """Those that it writes."""
    reads: tuple[str, ...]
    apps: tuple[str, ...]
    """The owners of the tables that it writes."""
    written: tuple[Touched, ...]
    anomalies: tuple[AnomalyRow, ...]


def transaction_rows(analysis: Analysis, services: Services | None = None) -> tuple[TransactionRow, ...]:
    """All of them, sorted by place, labeled for *services*: those that are configured, by default one for each app."""
    owners = {table.name: table.owner for table in analysis.tables}
    service_of = service_of_table(analysis, services)
    return tuple(
        TransactionRow(
            path=each.path,
            line=each.line,
            end_line=each.end_line,
            function=each.function,
            module=each.module,
            app=each.app,
            kind=each.kind,
            using=each.using,
            durable=each.durable,
            nested=each.is_nested,
            generic=each.is_generic,
            certainty=each.certainty,
            label=each.label(service_of),
            tables=tuple(touched.table for touched in each.written),
            reads=tuple(touched.table for touched in each.read),
            apps=tuple(sorted({owner for touched in each.written if (owner := owners.get(touched.table)) is not None})),
            written=each.written,
            anomalies=tuple(map(_anomaly_row, each.anomalies(service_of))),
        )
        for each in analysis.transactions
    )


def _anomaly_row(anomaly: Anomaly) -> AnomalyRow:
    kind: Literal["read-modify-write", "write-skew"] = "read-modify-write" if anomaly.is_written_too else "write-skew"
    return AnomalyRow(kind, anomaly.read.table, anomaly.read.chain[-1], anomaly.written)
