"""`context_processors` of the settings: functions of ours that every page is handed a context by, whoever renders it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Function
from cutpoint.domain.types import INFERRED, Object, Type, join, one
from cutpoint.infer.conventions import REQUEST
from cutpoint.infer.dispatch import call_type
from cutpoint.infer.spreading import spread_keywords
from cutpoint.infer.values import type_of_value

if TYPE_CHECKING:
    from cutpoint.infer.frame import Frame


def added_by_processors(frame: Frame) -> dict[str, Type]:
    """What they give for a request, by name; they are called from where a page is rendered."""
    program = frame.engine.world.program
    added: dict[str, Type] = {}
    for name in program.context_processors():
        module, _, last = name.rpartition(".")
        value = program.member(module, last) if module else None
        function = program.plain(value)
        if type(function) is not Function or not function.env.module.found.ours:
            continue
        made = call_type(frame, type_of_value(frame, value), (one(Object, REQUEST, INFERRED),), (), None)
        for key, given in spread_keywords(frame, made):
            if key is not None:
                added[key] = join(added.get(key, ()), given)
    return added
