"""The calls that a body writes -> the frames that they run, while the body is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import ClassOf, FunctionOf, Method, ModelClass, Nothing

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Type
    from cutpoint.infer.frame import Frame

_NONE: frozenset[int] = frozenset()
_KNOWN = frozenset({ClassOf, FunctionOf, Method, ModelClass, Nothing})


class WrittenCalls:
    """Of one frame."""

    __slots__ = ("arguments", "others", "partly", "reached")

    def __init__(self) -> None:
        self.arguments: tuple[Type, ...] = ()
        """Of the call that is looked at, as they are written."""
        self.reached: dict[int, tuple[Frame, ...]] = {}
        """Node id of a call -> the frames that it runs with these."""
        self.others: dict[Frame, None] | None = None
        """Frames that are run with other ones: of signals, one body may run many thousands."""
        self.partly: set[int] | frozenset[int] = _NONE
        """Node ids of calls that may reach something else, too."""

    def clear(self) -> None:
        """Forget what the last run has seen."""
        self.reached.clear()
        self.others = None
        self.partly = _NONE

    def begin(self, node: Node, function: Type, arguments: tuple[Type, ...]) -> None:
        """*function* is called at *node*."""
        self.arguments = arguments
        if len(function) > 1 and not _KNOWN.issuperset(map(type, function)):
            self.partly |= {id(node)}

    def note(self, node: Node, arguments: tuple[Type, ...], target: Frame) -> int:
        """A call at *node* runs *target*; gives what it is known by."""
        if arguments is not self.arguments or type(node) is not list or node[0] != sk.CALL:
            if self.others is None:
                self.others = {}
            self.others[target] = None
            return 0
        key = id(node)
        known = self.reached.get(key)
        if known is None:
            self.reached[key] = (target,)
        elif target not in known:
            self.reached[key] = (*known, target)
        return key

    def replace(self, key: int, target: Frame, other: Frame) -> None:
        """The call known by *key* runs *other* instead of *target*."""
        if key:
            self.reached[key] = (*(frame for frame in self.reached[key] if frame not in (target, other)), other)
        elif self.others is not None:
            del self.others[target]
            self.others[other] = None
