"""`super().form_valid(form)`, `class OrderList(ListView)`: code of an installed package that ours calls, or that a request reaches through a class of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class

if TYPE_CHECKING:
    from cutpoint.infer.frame import Agent, Frame, Seen

    Inner = tuple[Frame, Seen]

_MOST = 400
"""Of what one call of library code leads to, so much is told."""


class Lifting:
    """Answers for one analysis; what library code does is looked up once for each of its frames."""

    def __init__(self) -> None:
        self._known: dict[Frame, tuple[Inner, ...]] = {}

    def inside(self, frame: Frame) -> tuple[Inner, ...]:
        """Every use in *frame* and the library frames that it calls, nearest first, each once."""
        known = self._known.get(frame)
        if known is None:
            known = self._known[frame] = self._walk(frame)
        return known

    @staticmethod
    def _walk(start: Frame) -> tuple[Inner, ...]:
        found: dict[object, Inner] = {}
        waiting = {start: None}
        queue = [start]
        for frame in queue:
            for seen in frame.uses.values():
                found.setdefault((seen.receiver, seen.name, seen.kind), (frame, seen))
            if len(found) >= _MOST:
                break
            for callee in frame.calls:
                # What code of ours does that the library calls back is told at its own lines.
                if is_foreign(callee) and callee not in waiting:
                    waiting[callee] = None
                    queue.append(callee)
        return tuple(found.values())[:_MOST]


def agent_of(inner: Frame, seen: Seen, name: str) -> Agent:
    """The line of library code that does it."""
    via = "library"
    return (via, inner.module.path, seen.line, name)


def is_foreign(frame: Frame) -> bool:
    """Whether it is library code."""
    return not frame.module.found.ours and not frame.is_home


def class_of(frame: Frame) -> Class | None:
    """The class of ours through which a request reaches an entry of library code."""
    cls = getattr(frame.receiver, "cls", None)
    return cls if frame.root and type(cls) is Class and cls.module.found.ours else None
