"""Boundary → what the terminal says when a proposal is written."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cutpoint.domain.boundary import OperationKind
from cutpoint.domain.cut import Side
from cutpoint.emit.page import Column, Heading, Page, Paragraph, Table, count, line, name, quiet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.boundary import Boundary
    from cutpoint.emit.page import Block, Line


def summary_page(boundary: Boundary, folder: str, changed: int, removed: int) -> Page:
    """A few lines: how large the surface is, and where to read on."""
    return Page(tuple(_blocks(boundary, folder, changed, removed)))


def _blocks(boundary: Boundary, folder: str, changed: int, removed: int) -> Iterator[Block]:
    yield Heading(line("Migration plan for ", name(boundary.name)), 1)
    if not boundary.crossings and not boundary.foreign_keys:
        yield Paragraph(line("Nothing crosses this cut: it can be made as it is."))
    else:
        share = f"{boundary.in_operations / boundary.crossings:.0%}" if boundary.crossings else "none"
        yield Paragraph(
            line(
                f"{count(boundary.crossings, 'place')} cross, {share} of them as operations; the others have a remedy each. "
                f"{count(len(boundary.foreign_keys), 'relation')} and {count(len(boundary.transactions), 'transaction')} are split."
            )
        )
        yield Table(
            (
                Column("served by"),
                *(Column(f"{kind}s" if kind != "query" else "queries", number=True) for kind in OperationKind),
            ),
            tuple(_row(boundary, side) for side in Side),
        )
    gone = f", {count(removed, 'file')} removed" if removed else ""
    yield Paragraph(
        line(quiet(f"{count(changed, 'file')} written{gone}: read "), name(f"{folder}/README.md"), quiet(" first"))
    )


def _row(boundary: Boundary, side: Side) -> tuple[Line, ...]:
    found = Counter(operation.kind for operation in boundary.operations if operation.served_by is side)
    who = "what is taken out" if side is Side.TAKE else "what stays"
    return (line(who), *(line(f"{found[kind]:,}") for kind in OperationKind))
