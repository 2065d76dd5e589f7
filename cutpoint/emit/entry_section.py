"""Analysis → the section about entry points: how many of each kind, and those that write tables of most services."""

from collections import Counter
from collections.abc import Iterator

from cutpoint.domain.analysis import Analysis
from cutpoint.domain.entry_point import EntryKind, EntryPoint
from cutpoint.domain.service import Services
from cutpoint.domain.source import Evidence
from cutpoint.emit.belonging import Belonging
from cutpoint.emit.entry_rows import crossed, sure
from cutpoint.emit.page import Block, Entries, Entry, Heading, Paragraph, count, line, name, names, place, quiet
from cutpoint.emit.table_services import service_of_table

_MOST = 5
_MOST_SERVICES = 6
KINDS = {
    EntryKind.URL: "URL pattern",
    EntryKind.GRAPHQL: "GraphQL field",
    EntryKind.TASK: "task",
    EntryKind.SCHEDULE: "schedule",
    EntryKind.COMMAND: "command",
    EntryKind.SIGNAL: "receiver of signals",
    EntryKind.ADMIN: "admin page or action",
    EntryKind.CONSUMER: "consumer",
    EntryKind.MIDDLEWARE: "middleware",
}
_MANY = {
    EntryKind.SIGNAL: "receivers of signals",
    EntryKind.ADMIN: "admin pages and actions",
    EntryKind.MIDDLEWARE: "middlewares",
}


def entry_points(analysis: Analysis, *, services: Services | None = None, verbose: bool = False) -> Iterator[Block]:
    """A short summary; all of them are in the JSON report, and `cutpoint trace` shows one."""
    points = analysis.entry_points
    if not points:
        return
    service_of = service_of_table(analysis, services)
    belonging = Belonging(services, analysis)
    one = "app" if services is None else "service"
    kinds = Counter(point.kind for point in points)
    yield Heading(line(f"Entry points ({len(points):,})"))
    yield Paragraph(
        line(", ".join(count(kinds[kind], text, _MANY.get(kind)) for kind, text in KINDS.items() if kinds[kind]), ".")
    )
    writing = {point: crossed(sure(point.written), service_of, belonging.of_app(point.app)) for point in points}
    across = sorted((point for point in points if writing[point]), key=lambda point: (-len(writing[point]), point))
    if not across:
        yield Paragraph(line(f"None was seen to write tables of another {one}."))
        return
    yield Paragraph(line(f"{len(across):,} of them write tables of another {one}:"))
    shown = across if verbose else across[:_MOST]
    yield Entries(tuple(_entry(point, sorted(writing[point]), verbose=verbose) for point in shown))
    if len(shown) < len(across):
        yield Paragraph(line(quiet(f"and {len(across) - len(shown):,} more; -v shows all.")))


def _entry(point: EntryPoint, services: list[str], *, verbose: bool) -> Entry:
    listed = services if verbose else services[:_MOST_SERVICES]
    left = len(services) - len(listed)
    more = quiet(f" and {left:,} more") if left else ""
    return Entry(
        line(place(Evidence(point.path, point.line)), " ", KINDS[point.kind], " ", name(point.title)),
        (line(f"writes {count(len(point.written), 'table')}, of ", names(listed), more),),
    )
