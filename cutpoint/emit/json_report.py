"""Analysis → the JSON report, and the types of the report → its JSON Schema."""

import os
import re
from pathlib import PurePath
from typing import Any

import msgspec

from cutpoint import __version__
from cutpoint.domain.analysis import Analysis, Reading
from cutpoint.domain.catalog import Catalog, Settings
from cutpoint.domain.graph import Circle
from cutpoint.emit.report import (
    SCHEMA_VERSION,
    CircleEdge,
    CircleReport,
    MissingPackage,
    Project,
    Report,
    SettingsReport,
    SwappedModel,
    Tool,
)
from cutpoint.emit.table_rows import table_rows

# Inside JSON texts these may stand as they are, but somebody will show the report in a terminal or a CI log.
_STEERING = re.compile("[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|(?<=##)\\[")


def json_report(analysis: Analysis, *, seconds: float | None = None) -> str:
    """The report as JSON with one item of each list on a line; *seconds* is told only when it is given."""
    return _laid_out(report_of(analysis, seconds=seconds))


def json_schema() -> str:
    """The JSON Schema of the report, sorted and indented."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "cutpoint report",
        **msgspec.json.schema(Report),
    }
    return msgspec.json.format(msgspec.json.encode(schema, order="sorted"), indent=2).decode() + "\n"


def report_of(analysis: Analysis, *, seconds: float | None = None) -> Report:
    """*analysis* in the words of the published format."""
    catalog = analysis.catalog
    return Report(
        schema_version=SCHEMA_VERSION,
        tool=Tool("cutpoint", __version__),
        project=_project(analysis.reading, catalog, seconds),
        settings=_settings(catalog.settings),
        apps=tuple(sorted(catalog.apps, key=lambda app: (app.label, app.name))),
        models=tuple(sorted(catalog.models, key=lambda model: (model.label, model.path, model.line))),
        tables=table_rows(catalog),
        imports=tuple(sorted(catalog.imports)),
        import_circles=tuple(map(_circle, analysis.import_circles)),
        missing_packages=tuple(MissingPackage(name, files) for name, files in catalog.missing_packages),
        blind_spots=tuple(sorted(analysis.blind_spots)),
    )


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


def _circle(circle: Circle) -> CircleReport:
    edges = (CircleEdge(edge.source, edge.target, edge.weight, edge.evidence) for edge in circle.cheapest)
    return CircleReport(circle.nodes, circle.weight, tuple(edges))


def _laid_out(report: Report) -> str:
    encoder = msgspec.json.Encoder()
    keys: list[bytes] = []
    for key in Report.__struct_fields__:
        value = getattr(report, key)
        try:
            text = _one_per_line(encoder, value)
        except UnicodeEncodeError:
            # A file name that is not UTF-8 comes as lone surrogates, which JSON in UTF-8 can't hold.
            text = _one_per_line(encoder, _without_surrogates(msgspec.to_builtins(value)))
        keys.append(b'  "%s": %s' % (key.encode(), text))
    return _STEERING.sub(_escaped, (b"{\n" + b",\n".join(keys) + b"\n}\n").decode())


def _one_per_line(encoder: msgspec.json.Encoder, value: object) -> bytes:
    if not isinstance(value, tuple | list) or not value:
        return encoder.encode(value)
    # No line of these has a newline of its own: inside texts JSON escapes it.
    lines = encoder.encode_lines(value).rstrip(b"\n").replace(b"\n", b",\n    ")
    return b"[\n    " + lines + b"\n  ]"


def _without_surrogates(value: Any) -> Any:  # noqa: ANN401 - whatever msgspec makes of a report
    match value:
        case str():
            return value.encode("utf-8", "backslashreplace").decode()
        case dict():
            return {key: _without_surrogates(item) for key, item in value.items()}
        case list() | tuple():
            return [_without_surrogates(item) for item in value]
        case _:
            return value


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
