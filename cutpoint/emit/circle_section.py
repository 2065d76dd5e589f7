"""Analysis → the section about import cycles: who is in it, and which import statements are the cheapest to move."""

from collections.abc import Iterator

from cutpoint.domain.analysis import Analysis
from cutpoint.domain.graph import Circle
from cutpoint.emit.page import Block, Entries, Entry, Heading, Line, Paragraph, count, line, name, names, places, quiet

_MOST_CIRCLES = 5
_MOST_EDGES = 8
_MOST_NAMES = 12


def circles(analysis: Analysis, *, verbose: bool = False) -> Iterator[Block]:
    """Every circle with the edges that open it at the least cost."""
    found = analysis.import_circles
    yield Heading(line("Import cycles"))
    if not found:
        yield Paragraph(
            line("None: the first-party apps can be put in an order in which each needs only earlier ones.")
        )
        return
    shown = found if verbose else found[:_MOST_CIRCLES]
    yield Entries(tuple(_entry(circle, verbose=verbose) for circle in shown))
    if len(shown) < len(found):
        yield Paragraph(line(quiet(f"and {count(len(found) - len(shown), 'lighter cycle')}; -v shows all.")))
    yield Paragraph(
        line("To open a cycle, move what both sides need into the app that is needed, or import it where it is used.")
    )


def _entry(circle: Circle, *, verbose: bool) -> Entry:
    members = circle.nodes if verbose else circle.nodes[:_MOST_NAMES]
    left = len(circle.nodes) - len(members)
    more = quiet(f" and {left} more") if left else ""
    edges = sorted(circle.cheapest, key=lambda edge: (-edge.weight, edge))
    shown = edges if verbose else edges[:_MOST_EDGES]
    details: list[Line] = [
        line(f"Cheapest to cut: {count(circle.weight, 'import')} on {count(len(edges), 'edge')}."),
        *(
            line(
                name(edge.source),
                " → ",
                name(edge.target),
                f", {count(edge.weight, 'import')}",
                ": " if verbose or edge.weight == 1 else ", first ",
                places(edge.evidence if verbose else edge.evidence[:1]),
            )
            for edge in shown
        ),
    ]
    if len(shown) < len(edges):
        details.append(line(quiet(f"and {count(len(edges) - len(shown), 'more edge')}; -v shows all.")))
    return Entry(line(f"{len(circle.nodes)} apps need each other: ", names(members), more), tuple(details))
