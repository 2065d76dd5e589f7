"""A view that a migration declares reads the tables of its query: `RunSQL("CREATE VIEW shop_debts AS SELECT … FROM shop_order")`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.interpret.followed import Followed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.access import Access
    from cutpoint.domain.declared_schema import DeclaredSchema, Deed, Routine, View


def looked_through(access: Access, schema: DeclaredSchema) -> Iterator[Followed]:
    """What lies behind a view that is read; behind one whose rows are stored, when they are refreshed."""
    via = "sql_view"
    names = [(access.table, access.writes), *((join.table, False) for join in access.joins)]
    for name, writes in names:
        view = schema.view(name) if name is not None else None
        if view is None:
            continue
        for routine, deed in _behind(view, access, schema, writes=writes):
            first = ((view.routine.path, view.routine.line),) if routine is not view.routine else ()
            steps = (*first, (routine.path, routine.line))
            yield Followed(deed, via, steps, f"{name} is a view", is_sure=not writes)


def _behind(view: View, access: Access, schema: DeclaredSchema, *, writes: bool) -> Iterator[tuple[Routine, Deed]]:
    deeds = list(schema.deeds(view.routine))
    if writes is view.stored:
        yield from deeds
        return
    # A view of one table writes through, unless a trigger says what happens instead; one of several needs that.
    is_plain = len({deed.table for _, deed in deeds}) == 1
    if writes and is_plain and not any(schema.triggers(view.routine.name, access.action, None)):
        yield deeds[0][0], msgspec.structs.replace(deeds[0][1], action=access.action, columns=access.columns)
