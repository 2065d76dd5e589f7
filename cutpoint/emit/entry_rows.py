"""Analysis → the rows of the report about entry points, in the words of the published format."""

from collections.abc import Callable, Iterable

import msgspec

from cutpoint.domain.access import Certainty
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.entry_point import EntryKind, EntryPoint, Reached
from cutpoint.domain.service import Services
from cutpoint.domain.source import Evidence
from cutpoint.emit.belonging import Belonging
from cutpoint.emit.table_services import service_of_table


class EntryPointRow(msgspec.Struct, frozen=True):
    """What calls code of ours from outside, and all that this leads to."""

    kind: EntryKind
    name: str
    function: str
    path: str
    line: int
    module: str
    app: str | None
    service: str | None
    certainty: Certainty
    """Of its being one, and of what it leads to."""
    aliases: tuple[str, ...]
    """Other names that it goes by."""
    declared: Evidence | None
    """The URL pattern or field that leads to it."""
    methods: tuple[str, ...]
    """Those of HTTP by which it is told from others of its name; none where the pattern has only one."""
    webhook: bool
    """Whether its names say that another system calls it."""
    tables: tuple[str, ...]
    """Those that it writes."""
    reads: tuple[str, ...]
    possible: tuple[str, ...]
    """Those of both that it only possibly touches."""
    apps: tuple[str, ...]
    """The owners of the tables that it writes or reads."""
    crosses: tuple[str, ...]
    """Services other than its own whose tables it writes or reads, not only possibly."""
    sends: tuple[str, ...]
    """Tasks that it sends away."""


def entry_point_rows(analysis: Analysis, services: Services | None = None) -> tuple[EntryPointRow, ...]:
    """All of them, sorted by kind and name."""
    row = entry_point_row(analysis, services)
    return tuple(map(row, analysis.entry_points))


def entry_point_row(analysis: Analysis, services: Services | None = None) -> Callable[[EntryPoint], EntryPointRow]:
    """What makes a row of one."""
    owners = {table.name: table.owner for table in analysis.tables}
    service_of = service_of_table(analysis, services)
    belonging = Belonging(services, analysis)

    def row(point: EntryPoint) -> EntryPointRow:
        own = belonging.of_app(point.app)
        both = (*point.written, *point.read)
        return EntryPointRow(
            kind=point.kind,
            name=point.name,
            function=point.function,
            path=point.path,
            line=point.line,
            module=point.module,
            app=point.app,
            service=own,
            certainty=point.certainty,
            aliases=point.aliases,
            declared=Evidence(*point.declared) if point.declared is not None else None,
            methods=point.methods,
            webhook=point.is_webhook,
            tables=tuple(each.table for each in point.written),
            reads=tuple(each.table for each in point.read),
            possible=tuple(sorted({each.table for each in both} - {each.table for each in sure(both)})),
            apps=tuple(sorted({owner for each in both if (owner := owners.get(each.table)) is not None})),
            crosses=tuple(sorted(crossed(sure(both), service_of, own))),
            sends=point.sends,
        )

    return row


def sure(reached: Iterable[Reached]) -> list[Reached]:
    """Those that are more than possible."""
    return [each for each in reached if each.certainty is not Certainty.POSSIBLE]


def crossed(reached: Iterable[Reached], service_of: Callable[[str], str | None], own: str | None) -> set[str]:
    """Services other than *own* that these tables belong to."""
    found = {service for each in reached if (service := service_of(each.table)) is not None}
    return found - {own}
