"""Calls: which analyzed body calls which, on what line, and where transactions are opened. What infer hands to interpret."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable


class Body(msgspec.Struct, frozen=True, order=True):
    """One function, analyzed for one combination of argument types; or a module's or class's own level."""

    path: str
    function: str
    """Dotted qualified name."""
    line: int
    end_line: int
    module: str
    app: str | None


def line_in(body: Body, told: tuple[str, int], steps: Iterable[tuple[str, int]]) -> int:
    """The line of *body* for what is told at another place: that of a step in it, or where it begins."""
    for path, line in (told, *steps):
        if path == body.path and body.line <= line <= body.end_line:
            return line
    return told[1] if told[0] == body.path else body.line


class Call(msgspec.Struct, frozen=True, order=True):
    """One body calls another, at once: what is handed over to run later, or elsewhere, is no call."""

    callee: int
    """Index of the body that is called."""
    line: int


class Later(msgspec.Struct, frozen=True, order=True):
    """One body hands another one over, to run when it is through."""

    body: int
    callee: int
    line: int
    by_task: bool
    """Whether that happens elsewhere, and not as soon as its transaction is committed."""


class Part(msgspec.Struct, frozen=True, order=True):
    """Lines of a body."""

    body: int
    first: int
    last: int
    skips: tuple[int, ...] = ()
    """Bodies that are called on these lines, of which other parts tell what counts; sorted."""


EVERYTHING = (0, 1 << 40)
"""The first and last line of a part that is a whole body."""


class Opening(msgspec.Struct, frozen=True, order=True):
    """A place that opens a transaction, for one combination of argument types."""

    kind: str
    """As in `cutpoint.domain.transaction.TransactionKind`."""
    path: str
    line: int
    end_line: int
    function: str
    module: str
    app: str | None
    parts: tuple[Part, ...]
    """What lies inside."""
    using: str | None = "default"
    durable: bool = False
    through: tuple[str, int] | None = None
    """(path, line) of the block of a context manager or decorator that opens it in fact."""
    is_generic: bool = False
    """Whether it stands in a context manager or decorator, so that others decide what is inside."""


class CallGraph(msgspec.Struct, frozen=True):
    """All bodies, and their calls."""

    bodies: tuple[Body, ...] = ()
    calls: tuple[tuple[Call, ...], ...] = ()
    """Of each body, in the order of *bodies*."""
    openings: tuple[Opening, ...] = ()
    later: tuple[Later, ...] = ()
    """In the order of *bodies*."""
