"""What somebody typed → the table, app or place of the analysis that it names; or UsageError with what it may have meant."""

import difflib
import os
import re
from collections.abc import Iterable
from pathlib import PurePath

from cutpoint.domain.access import Table
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.catalog import Model
from cutpoint.domain.errors import UsageError
from cutpoint.domain.source import Evidence

# Editors and linters add a column, which says nothing here.
_PLACE = re.compile(r"(?P<path>.+?):(?P<line>[0-9]+)(?::[0-9]+)?", re.DOTALL)
_MOST_CANDIDATES = 10


def table_named(analysis: Analysis, text: str) -> Table:
    """The table called *text*, or that of the model with this label or bare name; case decides only between several."""
    tables = {table.name: table for table in analysis.tables}
    models = analysis.catalog.models
    for fold in (str, str.casefold):
        wanted = fold(text)
        found = [name for name in tables if fold(name) == wanted]
        if len(found) == 1:
            return tables[found[0]]
        for names in ([(model.label, model) for model in models], [(model.name, model) for model in models]):
            named = [model for name, model in names if fold(name) == wanted]
            if named:
                return _table_of(_only(text, named), tables)
    raise UsageError(f"there is no table or model called {text}{meant(text, [*tables, *_names(models)])}")


def app_named(analysis: Analysis, text: str) -> str:
    """The label of the app whose label or package is *text*."""
    apps = analysis.catalog.apps
    for app in apps:
        if app.label == text:
            return app.label
    for app in apps:
        if app.name == text:
            return app.label
    raise UsageError(f"no app is named {text}{meant(text, [name for app in apps for name in (app.label, app.name)])}")


def as_place(text: str) -> tuple[str, int] | None:
    """(file as typed, line) of a text such as `shop/views.py:12`, or None when it names no place."""
    found = _PLACE.fullmatch(text)
    return None if found is None else (found["path"], int(found["line"]))


def place_named(analysis: Analysis, file: str, number: int) -> Evidence:
    """The place in the analyzed project; *file* is relative to its folder, or to where we are, or absolute."""
    if number < 1:
        raise UsageError(f"{file}:{number}: lines start at 1")
    known = _known_files(analysis)
    root = analysis.reading.root
    readings = _as_seen_from(root, file)
    for path in readings:
        if path in known:
            return Evidence(path, number)
    for path in readings:
        if os.path.isfile(os.path.join(root, path)):
            return Evidence(path, number)
    near = [path for path in sorted(known) if path.endswith(tuple(f"/{path}" for path in readings))]
    raise UsageError(f"there is no file {file} in the project{meant(file, near or known)}")


def meant(text: str, names: Iterable[str]) -> str:
    """`; did you mean shop.Order?`, or nothing when nothing is near."""
    folded = {name.casefold(): name for name in sorted(names, reverse=True)}
    near = difflib.get_close_matches(text.casefold(), folded, n=3, cutoff=0.6)
    if not near:
        return ""
    return f"; did you mean {' or '.join(folded[name] for name in near)}?"


def _as_seen_from(root: str, file: str) -> list[str]:
    """*file* relative to *root*: as it is, and as seen from where we are; only what lies inside."""
    if "\0" in file:
        return []
    from_here = os.path.relpath(os.path.realpath(file), os.path.realpath(root))
    paths = [PurePath(os.path.normpath(path)).as_posix() for path in (file, from_here)]
    return [path for path in paths if not path.startswith("../") and not os.path.isabs(path)]


def _known_files(analysis: Analysis) -> set[str]:
    catalog = analysis.catalog
    return {
        *(module.path for module in catalog.modules),
        *(access.path for access in analysis.accesses),
        *(spot.path for spot in analysis.blind_spots),
    }


def _only(text: str, models: list[Model]) -> Model:
    with_table = [model for model in models if model.table is not None and not model.swapped] or models
    if len({model.table for model in with_table}) > 1:
        raise UsageError(f"several models are called {text}: {_listed(model.label for model in with_table)}; say which")
    return with_table[0]


def _table_of(model: Model, tables: dict[str, Table]) -> Table:
    if model.table in tables:
        return tables[model.table]
    why = "is abstract" if model.abstract else "is swapped for another" if model.swapped else "has no table"
    raise UsageError(f"{model.label} {why}, so no row of it is written or read: ask for a model with a table")


def _names(models: Iterable[Model]) -> list[str]:
    return [name for model in models if not model.abstract for name in (model.label, model.name)]


def _listed(names: Iterable[str]) -> str:
    found = sorted(names)
    left = len(found) - _MOST_CANDIDATES
    return ", ".join(found[:_MOST_CANDIDATES]) + (f" and {left} more" if left > 0 else "")
