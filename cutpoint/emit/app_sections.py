"""Analysis → the sections about apps: the biggest, and the relations and imports that cross from one to another."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from cutpoint.domain.analysis import Analysis
from cutpoint.domain.catalog import ImportScope
from cutpoint.domain.graph import Edge
from cutpoint.emit.page import (
    Block,
    Column,
    Heading,
    Line,
    Paragraph,
    Table,
    count,
    joined,
    line,
    name,
    names,
    place,
    quiet,
)

_MOST_APPS = 12
_MOST_PAIRS = 10
_MOST_IMPORT_PAIRS = 5
_PAIR = "app needs app"
# In the order of the columns.
_SCOPES = (ImportScope.MODULE, ImportScope.FUNCTION, ImportScope.TYPING)


def biggest_apps(analysis: Analysis, *, verbose: bool = False) -> Iterator[Block]:
    """First-party apps, those with most models first."""
    catalog = analysis.catalog
    ours = {app.label for app in catalog.apps if app.ours}
    models = Counter(model.app for model in catalog.models if not model.abstract and not model.auto_created)
    tables = Counter(table.owner for table in analysis.tables)
    modules = Counter(module.app for module in catalog.modules if module.app is not None)
    needs, needed_by = _neighbors((*analysis.app_imports.edges, *analysis.app_relations.edges), ours)
    ranked = sorted(ours, key=lambda label: (-models[label], -modules[label], label))
    shown = ranked if verbose else ranked[:_MOST_APPS]
    yield Heading(line("First-party apps, those with most models first"))
    yield Table(
        (
            Column("app"),
            Column("models", number=True),
            Column("tables", number=True),
            Column("modules", number=True),
            Column("needs apps", number=True),
            Column("needed by", number=True),
        ),
        tuple(
            (
                line(name(label)),
                *(
                    line(f"{number:,}")
                    for number in (
                        models[label],
                        tables[label],
                        modules[label],
                        len(needs[label]),
                        len(needed_by[label]),
                    )
                ),
            )
            for label in shown
        ),
    )
    yield from _more(len(ranked) - len(shown), "app")


def crossing_relations(analysis: Analysis, *, verbose: bool = False) -> Iterator[Block]:
    """Pairs of apps of ours whose models are related, heaviest first, and who else is pointed at."""
    ours = {app.label for app in analysis.catalog.apps if app.ours}
    edges = analysis.app_relations.edges
    yield Heading(line("Relations that cross apps"))
    inner = _by_pair(edge for edge in edges if edge.source in ours and edge.target in ours)
    if inner:
        shown = inner if verbose else inner[:_MOST_PAIRS]
        yield Table(
            (Column(_PAIR), Column("relations", number=True), Column("of kind"), Column("first seen at")),
            tuple(
                (_arrow(pair), line(f"{_weight(pair):,}"), line(quiet(_kinds(pair))), _first_place(pair))
                for pair in shown
            ),
        )
        yield from _more(len(inner) - len(shown), "pair of apps", "pairs of apps")
        yield Paragraph(
            line("Each is a foreign key or a table between the two: where they part, an id takes its place.")
        )
    else:
        yield Paragraph(line("None between first-party apps."))
    outward = Counter[str]()
    for edge in edges:
        if edge.source in ours and edge.target not in ours:
            outward[edge.target] += edge.weight
    if outward:
        ranked = sorted(outward, key=lambda label: (-outward[label], label))
        parts = [line(name(label), f" {outward[label]:,}") for label in (ranked if verbose else ranked[:_MOST_PAIRS])]
        more = quiet(f", and {len(ranked) - len(parts)} more apps") if len(parts) < len(ranked) else ""
        yield Paragraph(line("To third-party apps: ", joined(parts), more, "."))
    inward = sorted({edge.source for edge in edges if edge.source not in ours and edge.target in ours})
    if inward:
        yield Paragraph(line("Third-party apps that point at first-party ones: ", names(inward), "."))


def crossing_imports(analysis: Analysis, *, verbose: bool = False) -> Iterator[Block]:
    """Pairs of apps of ours of which one imports the other, heaviest first."""
    yield Heading(line("Imports that cross apps"))
    pairs = _by_pair(analysis.app_imports.edges)
    if not pairs:
        yield Paragraph(line("None between first-party apps."))
        return
    shown = pairs if verbose else pairs[:_MOST_IMPORT_PAIRS]
    yield Table(
        (
            Column(_PAIR),
            Column("at start", number=True),
            Column("in functions", number=True),
            Column("for typing", number=True),
            Column("first seen at"),
        ),
        tuple(
            (
                _arrow(pair),
                *(line(f"{_weight(edge for edge in pair if edge.kind == scope):,}") for scope in _SCOPES),
                _first_place(pair),
            )
            for pair in shown
        ),
    )
    yield from _more(len(pairs) - len(shown), "pair of apps", "pairs of apps")


def _neighbors(edges: Iterable[Edge], ours: set[str]) -> tuple[defaultdict[str, set[str]], defaultdict[str, set[str]]]:
    needs: defaultdict[str, set[str]] = defaultdict(set)
    needed_by: defaultdict[str, set[str]] = defaultdict(set)
    for edge in edges:
        if edge.source in ours and edge.target in ours:
            needs[edge.source].add(edge.target)
            needed_by[edge.target].add(edge.source)
    return needs, needed_by


def _by_pair(edges: Iterable[Edge]) -> list[list[Edge]]:
    """The edges between each two apps together, heaviest pair first."""
    by_pair: defaultdict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        by_pair[edge.source, edge.target].append(edge)
    return [by_pair[ends] for ends in sorted(by_pair, key=lambda ends: (-_weight(by_pair[ends]), ends))]


def _weight(edges: Iterable[Edge]) -> int:
    return sum(edge.weight for edge in edges)


def _arrow(pair: list[Edge]) -> Line:
    return line(name(pair[0].source), " → ", name(pair[0].target))


def _kinds(pair: list[Edge]) -> str:
    ranked = sorted(pair, key=lambda edge: (-edge.weight, edge.kind))
    return ", ".join(edge.kind if len(pair) == 1 else f"{edge.weight:,} {edge.kind}" for edge in ranked)


def _first_place(pair: list[Edge]) -> Line:
    first = min((item for edge in pair for item in edge.evidence), default=None)
    return line() if first is None else line(place(first))


def _more(left: int, one: str, many: str | None = None) -> Iterator[Block]:
    if left > 0:
        yield Paragraph(line(quiet(f"and {count(left, f'more {one}', many and f'more {many}')}; -v shows all.")))
