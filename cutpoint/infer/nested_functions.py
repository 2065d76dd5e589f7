"""Functions inside functions that nobody was seen to call, once for each class: `view` in `Ship.as_view(model=Order)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.infer.arguments import root_arguments

if TYPE_CHECKING:
    from cutpoint.domain.objects import Function
    from cutpoint.domain.types import Atom
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame


class NestedFunctions:
    """Of one analysis."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._done: dict[Function, set[Atom | None]] = {}
        """Function -> the receivers of the outer function that it has run for."""

    def run(self) -> None:
        """Look at those that nobody calls so far."""
        engine = self._engine
        met = 0
        while met < len(engine.nested_frames):
            pending = list(engine.nested_frames)[met:]
            met += len(pending)
            for function, scope in pending:
                if self._is_open(function, scope):
                    self._done.setdefault(function, set()).add(scope.receiver)
                    args = root_arguments(engine.homes.of(function), function, None)
                    frame = engine.frame_for(function, scope, None, args)
                    frame.root = True
                    engine.run(frame)
            engine.settle()

    def _is_open(self, function: Function, scope: Frame) -> bool:
        if scope.runs == 0 and scope.function is not None:
            return False
        done = self._done.get(function)
        # One that has run, and not by us, is called by somebody.
        return scope.receiver not in done if done is not None else not self._engine.by_function.get(function)
