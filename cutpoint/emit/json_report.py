"""Analysis → the JSON report, and the types of the report → its JSON Schema."""

import os
import platform
from collections.abc import Iterable
from pathlib import PurePath

import msgspec

from cutpoint import __version__
from cutpoint.domain.access import QueryResolution, in_order
from cutpoint.domain.analysis import Analysis, Reading
from cutpoint.domain.boundary import Boundary
from cutpoint.domain.catalog import Catalog, Settings
from cutpoint.domain.coverage import Coverage
from cutpoint.domain.cut import CutPoint
from cutpoint.domain.graph import Circle
from cutpoint.domain.service import Services
from cutpoint.domain.summary import Summary
from cutpoint.emit.access_rows import access_row
from cutpoint.emit.belonging import Belonging
from cutpoint.emit.cuts.cut_rows import CutRow, brief, cut_row
from cutpoint.emit.entry_rows import entry_point_rows
from cutpoint.emit.json_text import json_text, schema_text
from cutpoint.emit.report import (
    SCHEMA_VERSION,
    AnalyzedWith,
    Analyzer,
    CauseReport,
    CircleEdge,
    CircleReport,
    CoverageReport,
    MissingPackage,
    Project,
    ReadPackage,
    Report,
    ResolutionReport,
    Seen,
    SettingsReport,
    SwappedModel,
)
from cutpoint.emit.table_rows import shared_table_row, table_rows
from cutpoint.emit.transaction_rows import transaction_rows


def json_report(
    analysis: Analysis,
    *,
    seconds: float | None = None,
    services: Services | None = None,
    summary: Summary | None = None,
    cut_points: Iterable[CutPoint] = (),
    boundaries: Iterable[Boundary] = (),
) -> str:
    """The report as JSON with one item of each list on a line; *seconds* is told only when it is given."""
    return json_text(
        report_of(
            analysis,
            seconds=seconds,
            services=services,
            summary=summary,
            cut_points=cut_points,
            boundaries=boundaries,
        )
    )


def json_schema() -> str:
    """The JSON Schema of the report, sorted and indented."""
    return schema_text("cutpoint report", Report)


def report_of(
    analysis: Analysis,
    *,
    seconds: float | None = None,
    services: Services | None = None,
    summary: Summary | None = None,
    cut_points: Iterable[CutPoint] = (),
    boundaries: Iterable[Boundary] = (),
) -> Report:
    """*analysis* in the words of the published format, as *services* divide it, by default each app for itself."""
    catalog = analysis.catalog
    belonging = Belonging(services, analysis)
    return Report(
        schema_version=SCHEMA_VERSION,
        tool=Analyzer("cutpoint", __version__, _analyzed_with(analysis)),
        complete=analysis.is_complete,
        doubts=analysis.doubts,
        summary=summary,
        project=_project(analysis.reading, catalog, seconds),
        settings=_settings(catalog.settings),
        apps=tuple(sorted(catalog.apps, key=lambda app: (app.label, app.name))),
        models=tuple(sorted(catalog.models, key=lambda model: (model.label, model.path, model.line))),
        services=belonging.rows(analysis),
        tables=table_rows(analysis.tables, belonging),
        imports=tuple(sorted(catalog.imports)),
        accesses=tuple(access_row(access, belonging) for access in in_order(analysis.accesses)),
        transactions=transaction_rows(analysis, services),
        entry_points=entry_point_rows(analysis, services),
        shared_tables=tuple(shared_table_row(shared, belonging) for shared in analysis.shared_tables),
        import_circles=tuple(map(_circle, analysis.import_circles)),
        cut_points=tuple(map(_cut_row, cut_points)),
        boundaries=tuple(boundaries),
        missing_packages=tuple(MissingPackage(name, files) for name, files in catalog.missing_packages),
        resolution=_resolution(analysis.query_resolution),
        coverage=_coverage(analysis.coverage),
        blind_spots=tuple(sorted(analysis.blind_spots)),
    )


def _analyzed_with(analysis: Analysis) -> AnalyzedWith:
    packages = (
        ReadPackage(library.name, library.version, (library.pin.text or None) if library.pin else None)
        for library in analysis.libraries.read
    )
    return AnalyzedWith(platform.python_version(), analysis.catalog.django, tuple(packages))


def _cut_row(point: CutPoint) -> CutRow:
    """Sides are for who looks at one cut: here they would say of every model what `models` says already."""
    return msgspec.structs.replace(cut_row(brief(point)), sides=())


def relative_packages(reading: Reading) -> tuple[str, ...]:
    """The packages folders as seen from the root: a report tells nothing about the machine it was made on."""
    return tuple(_seen_from(reading.root, folder) for folder in reading.packages)


def _seen_from(root: str, folder: str) -> str:
    try:
        return PurePath(os.path.relpath(folder, root)).as_posix()
    except ValueError:
        # On Windows, another drive.
        return PurePath(folder).name


def _project(reading: Reading, catalog: Catalog, seconds: float | None) -> Project:
    return Project(
        root=PurePath(reading.root).name,
        settings=catalog.settings.module,
        path=catalog.python_path,
        packages=relative_packages(reading),
        files=reading.files,
        lines=reading.lines,
        test_files=reading.test_files,
        parse_failures=reading.parse_failures,
        apps_from=catalog.settings.apps_from,  # type: ignore[arg-type] # it is one of these
        seconds=msgspec.UNSET if seconds is None else round(seconds, 3),
    )


def _settings(settings: Settings) -> SettingsReport:
    return SettingsReport(
        module=settings.module,
        found_by=settings.found_by,
        chain=settings.chain,
        candidates=settings.candidates,
        installed_apps=settings.installed_apps,
        auth_user_model=settings.auth_user_model,
        swappable=tuple(SwappedModel(setting, model) for setting, model in settings.swappable),
        databases=settings.databases,
        database_routers=settings.database_routers,
        middleware=settings.middleware,
        root_urlconf=settings.root_urlconf,
        atomic_requests=settings.atomic_requests,
    )


def _resolution(resolution: QueryResolution) -> ResolutionReport:
    return ResolutionReport(resolution.query_sites, resolution.resolved, round(resolution.rate, 4), resolution.reasons)


def _coverage(coverage: Coverage) -> CoverageReport:
    causes = (CauseReport(cause.kind, cause.share, cause.evidence, cause.remedy) for cause in coverage.causes)
    return CoverageReport(Seen(coverage.writes_seen), Seen(coverage.reads_seen), tuple(causes))


def _circle(circle: Circle) -> CircleReport:
    edges = (CircleEdge(edge.source, edge.target, edge.weight, edge.evidence) for edge in circle.cheapest)
    return CircleReport(circle.nodes, circle.weight, tuple(edges))
