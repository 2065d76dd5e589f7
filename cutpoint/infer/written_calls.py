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

    __slots__ = ("arguments", "partly", "reached")

    def __init__(self) -> None:
        self.arguments: tuple[Type, ...] = ()
        """Of the call that is looked at, as they are written."""
        self.reached: dict[int, tuple[Frame, ...]] = {}
        """Node id of a call -> the frames that it runs with these; 0 for frames that are run with other ones."""
        self.partly: set[int] | frozenset[int] = _NONE
        """Node ids of calls that may reach something else, too."""

    def clear(self) -> None:
        """Forget what the last run has seen."""
        self.reached.clear()
        self.partly = _NONE

    def begin(self, node: Node, function: Type, arguments: tuple[Type, ...]) -> None:
        """*function* is called at *node*."""
        self.arguments = arguments
        if len(function) > 1 and not _KNOWN.issuperset(map(type, function)):
            self.partly |= {id(node)}

    def note(self, node: Node, arguments: tuple[Type, ...], target: Frame) -> int:
        """A call at *node* runs *target*; gives what it is known by."""
        is_written = arguments is self.arguments and type(node) is list and node[0] == sk.CALL
        key = id(node) if is_written else 0
        known = self.reached.get(key)
        if known is None:
            self.reached[key] = (target,)
        elif target not in known:
            self.reached[key] = (*known, target)
        return key

    def replace(self, key: int, target: Frame, other: Frame) -> None:
        """The call known by *key* runs *other* instead of *target*."""
        self.reached[key] = (*(frame for frame in self.reached[key] if frame not in (target, other)), other)
