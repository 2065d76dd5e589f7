"""An access -> the access and all that the database does because of it, as migrations declare."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.access import Access, Certainty, Step
from cutpoint.domain.source import Evidence
from cutpoint.interpret.triggers import fired
from cutpoint.interpret.views import looked_through

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cutpoint.domain.access import Action
    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.interpret.followed import Followed


_WAYS = (fired, looked_through)


def with_what_follows(access: Access, space: ModelSpace, tables: Mapping[str, str]) -> Iterator[Access]:
    """*access* first; what fires or reads what, in circles as well, is told once. *tables* are labels by table."""
    yield access
    if not space.schema:
        return
    done: set[tuple[Action, str | None]] = {(access.action, access.table)}
    waiting = [access]
    for each in waiting:
        for way in _WAYS:
            for followed in way(each, space.schema):
                key = (followed.deed.action, followed.deed.table)
                if key not in done:
                    done.add(key)
                    waiting.append(_access(each, followed, tables.get(followed.deed.table), space))
    yield from waiting[1:]


def _access(origin: Access, followed: Followed, label: str | None, space: ModelSpace) -> Access:
    """What follows happens on the same line, one step further away."""
    places = [(step.path, step.line) for step in ([origin.cause] if origin.cause is not None else [])]
    further = tuple(Step(path, line, "") for path, line in (*places, *followed.steps[:-1]))
    model = space.model(label) if label is not None else None
    certainty = origin.certainty
    if not followed.is_sure and certainty is Certainty.PROVED:
        certainty = Certainty.INFERRED
    return msgspec.structs.replace(
        origin,
        action=followed.deed.action,
        table=followed.deed.table,
        model=model.label if model is not None else None,
        columns=followed.deed.columns,
        joins=(),
        via=followed.via,
        certainty=certainty,
        cause=Evidence(*followed.steps[-1]),
        chain=origin.chain + further,
        ways=tuple(way + further for way in origin.ways),
        because=followed.because,
    )
