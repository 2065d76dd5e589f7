"""The types of the JSON report, from which its published schema is generated.

What the catalog says in the words of the format (apps, models, imports, blind spots) is written as it is; only what the
format says otherwise has a struct of its own here. `tests/emit/test_report.py` holds the keys of both to the format.
"""

from typing import Annotated, Final, Literal

import msgspec

from cutpoint.domain.access import Reason
from cutpoint.domain.boundary import Boundary
from cutpoint.domain.catalog import App, Import, Model
from cutpoint.domain.doubt import Doubt
from cutpoint.domain.source import BlindSpot, Evidence
from cutpoint.domain.summary import Summary
from cutpoint.emit.access_rows import AccessRow
from cutpoint.emit.belonging import ServiceRow
from cutpoint.emit.cuts.cut_rows import CutRow
from cutpoint.emit.entry_rows import EntryPointRow
from cutpoint.emit.table_rows import SharedTableRow, TableRow
from cutpoint.emit.transaction_rows import TransactionRow

SCHEMA_VERSION: Final = "2"


class ReadPackage(msgspec.Struct, frozen=True):
    """A library that lies in the folders with installed packages."""

    name: str
    version: Annotated[
        str | None,
        msgspec.Meta(
            description="Of the release that was read; null where several lie there and nothing tells whose the files are."
        ),
    ]
    pin: Annotated[
        str | None,
        msgspec.Meta(description="What the project asks for, as it writes it; null where any release will do."),
    ]


class AnalyzedWith(msgspec.Struct, frozen=True):
    """Versions that decide what can be read: of the Python that cutpoint ran on, of the Django whose source it read, and of libraries."""

    python: str
    django: str
    packages: Annotated[
        tuple[ReadPackage, ...], msgspec.Meta(description="Those that were given or found, sorted by normalized name.")
    ]


class Tool(msgspec.Struct, frozen=True):
    """What wrote the file."""

    name: str
    version: str


class Analyzer(Tool, frozen=True):
    """What wrote the report, and with what."""

    analyzed_with: AnalyzedWith


class Project(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was read; paths are relative to the analyzed folder, of which only the name is told."""

    root: str
    settings: str | None
    path: tuple[str, ...]
    packages: tuple[str, ...]
    files: int
    lines: int
    test_files: int
    parse_failures: int
    apps_from: Annotated[
        Literal["settings", "configuration", "folders"],
        msgspec.Meta(description="Where the apps are known from; from folders, they are guessed."),
    ]
    seconds: Annotated[
        float | msgspec.UnsetType, msgspec.Meta(description="How long the analysis took; only with --timings.")
    ] = msgspec.UNSET


class SwappedModel(msgspec.Struct, frozen=True):
    """A setting, such as AUTH_USER_MODEL, and the model it puts in the place of another."""

    setting: str
    model: str


class SettingsReport(msgspec.Struct, frozen=True):
    """What was read of the settings module, and how it was found."""

    module: str | None
    found_by: str
    chain: tuple[str, ...]
    candidates: tuple[str, ...]
    installed_apps: tuple[str, ...]
    auth_user_model: str
    swappable: tuple[SwappedModel, ...]
    databases: tuple[str, ...]
    database_routers: tuple[str, ...]
    middleware: tuple[str, ...]
    root_urlconf: str | None
    atomic_requests: tuple[str, ...]


class MissingPackage(msgspec.Struct, frozen=True):
    """A package that is imported and has no source here, and how many files of ours import it."""

    name: str
    files: int


class CircleEdge(msgspec.Struct, frozen=True):
    """Import statements by which one app needs another."""

    source: str
    target: str
    weight: int
    evidence: tuple[Evidence, ...]


class CircleReport(msgspec.Struct, frozen=True):
    """Apps that all need each other to be imported, and the cheapest edges to cut."""

    apps: tuple[str, ...]
    weight: int
    cheapest: tuple[CircleEdge, ...]


class Seen(msgspec.Struct, frozen=True):
    """A share."""

    seen: Annotated[float, msgspec.Meta(ge=0, le=1)]


class CauseReport(msgspec.Struct, frozen=True):
    """What hides a part of the writes that are not seen: the kind of blind spot, its share of all writes, and what would mend it."""

    kind: str
    share: Annotated[float, msgspec.Meta(ge=0, le=1)]
    evidence: tuple[Evidence, ...]
    remedy: str


class CoverageReport(msgspec.Struct, frozen=True):
    """How much of what the code does to tables is in the report, proved or inferred, by the report's own estimate."""

    writes: Seen
    reads: Seen
    causes: tuple[CauseReport, ...]


class ResolutionReport(msgspec.Struct, frozen=True):
    """How many places that look like queries were understood, and why the others were not."""

    query_sites: int
    resolved: int
    rate: float
    reasons: tuple[Reason, ...]


class Report(msgspec.Struct, frozen=True):
    """What `cutpoint analyze --format json` writes; lists are sorted, and the same input gives the same bytes."""

    schema_version: Literal["2"]
    tool: Analyzer
    complete: bool
    doubts: tuple[Doubt, ...]
    """Why all of it is doubtful, the gravest reason first."""
    summary: Summary | None
    """What to read first."""
    project: Project
    settings: SettingsReport
    apps: tuple[App, ...]
    models: tuple[Model, ...]
    services: tuple[ServiceRow, ...]
    tables: tuple[TableRow, ...]
    imports: tuple[Import, ...]
    accesses: tuple[AccessRow, ...]
    transactions: tuple[TransactionRow, ...]
    entry_points: tuple[EntryPointRow, ...]
    shared_tables: tuple[SharedTableRow, ...]
    import_circles: tuple[CircleReport, ...]
    cut_points: tuple[CutRow, ...]
    boundaries: tuple[Boundary, ...]
    """Those of `cuts list` that apps, groups of apps and packages propose, the best first; it looks further."""
    missing_packages: tuple[MissingPackage, ...]
    resolution: ResolutionReport
    coverage: CoverageReport
    blind_spots: tuple[BlindSpot, ...]
