"""Threads and processes of the standard library: what they are made with is what they run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import NOTHING, PROVED, Group, Items, Object, Record, Type, one
from cutpoint.infer.dispatch import call_type
from cutpoint.infer.queries import valued

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame


def _thread(frame: Frame, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    """`Thread(target=f, args=(order,))`: the function runs with these arguments."""
    named = dict(keywords)
    target = named.get("target") or (NOTHING if len(arguments) < 2 else arguments[1])
    args = valued(frame, named.get("args") or NOTHING)
    kwargs = valued(frame, named.get("kwargs") or NOTHING)
    given: tuple[Type, ...] = ()
    for each in args:
        given = each.items if type(each) is Group else (each.item,) if type(each) is Items else given
    by_name = next((each.items for each in kwargs if type(each) is Record), ())
    call_type(frame, target, given, by_name, node)
    return one(Object, "threading.Thread", PROVED)


FUNCTIONS = {"threading.Thread": _thread, "multiprocessing.Process": _thread}
