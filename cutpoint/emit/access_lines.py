"""Accesses → lines of a page: what each does, how it is known, and what led to it."""

from collections.abc import Collection, Iterable, Iterator

from cutpoint.domain.access import Access, Step
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.source import Evidence
from cutpoint.emit.page import Line, count, joined, line, name, place, quiet

_OUTSIDE = "code outside of apps"
_MOST_STEPS = 6


def looked_at_queries(analysis: Analysis) -> bool:
    """Whether there is anything to say about queries."""
    return bool(analysis.accesses or analysis.query_resolution.query_sites)


def app_name(app: str | None) -> Line:
    """An app, or what stands in the place of one."""
    return line(_OUTSIDE) if app is None else line(name(app))


def users(apps: Collection[str | None]) -> str:
    """How many: `2 apps and code outside of apps`."""
    named = sum(app is not None for app in apps)
    outside = [_OUTSIDE] if named < len(apps) else []
    return " and ".join([count(named, "app")] * bool(named) + outside)


def place_of(access: Access) -> Evidence:
    """Where *access* begins."""
    return Evidence(access.path, access.line)


def what(access: Access) -> Line:
    """`update orders_order`."""
    return line(f"{access.action} ", "SQL that could not be resolved" if access.table is None else name(access.table))


def how(access: Access) -> Line:
    """`by instance, inferred: invoice.order is an instance of orders.Order`."""
    because = line(": ", name(access.because)) if access.because else ()
    return line("by ", name(access.via), f", {access.certainty}", because)


def further(access: Access) -> Iterator[Line]:
    """What else is known of *access*, one line each: joins, columns, cause, who decided the table."""
    if access.columns:
        yield line("columns: ", joined(line(name(column)) for column in access.columns))
    if access.joins:
        yield line("joins ", joined(line(name(join.table), " by ", name(join.through)) for join in access.joins))
    if access.in_loop:
        yield line("in a loop")
    if access.cause is not None:
        yield line("triggered by ", place(access.cause))
    if access.on_behalf_of is not None:
        yield line("on behalf of ", name(access.on_behalf_of), ", which decided the table")
    if access.chain:
        yield line("from ", steps(access.chain))


def steps(chain: Iterable[Step]) -> Line:
    """The way of a value through the code, with an arrow between two steps; the middle of a long one is left out."""
    lines = [line(place(Evidence(step.path, step.line)), " ", quiet("in "), name(step.function)) for step in chain]
    if len(lines) > _MOST_STEPS:
        left = len(lines) - _MOST_STEPS + 1
        lines[_MOST_STEPS - 2 : -1] = [line(quiet(f"{left} more"))]
    return joined(lines, " → ")
