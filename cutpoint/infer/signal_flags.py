"""What Django tells a receiver beside the row: whether it was `created`, and of rows between which `action` it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import ANY, FALSE, NEW, PLAIN, STORED, TRUE, FunctionOf, Method, ModelClass, Row, Text, one
from cutpoint.domain.use import ADDED, CLEARED, REMOVED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.objects import Function
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame

_CREATED, _ACTION = "created", "action"
_ACTIONS = {
    f"{when}_{what}": state
    for what, state in (("add", ADDED), ("remove", REMOVED), ("clear", CLEARED))
    for when in ("pre", "post")
}


def told_to(engine: Engine, signal: str, receiver: Atom) -> Iterator[Keywords]:
    """What a receiver is called with: one that asks for it does other things for new rows than for stored ones."""
    function = receiver.function if type(receiver) in (FunctionOf, Method) else None  # type: ignore[attr-defined]
    if signal == "post_save" and function is not None and _has(function, _CREATED):
        engine.text_sensitive.add(function)
        yield from (((_CREATED, created),) for created in (TRUE, FALSE))
    elif signal == "m2m_changed" and function is not None and _has(function, _ACTION):
        engine.text_sensitive.add(function)
        yield from (((_ACTION, one(Text, action)),) for action in _ACTIONS)
    else:
        yield ((_CREATED, PLAIN),)


def _has(function: Function, name: str) -> bool:
    return any(parameter[0] == name for parameter in function.parameters)


def state_told(frame: Frame) -> int:
    """What the frame of a receiver was told: of the state of its row before the save, or of what happens to rows between."""
    value = frame.args.get(_CREATED)
    if value is TRUE or value is FALSE:
        return NEW if value is TRUE else STORED
    action = frame.args.get(_ACTION, ())
    return _ACTIONS.get(action[0].value, ANY) if len(action) == 1 and type(action[0]) is Text else ANY


def sender_told(frame: Frame) -> str | None:
    """The model that the frame of a receiver was told of, as far as it takes that."""
    for name in ("sender", "instance"):
        value = frame.args.get(name, ())
        if len(value) == 1 and type(value[0]) in (ModelClass, Row):
            return value[0].label  # type: ignore[attr-defined,no-any-return]  # both have one
    return None
