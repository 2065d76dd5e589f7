"""What a page needs to weigh cuts by itself, with the same result: everything that factors and bills look at, in numbers."""

from __future__ import annotations

import msgspec

Flat = tuple[tuple[int, ...], ...]


class Weighing(msgspec.Struct, frozen=True):
    """Rows of numbers that index *models*, *apps*, *modules* and *functions*; -1 for none."""

    models: tuple[str, ...]
    """Labels of those that take a side, sorted, and after them third-party ones."""
    ours: int
    """How many of them are ours."""
    groups: tuple[str, ...]
    group_of_model: tuple[int, ...]
    is_blind: bool
    apps: tuple[str, ...]
    app_of_model: tuple[int, ...]
    columns: tuple[int, ...]
    """Of each model, how many there are."""
    sensitive: tuple[int, ...]
    """Of each model, how many of its columns look sensitive."""
    modules: tuple[str, ...]
    app_of_module: tuple[int, ...]
    module_leanings: tuple[tuple[float, ...], ...]
    """Of each module, (model, weight) after each other."""
    homes: Flat
    """Models of an app, or of a package where an app has none: where they all are on one side, code of it is at home there."""
    home_of_module: tuple[int, ...]
    hardly: float
    """Code leaves its home when what it does across weighs so many times what it does there."""
    module_written: Flat
    """Of each module, the models that it writes by itself."""
    functions: tuple[str, ...]
    module_of_function: tuple[int, ...]
    row_model: tuple[int, ...]
    """Of each function, the model whose method it is."""
    function_leanings: tuple[tuple[float, ...], ...]
    written: Flat
    """Of each function, the models that it writes by itself."""
    alike: tuple[int, ...]
    """Of each function, a number for all that go the same way whatever is cut."""
    rarities: tuple[float, ...]
    """Of each function, from 0 (it touches every model) to 1 (it touches one)."""
    uses: tuple[tuple[int | str, ...], ...]
    """(function, model, action, via, in a loop, path, line, base of a join, class of a join)."""
    links: tuple[tuple[int | str, ...], ...]
    """(model, other model, name, kind, on delete, path, line)."""
    extents: tuple[tuple[tuple[int, ...], str, str, int], ...]
    """(models that it writes by name, function, path, line)."""
    calls: tuple[tuple[int | str, ...], ...]
    """(caller, its number among functions, its module, function that it calls, path, line)."""
    imports: tuple[tuple[int | str, ...], ...]
    """(importer, imported, path, line) of code that runs."""
    test_imports: tuple[tuple[int | str, ...], ...]
    """The same of tests, sorted."""
    migrations: Flat
    """(module, app)."""
    migration_paths: tuple[str, ...]
    neighbors: tuple[tuple[float, ...], ...]
    """Of each model, (other model, weight of what ties them) after each other."""
    degrees: tuple[float, ...]
    weights: tuple[tuple[str, float], ...]
    """Of each factor, sorted by name."""
