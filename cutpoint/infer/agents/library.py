"""`super().form_valid(form)`, `class OrderList(ListView)`: code of an installed package that ours calls, or that a request reaches through a class of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.objects import Class
from cutpoint.domain.source import Role
from cutpoint.domain.types import BY_CALLER, BY_CLASS
from cutpoint.domain.use import Site
from cutpoint.infer.agents.template import agent_of_template
from cutpoint.infer.deciders import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.use import Decider, Use
    from cutpoint.infer.circumstances import Agent
    from cutpoint.infer.frame import Frame, Seen
    from cutpoint.infer.gather import Gathering

    Inner = tuple[Frame, Seen]

_MOST = 400
"""Of what one call of library code leads to, so much is told."""


class Lifting:
    """Answers for one analysis; what library code does is looked up once for each of its frames."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._known: dict[Frame, tuple[Inner, ...]] = {}

    def at_calls(self, frame: Frame) -> Iterator[Use]:
        """What library code does that *frame* calls, on the line of the call."""
        for callee, lines in frame.calls.items():
            if not is_foreign(callee):
                continue
            for line, bits in lines:
                site = self._gathering.site_at(frame, line)
                for inner, seen in self._inside(callee):
                    level = getattr(seen.receiver, "level", 0)
                    deciders = {
                        **{each.app: each for each in self._gathering.deciders.of(frame, level & bits & BY_CALLER)},
                        **{each.app: each for each in self._gathering.deciders.of(inner, level & BY_CLASS)},
                    }
                    yield from self._told_by_library(inner, seen, site, tuple(deciders.values()), frame)

    def at_class(self, frame: Frame) -> Iterator[Use]:
        """What an entry of library code does for the class of ours that inherits it, on the line of the class."""
        cls = class_of(frame)
        if cls is None:
            return
        app = self._gathering.world.app_of_path.get(cls.path)
        site = Site(cls.path, cls.line, cls.line, cls.dotted, cls.module.name, app, in_loop=False)
        for inner, seen in self._inside(frame):
            yield from self._told_by_library(inner, seen, site, (), frame)

    def _told_by_library(
        self, inner: Frame, seen: Seen, site: Site, deciders: tuple[Decider, ...], body: Frame
    ) -> Iterator[Use]:
        agent = agent_of(inner, seen, name_of(inner))
        for use in self._gathering.uses_of(inner, seen, wide=False):
            yield msgspec.structs.replace(
                use,
                site=site,
                shape=f"{_name_of(inner)}()",
                nodes=(),
                deciders=deciders,
                agents=(agent, *use.agents),
                body=self._gathering.graphing.index[body],
            )

    def _inside(self, frame: Frame) -> tuple[Inner, ...]:
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


def _name_of(frame: Frame) -> str:
    return frame.function.name if frame.function is not None else frame.qualname


def agent_of(inner: Frame, seen: Seen, name: str) -> Agent:
    """The line of library code that does it."""
    file = inner.module.found.file
    if file is not None and file.role is Role.TEMPLATE:
        return agent_of_template(file, seen.line, inner.module.name)
    via = "library"
    return (via, inner.module.path, seen.line, name)


def is_foreign(frame: Frame) -> bool:
    """Whether it is library code."""
    return not frame.module.found.ours and not frame.is_home


def class_of(frame: Frame) -> Class | None:
    """The class of ours through which a request reaches an entry of library code."""
    cls = getattr(frame.receiver, "cls", None)
    return cls if frame.root and type(cls) is Class and cls.module.found.ours else None
