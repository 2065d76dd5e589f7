"""The calls that a body writes -> the frames that they run, while the body is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import ClassOf, FunctionOf, Method, ModelClass, Nothing

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Type
    from cutpoint.infer.frame import Frame

_KNOWN = frozenset({ClassOf, FunctionOf, Method, ModelClass, Nothing})


class WrittenCalls:
    """Of one frame."""

    __slots__ = ("arguments", "partly", "reached")

    def __init__(self) -> None:
        self.arguments: tuple[Type, ...] = ()
        """Of the call that is looked at, as they are written."""
        self.reached: dict[int, dict[Frame, None]] = {}
        """Node id of a call -> the frames that it runs with these; 0 for frames that are run with other ones."""
        self.partly: set[int] = set()
        """Node ids of calls that may reach something else, too."""

    def clear(self) -> None:
        """Forget what the last run has seen."""
        self.reached.clear()
        self.partly.clear()

    def begin(self, node: Node, function: Type, arguments: tuple[Type, ...]) -> None:
        """*function* is called at *node*."""
        self.arguments = arguments
        if len(function) > 1 and not _KNOWN.issuperset(map(type, function)):
            self.partly.add(id(node))

    def note(self, node: Node, arguments: tuple[Type, ...], target: Frame) -> dict[Frame, None]:
        """A call at *node* runs *target*; gives all that it runs so."""
        is_written = arguments is self.arguments and type(node) is list and node[0] == sk.CALL
        targets = self.reached.setdefault(id(node) if is_written else 0, {})
        targets[target] = None
        return targets
