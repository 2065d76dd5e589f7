"""Weighing → columns, with every text by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cutpoint.domain.weighing import Weighing
    from cutpoint.emit.html.nouns import Nouns
    from cutpoint.emit.html.strings import Strings


def weighing_data(weighing: Weighing, nouns: Nouns, strings: Strings) -> dict[str, Any]:
    """The same numbers as they come, texts in them by their numbers; models, apps and modules stay those of *weighing*."""
    names = {
        "models": [strings(label) for label in weighing.models],
        "noun": [nouns.model.get(label, -1) for label in weighing.models],
        "groups": [strings(name) for name in weighing.groups],
        "apps": [strings(label) for label in weighing.apps],
        "modules": [strings(name) for name in weighing.modules],
        "functions": [strings(name) for name in weighing.functions],
        "migrationPaths": [strings(path) for path in weighing.migration_paths],
    }
    numbers = {
        "ours": weighing.ours,
        "groupOfModel": weighing.group_of_model,
        "isBlind": weighing.is_blind,
        "appOfModel": weighing.app_of_model,
        "columns": weighing.columns,
        "sensitive": weighing.sensitive,
        "appOfModule": weighing.app_of_module,
        "moduleLeanings": weighing.module_leanings,
        "homes": weighing.homes,
        "homeOfModule": weighing.home_of_module,
        "hardly": weighing.hardly,
        "moduleWritten": weighing.module_written,
        "written": weighing.written,
        "moduleOfFunction": weighing.module_of_function,
        "rowModel": weighing.row_model,
        "alike": weighing.alike,
        "rarities": weighing.rarities,
        "functionLeanings": weighing.function_leanings,
        "migrations": weighing.migrations,
        "neighbors": weighing.neighbors,
        "degrees": weighing.degrees,
    }
    rows = {
        "uses": _numbered(weighing.uses, strings),
        "links": _numbered(weighing.links, strings),
        "extents": [
            [named, strings(function), strings(path), line] for named, function, path, line in weighing.extents
        ],
        "calls": _numbered(weighing.calls, strings),
        "imports": _numbered(weighing.imports, strings),
        "testImports": _numbered(weighing.test_imports, strings),
        "weights": [[strings(name), weight] for name, weight in weighing.weights],
    }
    return {**names, **numbers, **rows}


def _numbered(rows: tuple[tuple[int | str, ...], ...], strings: Strings) -> list[list[int]]:
    return [[strings(part) if isinstance(part, str) else part for part in row] for row in rows]
