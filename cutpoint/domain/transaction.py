"""Transactions: the tables that are read and written in one atomic extent, explicit or implicit."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.access import Certainty, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class TransactionKind(StrEnum):
    """What opens a transaction."""

    ATOMIC = "atomic"
    """A `with` block, or an exit stack."""
    DECORATOR = "decorator"
    """A decorator of a function or method."""
    CLASS = "class"
    """A decorator of a class that wraps one of its methods, as `dispatch`."""
    REQUEST = "request"
    """`ATOMIC_REQUESTS`, around a view."""
    IMPLICIT = "implicit"
    """Django itself, around what one call does."""


class Label(StrEnum):
    """What a transaction means once each service has a database of its own."""

    LOCAL = "local"
    """It stays one."""
    READS_ACROSS = "reads-across"
    """What it reads of other services may have changed when it commits."""
    WRITES_ACROSS = "writes-across"
    """No database can commit it: it writes tables of several services."""


class Touched(msgspec.Struct, frozen=True, order=True):
    """A table that is read or written inside, and the shortest way there."""

    table: str
    certainty: Certainty
    chain: tuple[Step, ...]
    """From the transaction's own code to the line that does it; that line is the last step."""


class Extent(msgspec.Struct, frozen=True, order=True):
    """The tables of one way to run it; what is only possible is left out."""

    writes: tuple[str, ...]
    reads: tuple[str, ...]


class Anomaly(msgspec.Struct, frozen=True, order=True):
    """What is read in one service before another service is written: it may be outdated when that commits."""

    read: Touched
    written: tuple[str, ...]
    """The tables of other services that are written after it, sorted."""
    is_written_too: bool
    """Whether the table is also written itself: a read-modify-write, and else a candidate for write skew."""


class Transaction(msgspec.Struct, frozen=True, order=True):
    """One place that opens a transaction."""

    path: str
    line: int
    end_line: int
    function: str
    module: str
    app: str | None
    kind: TransactionKind
    using: str | None
    """The alias of the database; None when only run time knows."""
    durable: bool
    is_nested: bool
    """Whether it stands inside another one, to which its tables belong as well."""
    is_generic: bool
    """Whether it is a context manager or decorator whose users decide what is inside."""
    certainty: Certainty
    written: tuple[Touched, ...]
    """Sorted by table."""
    read: tuple[Touched, ...]
    extents: tuple[Extent, ...]
    """Different ones only, and none that another holds; sorted. Generic code has one for each way it is used."""

    def label(self, service_of: Callable[[str], str | None]) -> Label:
        """What it means; *service_of* tells who owns a table, None when that doesn't matter."""
        found = [self._label(extent, service_of) for extent in self.extents]
        ranks = list(Label)
        return max(found, key=ranks.index, default=Label.LOCAL)

    @staticmethod
    def _label(extent: Extent, service_of: Callable[[str], str | None]) -> Label:
        writing = _services(extent.writes, service_of)
        if len(writing) > 1:
            return Label.WRITES_ACROSS
        reading = _services(extent.reads, service_of)
        # What only reads promises nothing about what it has read.
        return Label.READS_ACROSS if writing and reading - writing else Label.LOCAL

    def anomalies(self, service_of: Callable[[str], str | None]) -> tuple[Anomaly, ...]:
        """What may go wrong after a cut, in the order of tables; only what one way to run it has together counts."""
        written = {touched.table: touched for touched in self.written}
        found: list[Anomaly] = []
        for read in self.read:
            own = service_of(read.table)
            if own is None or read.certainty is Certainty.POSSIBLE:
                continue
            together = {table for extent in self.extents if read.table in extent.reads for table in extent.writes}
            after = tuple(
                sorted(
                    table
                    for table in together
                    if service_of(table) not in (None, own) and _may_precede(read.chain[0], written[table].chain[0])
                )
            )
            if after:
                found.append(Anomaly(read, after, read.table in together))
        return tuple(found)


def _services(tables: Iterable[str], service_of: Callable[[str], str | None]) -> set[str]:
    return {service for table in tables if (service := service_of(table)) is not None}


def _may_precede(read: Step, written: Step) -> bool:
    """Whether the one may happen before the other; lines of different files say nothing about it."""
    return read.path != written.path or read.line <= written.line
