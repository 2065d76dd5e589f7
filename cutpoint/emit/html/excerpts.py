"""Places + the project's own text → a few lines around each, every line once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.source import Evidence
    from cutpoint.emit.html.strings import Strings

AROUND = 2
"""Lines before and after the one that is meant."""
MOST_CHARACTERS = 200
"""Of a line: what is longer was not written to be read."""


def excerpts(
    analysis: Analysis, content_of: Callable[[str], bytes | None], further: Iterable[Evidence], strings: Strings
) -> dict[str, list[int]]:
    """By the number of a path, (line, number of its text) after each other, sorted by line."""
    wanted: defaultdict[str, set[int]] = defaultdict(set)
    for path, line in _places(analysis, further):
        wanted[path].update(range(max(1, line - AROUND), line + AROUND + 1))
    found: dict[str, list[int]] = {}
    for path in sorted(wanted):
        content = content_of(path)
        if content is None:
            continue
        texts = content.decode("utf-8", "replace").splitlines()
        lines = [line for line in sorted(wanted[path]) if line <= len(texts)]
        found[str(strings(path))] = [
            part for line in lines for part in (line, strings(texts[line - 1].expandtabs(4).rstrip()[:MOST_CHARACTERS]))
        ]
    return found


def _places(analysis: Analysis, further: Iterable[Evidence]) -> Iterable[tuple[str, int]]:
    for access in analysis.accesses:
        yield access.path, access.line
        if access.cause is not None:
            yield access.cause.path, access.cause.line
    for each in analysis.catalog.imports:
        yield each.path, each.line
    for model in analysis.catalog.models:
        if model.ours:
            yield from ((relation.path, relation.line) for relation in model.relations)
    for transaction in analysis.transactions:
        yield transaction.path, transaction.line
    yield from ((place.path, place.line) for place in further)
