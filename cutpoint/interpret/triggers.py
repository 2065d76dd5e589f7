"""A write fires the triggers that a migration declares on its table: `RunSQL("CREATE TRIGGER … AFTER INSERT ON shop_order …")`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.interpret.followed import Followed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.access import Access
    from cutpoint.domain.declared_schema import DeclaredSchema


def fired(access: Access, schema: DeclaredSchema) -> Iterator[Followed]:
    """What the code of the triggers does, and of the routines that it calls; a condition may hold it back."""
    if access.table is None or not access.writes:
        return
    via = "trigger"
    for trigger in schema.triggers(access.table, access.action, access.columns):
        for routine, deed in schema.deeds(trigger.routine):
            because = f"the trigger {trigger.routine.name} fires on {access.action} of {access.table}"
            on_the_way = ((trigger.routine.path, trigger.routine.line),) if routine is not trigger.routine else ()
            yield Followed(deed, via, (*on_the_way, (routine.path, routine.line)), because, is_sure=False)
