"""`getattr(Order.objects, name)()` with a name that only run time knows: whatever it is, it is that of something to do with a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import Manager, Query

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Type
    from cutpoint.infer.frame import Frame


def note_named_word(frame: Frame, node: Node, type_of: Callable[[Node], Type]) -> None:
    """Keep the call as a blind spot where it is a method of a manager or queryset, got by its name."""
    match node[1]:
        case [sk.CALL, [sk.NAME, "getattr", *_], [receiver, *_], *_]:
            if any(type(each) in (Manager, Query) for each in type_of(receiver)):
                frame.blind[id(node)] = (node[4], "getattr", "getattr")
