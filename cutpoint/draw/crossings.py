"""Crossing → what crosses a cut, each end on its side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.access import WRITES, Certainty
from cutpoint.domain.cut import Side
from cutpoint.draw.needs import Code, Need, Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.crossing import Crossing


def needs(crossing: Crossing) -> Iterator[Need]:
    """Uses, joins, relations and calls from one side to the other; their certainty is at least inferred."""
    app_of = dict(crossing.app_of_module)
    tables = {model.label: model.table for model in crossing.models}
    taken = set(crossing.take)

    def code(module: str, side: Side) -> Code:
        return Code(module, app_of.get(module), side)

    def rows(model: str, side: Side | None = None) -> Rows:
        return Rows(model, tables.get(model), side or (Side.TAKE if model in taken else Side.KEEP))

    for use in crossing.uses:
        kind = "write" if use.action in WRITES else "read"
        ends = (code(use.module, use.side), Rows(use.model, use.table, use.served_by))
        yield Need(*ends, kind, use.place, Certainty.INFERRED, use.cause is not None)
    for join in crossing.joins:
        # A statement without a known base is its code's.
        source = rows(join.base) if join.base else code(join.module, join.side)
        yield Need(source, rows(join.model), "join", join.place, Certainty.INFERRED)
    for link in crossing.links:
        yield Need(rows(link.model), rows(link.to), "relation", link.place)
    for call in crossing.calls:
        module = next((known for known in _modules(call.callee) if known in app_of), "")
        yield Need(code(call.module, call.side), code(module, call.side.other), "call", call.place, Certainty.INFERRED)


def _modules(function: str) -> Iterator[str]:
    while "." in function:
        function = function.rpartition(".")[0]
        yield function
