"""The result of `analyze`: what every emitter reads, and nothing else."""

import msgspec

from cutpoint.domain.access import Access, QueryResolution, SharedTable, Table
from cutpoint.domain.catalog import Catalog
from cutpoint.domain.column_use import ColumnUse
from cutpoint.domain.coverage import Coverage
from cutpoint.domain.doubt import Doubt, doubts_of
from cutpoint.domain.entry_point import EntryPoint
from cutpoint.domain.finding import Ignore
from cutpoint.domain.graph import Circle, Graph
from cutpoint.domain.library import Libraries
from cutpoint.domain.source import BlindSpot
from cutpoint.domain.transaction import Transaction


class Reading(msgspec.Struct, frozen=True):
    """What was read of the disk; a parse failure is a file of ours of which nothing could be read."""

    root: str
    files: int
    lines: int
    test_files: int
    parse_failures: int
    packages: tuple[str, ...]
    django_roots: tuple[str, ...]


class Analysis(msgspec.Struct, frozen=True):
    """Everything that one run found out about a monolith."""

    reading: Reading
    catalog: Catalog
    app_imports: Graph
    """Imports between apps of ours; nodes are app labels."""
    app_relations: Graph
    """Relations between apps; nodes are app labels; kinds are relation kinds."""
    import_circles: tuple[Circle, ...]
    """Circles among apps of ours by module-level imports, heaviest first."""
    blind_spots: tuple[BlindSpot, ...]
    """All of them, sorted by place."""
    unread: tuple[BlindSpot, ...] = ()
    """Those behind which whole files of code, or folders, lie that nobody has read; sorted."""
    ignores: tuple[Ignore, ...] = ()
    """Comments that accept findings of rules, sorted."""
    accesses: tuple[Access, ...] = ()
    """Sorted by place."""
    tables: tuple[Table, ...] = ()
    """Sorted by name."""
    shared_tables: tuple[SharedTable, ...] = ()
    """Those of *tables* that several apps write, sorted by name."""
    query_resolution: QueryResolution = QueryResolution(0, 0, ())
    coverage: Coverage = Coverage()
    """How much of what the code does to tables is told here, by our own estimate."""
    app_queries: Graph = Graph((), ())
    """Accesses of apps to tables of others; nodes are app labels; kinds are `read`, `join` and `write`."""
    transactions: tuple[Transaction, ...] = ()
    """Sorted by place."""
    entry_points: tuple[EntryPoint, ...] = ()
    """Sorted by kind and name."""
    columns: tuple[ColumnUse, ...] = ()
    """What functions take from rows and put into them, sorted by place."""
    libraries: Libraries = Libraries()
    """What was read of installed packages, and what the project asks for."""
    flow: bytes = b""
    """What lies behind the entry points, packed (`cutpoint.domain.flow`)."""

    @property
    def lost(self) -> tuple[BlindSpot, ...]:
        """What was lost on the way; sorted. Any of it may be missing from everything else, or make it wrong."""
        return tuple(spot for spot in self.blind_spots if spot.is_loss)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Why all of it is doubtful, the gravest reason first; empty where nothing is known that makes it so."""
        return doubts_of(self.catalog.settings, self.blind_spots)

    @property
    def is_complete(self) -> bool:
        """Whether nothing was lost."""
        return not self.lost
