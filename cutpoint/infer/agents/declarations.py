"""Classes of ours by which a framework acts without a line of ours that calls it -> what it does, at the line of the class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import PROVED, Object, atom
from cutpoint.infer.agents.admin import administer_declared
from cutpoint.infer.agents.filter_set import filter_by_methods
from cutpoint.infer.agents.rest_view import BASES, serve
from cutpoint.infer.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.objects import Class
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.engine import Engine

    Agent = Callable[[Frame, Object, Node], None]

_AGENTS: tuple[tuple[frozenset[str], str, Agent], ...] = (
    (frozenset({"ModelAdmin"}), "django.contrib.", administer_declared),
    (frozenset({"BaseFilterSet", "FilterSet"}), "django_filters.", filter_by_methods),
    (frozenset({"GenericAPIView", "GenericViewSet", *BASES}), "rest_framework.", serve),
)


def run_declarations(engine: Engine) -> None:
    """Let every such class act; called again, what was seen before is forgotten."""
    nodes = engine.circumstances.declarations
    for cls in list(engine.class_bodies):
        for bases, package, agent in _AGENTS:
            if engine.world.derives(cls, bases, package):
                frame = _frame_of(engine, cls)
                frame.begin()
                agent(frame, atom(Object, cls, PROVED), nodes[cls])


def _frame_of(engine: Engine, cls: Class) -> Frame:
    key = ("declaration", cls)
    frame = engine.frames.get(key)
    if frame is None:
        frame = engine.frames[key] = Frame(engine, None, cls.module, cls.qualname)
        frame.owner = cls
        frame.receiver = atom(Object, cls, PROVED)
        frame.root = True
        frame.statement = (cls.line, cls.line)
        # A call that nobody wrote, where the class stands.
        engine.circumstances.declarations[cls] = [sk.CALL, [sk.NAME, cls.name, cls.line], [], [], cls.line, cls.line]
    return frame
