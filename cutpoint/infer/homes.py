"""Frames in which annotations and defaults of a function are evaluated: those at the level where it is defined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cutpoint.infer.frame import Frame

if TYPE_CHECKING:
    from cutpoint.domain.objects import Function
    from cutpoint.domain.types import Atom
    from cutpoint.infer.engine import Engine


class Homes:
    """All of them, made when they are first asked for."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._homes: dict[Any, Frame] = {}

    def of(self, function: Function, receiver: Atom | None = None) -> Frame:
        """A frame at the level where *function* is defined."""
        key = (function.env.module.name, function.owner, receiver)
        home = self._homes.get(key)
        if home is None:
            home = self._homes[key] = Frame(self._engine, None, function.env.module, "")
            home.owner = function.owner
            home.receiver = receiver
            home.is_class_body = function.owner is not None
            home.is_home = True
        return home

    def all(self) -> list[Frame]:
        """All of them, in the order of their making."""
        return list(self._homes.values())
