"""What interpret hands on: all that was found out about queries."""

import msgspec

from cutpoint.domain.access import Access, QueryResolution
from cutpoint.domain.column_use import ColumnUse
from cutpoint.domain.entry_point import EntryPoint
from cutpoint.domain.source import BlindSpot
from cutpoint.domain.transaction import Transaction
from cutpoint.domain.use import QueryWord


class Queries(msgspec.Struct, frozen=True):
    """All that was found out about queries; by default, that nobody has looked."""

    accesses: tuple[Access, ...] = ()
    resolution: QueryResolution = QueryResolution(0, 0, ())
    blind_spots: tuple[BlindSpot, ...] = ()
    transactions: tuple[Transaction, ...] = ()
    """Sorted by place."""
    entry_points: tuple[EntryPoint, ...] = ()
    columns: tuple[ColumnUse, ...] = ()
    """Sorted by place."""
    flow: bytes = b""
    """What lies behind the entry points, packed (`cutpoint.domain.flow`)."""
    words: tuple[QueryWord, ...] = ()
    """Calls that look like queries, on an unresolved receiver."""
