"""Subjects → files as nodes of their own beside models: those that declare them, and those whose code uses them.

A file is tied to its models and to files that it imports, so two models are near when code that works with the one loads
code that works with the other, even where no function touches both. Files that declare models are tied to the packages
around them, so that what nothing else ties to anything goes where its neighbors in the tree go. What files and packages
are called plays no part. Which models stand in one file or package is what `--blind` hides, and where code that uses them
stands isn't: that is what it does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log1p
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cutpoint.score.subjects import Subjects

IN_FILE = 2.0
IN_PACKAGE = 2.0
_FILE_IMPORT = 2.0
USED = 6.0
"""How much use in files weighs for a model in the mean; all kinds of ties between models together weigh about 2.5."""
_USE_IMPORT = 2.0
_DAMPING = 0.75

Edge = tuple[str, str, float]


def declaring_files(subjects: Subjects) -> tuple[Edge, ...]:
    """Models to the files that declare them, these to each other by imports, and to the packages that they lie in; sorted."""
    found = [(label, f"/{model.module}", IN_FILE) for label, model in subjects.models.items()]
    files = frozenset(model.module for model in subjects.models.values())
    found += [(f"/{inner}", f"/{outer}", IN_PACKAGE) for inner, outer in _nested(subjects)]
    pairs = imported_pairs(subjects, files)
    degrees = _degrees(dict.fromkeys(pairs, 1.0))
    found += [(f"/{one}", f"/{other}", _FILE_IMPORT / (degrees[one] * degrees[other]) ** 0.5) for one, other in pairs]
    return tuple(sorted(found))


def using_files(subjects: Subjects) -> tuple[Edge, ...]:
    """Models to the files whose code uses them, by how many functions do, and these to each other by imports; sorted."""
    functions: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for access, function, module, _ in subjects.doings:
        for label in subjects.touched(access):
            functions[label, f"/{module}"].add(function)
    uses = {pair: log1p(len(found)) for pair, found in sorted(functions.items())}
    files = frozenset(file.removeprefix("/") for _, file in functions)
    imports = {(f"/{one}", f"/{other}"): 1.0 for one, other in imported_pairs(subjects, files)}
    weights = {
        **_scaled(uses, USED, len({label for label, _ in functions})),
        **_scaled(imports, _USE_IMPORT, len(_degrees(imports))),
    }
    return tuple(sorted((one, other, weight) for (one, other), weight in weights.items()))


def _nested(subjects: Subjects) -> tuple[tuple[str, str], ...]:
    """Files and packages, each with the nearest package around it that holds more models, but not all; sorted."""
    counts: Counter[str] = Counter()
    for model in subjects.models.values():
        counts.update(and_around(model.module))
    found: set[tuple[str, str]] = set()
    for file in {model.module for model in subjects.models.values()}:
        inner = file
        for outer in and_around(file):
            if counts[inner] < counts[outer] < len(subjects.models):
                found.add((inner, outer))
                inner = outer
    return tuple(sorted(found))


def and_around(name: str) -> Iterator[str]:
    """A dotted name and those of the packages around it, the innermost first."""
    while name:
        yield name
        name = name.rpartition(".")[0]


def imported_pairs(subjects: Subjects, files: frozenset[str]) -> list[tuple[str, str]]:
    """Pairs of *files* of which one imports the other, each once, sorted."""
    found = {
        (min(each.importer, each.imported), max(each.importer, each.imported))
        for each in subjects.analysis.catalog.imports
        if each.scope != "typing"
        and each.importer in files
        and each.imported in files
        and each.importer != each.imported
    }
    return sorted(found)


def _degrees(weights: Mapping[tuple[str, str], float]) -> dict[str, float]:
    found: defaultdict[str, float] = defaultdict(float)
    for (one, other), weight in weights.items():
        found[one] += weight
        found[other] += weight
    return found


def _scaled(weights: Mapping[tuple[str, str], float], unit: float, count: int) -> dict[tuple[str, str], float]:
    """*weights*, damped at hubs, so that *count* nodes would have *unit* each."""
    degrees = _degrees(weights)
    damped = {pair: weight / (degrees[pair[0]] * degrees[pair[1]]) ** _DAMPING for pair, weight in weights.items()}
    whole = 2 * sum(damped.values())
    return {pair: unit * weight * count / whole for pair, weight in damped.items()} if whole else {}
