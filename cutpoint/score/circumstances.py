"""Analysis → under which circumstances a line runs: inside a transaction, for somebody who waits, or in the background."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.entry_point import EntryKind
from cutpoint.domain.flow import Flow, unpack_flow

if TYPE_CHECKING:
    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.source import Evidence

REQUEST, BACKGROUND = "request", "background"
_WAITED_FOR = frozenset({EntryKind.URL, EntryKind.GRAPHQL, EntryKind.ADMIN, EntryKind.CONSUMER, EntryKind.MIDDLEWARE})


class Circumstances:
    """Asked by place and by function; worked out once for all."""

    def __init__(self, analysis: Analysis) -> None:
        self._ranges: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        """By path, the lines of blocks that are one transaction."""
        self._inside: set[tuple[str, int]] = set()
        """(path, line) of what calls out of such a block lead to."""
        for each in analysis.transactions:
            self._ranges[each.path].append((each.line, each.end_line))
            for touched in (*each.written, *each.read):
                if touched.chain:
                    self._inside.add((touched.chain[-1].path, touched.chain[-1].line))
        known = unpack_flow(analysis.flow)
        self._reached = {origin: _reached(analysis, known, waits=origin == REQUEST) for origin in (BACKGROUND, REQUEST)}

    def in_transaction(self, place: Evidence) -> bool:
        """Whether what stands there is done inside a transaction, on some way to it at least."""
        ranges = self._ranges.get(place.path, ())
        return (place.path, place.line) in self._inside or any(first <= place.line <= last for first, last in ranges)

    def origins(self, function: str) -> tuple[str, ...]:
        """`background` when tasks, commands and the like lead to *function*, `request` when a request does; sorted."""
        return tuple(origin for origin, functions in self._reached.items() if function in functions)


def _reached(analysis: Analysis, flow: Flow, *, waits: bool) -> frozenset[str]:
    bodies = {
        part[0] for entry in analysis.entry_points if (entry.kind in _WAITED_FOR) is waits for part in entry.parts
    }
    queue = sorted(bodies)
    while queue:
        calls = flow.calls[queue.pop()]
        further = {callee for callee in calls[::3] if callee not in bodies}
        bodies |= further
        queue += sorted(further)
    return frozenset(flow.functions[flow.bodies[body]].name for body in bodies)
