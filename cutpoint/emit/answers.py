"""The types of what `who-writes`, `who-reads` and `explain` answer as JSON."""

from typing import Literal

import msgspec

from cutpoint.domain.catalog import Import, RelationKind
from cutpoint.domain.doubt import Doubt
from cutpoint.domain.source import BlindSpot
from cutpoint.emit.access_rows import AccessRow
from cutpoint.emit.table_rows import TableRow


class Users(msgspec.Struct, frozen=True):
    """Who writes or reads a table."""

    schema_version: Literal["2"]
    complete: bool
    """False when anything was lost on the way, and so may be missing here."""
    doubts: tuple[Doubt, ...]
    """Why all of it is doubtful, the gravest reason first."""
    question: Literal["who-writes", "who-reads"]
    table: TableRow
    accesses: tuple[AccessRow, ...]


class RelationRow(msgspec.Struct, frozen=True):
    """A field of *model* that points at another model."""

    model: str
    name: str
    kind: RelationKind
    to: str | None
    on_delete: str | None
    path: str
    line: int


class NeedRow(msgspec.Struct, frozen=True):
    """Everything by which the app *source* needs the app *target*."""

    source: str
    target: str
    imports: tuple[Import, ...]
    relations: tuple[RelationRow, ...]
    writes: tuple[AccessRow, ...]
    reads: tuple[AccessRow, ...]
    joins: tuple[AccessRow, ...]


class ExplainedApps(msgspec.Struct, frozen=True):
    """How two apps need each other."""

    schema_version: Literal["2"]
    complete: bool
    """False when anything was lost on the way, and so may be missing here."""
    doubts: tuple[Doubt, ...]
    """Why all of it is doubtful, the gravest reason first."""
    needs: tuple[NeedRow, ...]


class ExplainedPlace(msgspec.Struct, frozen=True):
    """What is known of one line."""

    schema_version: Literal["2"]
    complete: bool
    """False when anything was lost on the way, and so may be missing here."""
    doubts: tuple[Doubt, ...]
    """Why all of it is doubtful, the gravest reason first."""
    path: str
    line: int
    module: str | None
    app: str | None
    models: tuple[str, ...]
    relations: tuple[RelationRow, ...]
    imports: tuple[Import, ...]
    accesses: tuple[AccessRow, ...]
    led_here: tuple[AccessRow, ...]
    """Accesses elsewhere that this line makes happen, or that come by it."""
    blind_spots: tuple[BlindSpot, ...]
    before: tuple[AccessRow, ...]
    after: tuple[AccessRow, ...]
