"""Columns of rows that functions of ours use, once the fixpoint is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.column_use import ColumnUse
from cutpoint.infer.deciders import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.infer.frame import Frame


def column_uses(live: Iterable[Frame]) -> tuple[ColumnUse, ...]:
    """What functions of ours take from rows and put into them; several frames of one say it once."""
    first: dict[tuple[str, str, str, str, str, bool], int] = {}
    for frame in live:
        if frame.module.found.ours and frame.fields:
            head = (frame.module.path, name_of(frame), frame.module.name)
            for key, line in frame.fields.items():
                whole = (*head, *key)
                first[whole] = min(line, first.get(whole, line))
    return tuple(
        sorted(
            ColumnUse(path, line, function, module, model, name, is_assigned)
            for (path, function, module, model, name, is_assigned), line in first.items()
        )
    )
