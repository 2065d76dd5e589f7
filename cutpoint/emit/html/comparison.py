"""Two pictures of each graph → what is new, gone, more or less between a revision and now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.picture import Picture
    from cutpoint.emit.html.strings import Strings


def comparison(
    name: str, past: Analysis, now: Analysis, pictures: Iterable[tuple[Picture, Picture]], strings: Strings
) -> dict[str, Any]:
    """*pictures* are (then, now) of one graph each; *name* is that of the revision."""
    return {
        "name": strings(name),
        "lines": [row for then, since in pictures for row in _lines(then, since, strings)],
        "models": _changed([_models(past), _models(now)], strings),
        "shared": _changed([_shared(past), _shared(now)], strings),
    }


def _lines(then: Picture, since: Picture, strings: Strings) -> list[list[int | str]]:
    """(graph, kind, who needs, whom, places then, places now) of each line that differs, sorted."""
    labels = {node.id: node.label for picture in (then, since) for node in picture.nodes}
    counts = [
        {(arrow.source, arrow.target, arrow.kind): arrow.count for arrow in picture.arrows} for picture in (then, since)
    ]
    return [
        [str(since.of), key[2], strings(labels[key[0]]), strings(labels[key[1]]), before, after]
        for key in sorted({*counts[0], *counts[1]})
        if (before := counts[0].get(key, 0)) != (after := counts[1].get(key, 0))
    ]


def _changed(names: Sequence[set[str]], strings: Strings) -> dict[str, list[int]]:
    then, now = names
    return {
        "gone": [strings(each) for each in sorted(then - now)],
        "new": [strings(each) for each in sorted(now - then)],
    }


def _models(analysis: Analysis) -> set[str]:
    return {model.label for model in analysis.catalog.models if model.ours and not model.abstract}


def _shared(analysis: Analysis) -> set[str]:
    return {table.table for table in analysis.shared_tables}
