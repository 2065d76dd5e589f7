"""A frame -> the apps that decided its models, each with the ways from where it did; of equally short ways, names decide."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import BY_CALLER, BY_CLASS, ClassOf, Manager, ModelClass, Object, Query, Row
from cutpoint.domain.use import Decider

if TYPE_CHECKING:
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Frame
    from cutpoint.infer.world import World

    Chain = tuple[tuple[str, int, str], ...]
    Found = dict[str | None, dict[tuple[str, int, str], Chain]]
    """App -> place where it decides -> shortest way from there."""

_MOST_DECIDERS = 64
_DEEPEST_CHAIN = 8


def name_of(frame: Frame) -> str:
    """The dotted name of what *frame* is an analysis of."""
    return f"{frame.module.name}.{frame.qualname}" if frame.qualname else frame.module.name


class Deciders:
    """Answers for one analysis."""

    def __init__(self, world: World, live: list[Frame]) -> None:
        self._world = world
        self._known: dict[tuple[Frame, int], tuple[Decider, ...]] = {}
        self.callers: dict[Frame, list[tuple[Frame, int, int]]] = {}
        """Frame -> who calls it, on what line, and who decided the arguments there."""
        self._sorted: set[Frame] = set()
        """Frames whose callers are in order."""
        for frame in live:
            for callee, lines in frame.calls.items():
                self.callers.setdefault(callee, []).extend((frame, line, bits) for line, bits in lines)

    def of(self, frame: Frame, bits: int) -> tuple[Decider, ...]:
        """The apps that decided a model of *frame*, as *bits* say who."""
        if not bits:
            return ()
        key = (frame, bits)
        known = self._known.get(key)
        if known is None:
            found: Found = {}
            if bits & BY_CLASS and frame.receiver is not None:
                self._add(found, self._class_decider(frame.receiver))
            if bits & BY_CALLER:
                self._add_callers(frame, found)
            known = self._known[key] = tuple(
                Decider(app, min(ways.values(), key=_shortest), tuple(sorted(ways.values())))
                for app, ways in sorted(found.items(), key=lambda item: item[0] or "")
            )
        return known

    @staticmethod
    def _add(found: Found, decider: Decider | None) -> None:
        if decider is None:
            return
        ways = found.setdefault(decider.app, {})
        known = ways.get(decider.chain[0])
        if known is None or _shortest(decider.chain) < _shortest(known):
            ways[decider.chain[0]] = decider.chain

    def _add_callers(self, frame: Frame, found: Found) -> None:
        """Walk up to the callers that know the model themselves; breadth first, so that chains are short."""
        queue: deque[tuple[Frame, Chain]] = deque([(frame, ())])
        met = {frame}
        while queue and len(found) < _MOST_DECIDERS:
            current, chain = queue.popleft()
            for caller, line, bits in self._callers_of(current):
                step = (caller.module.path, line, name_of(caller))
                way = (step, *chain)
                if bits & BY_CALLER and len(way) < _DEEPEST_CHAIN:
                    if caller not in met:
                        met.add(caller)
                        queue.append((caller, way))
                    continue
                if bits & BY_CLASS and caller.receiver is not None:
                    by = self._class_decider(caller.receiver)
                    if by is not None:
                        self._add(found, Decider(by.app, (*by.chain, *way)))
                    continue
                self._add(found, Decider(self._world.app_of_path.get(caller.module.path), way))

    def _callers_of(self, frame: Frame) -> list[tuple[Frame, int, int]]:
        """Who calls *frame*, by name: of ways that are as short, the walk takes the first."""
        callers = self.callers.get(frame, [])
        if len(callers) > 1 and frame not in self._sorted:
            self._sorted.add(frame)
            callers.sort(key=lambda call: (name_of(call[0]), call[1]))
        return callers

    def _class_decider(self, receiver: Atom) -> Decider | None:
        if isinstance(receiver, (Row, ModelClass, Manager, Query)):
            model = self._world.space.model(receiver.label)
            if model is None:
                return None
            return Decider(model.app, ((model.path, model.line, f"{model.module}.{model.name}"),))
        cls = getattr(receiver, "cls", None)
        if type(receiver) in (Object, ClassOf) and type(cls) is Class:
            return Decider(self._world.app_of_path.get(cls.path), ((cls.path, cls.line, cls.dotted),))
        return None


def _shortest(chain: Chain) -> tuple[int, tuple[str, ...], Chain]:
    """Of chains that are as short, the names decide: lines change with every edit above them."""
    return len(chain), tuple(name for _, _, name in chain), chain
