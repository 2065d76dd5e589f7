"""A trace: what an entry point leads to, as a tree of calls whose leaves touch tables."""

from __future__ import annotations

import msgspec

from cutpoint.domain.access import Certainty


class TraceTouch(msgspec.Struct, frozen=True, order=True):
    """A line that reads or writes a table."""

    line: int
    table: str
    writes: bool
    certainty: Certainty


class Sent(msgspec.Struct, frozen=True, order=True):
    """A line that sends a task away."""

    line: int
    task: str


class TraceStep(msgspec.Struct, frozen=True):
    """A function on the way, with the shortest ways from there."""

    function: str
    path: str
    line: int
    """Where it is defined."""
    end_line: int
    app: str | None
    called_at: int
    """The line of the function above that calls it; 0 at the top."""
    after_commit: bool
    """Whether that only hands it over, to run once the transaction is committed."""
    touches: tuple[TraceTouch, ...]
    sends: tuple[Sent, ...]
    steps: tuple[TraceStep, ...]


class Trace(msgspec.Struct, frozen=True):
    """All of one entry point."""

    steps: tuple[TraceStep, ...]
    reached: tuple[tuple[str, int, int], ...]
    """(path, first line, last line) of every function that is reached and does something, sorted."""
