"""`[tool.cutpoint.hints]`: what people say of code that cannot be read well enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.project import Hint, HintKind, Shape
from cutpoint.domain.types import ANY, NOTHING, PROVED, Manager, ModelClass, Query, Row, Text, Type, atom, one

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Frame


class Hints:
    """All hints by the name that they speak of, and those that something matched."""

    def __init__(self, hints: Iterable[Hint], space: ModelSpace) -> None:
        self._space = space
        self._calls: dict[str, list[Hint]] = {}
        self._types: dict[str, Hint] = {}
        self._met: dict[str, None] = {}
        self._all = tuple(hints)
        self.are_any = bool(self._all)
        """Whether there are any: asked before each call."""
        for hint in self._all:
            if hint.kind is HintKind.TYPES:
                self._types[hint.name] = hint
            else:
                self._calls.setdefault(hint.name, []).append(hint)

    def of_call(self, frame: Frame, name: str, node: Node) -> Type | None:
        """Note what a call of *name* writes and reads; its result, when a hint says it."""
        result: Type | None = None
        for hint in self._calls.get(name, ()):
            self._met[hint.key] = None
            if hint.kind is HintKind.RETURNS:
                result = self._type(hint) or result
            elif node is not None and hint.action is not None:
                model = self._space.model(hint.model) if hint.model is not None else None
                receiver = atom(ModelClass, model.label, PROVED) if model is not None else atom(Text, hint.table or "")
                frame.see("hint", receiver, str(hint.action), node)
        return result

    def of_name(self, name: str) -> Type | None:
        """What the variable, parameter or attribute *name* holds, when a hint says it."""
        hint = self._types.get(name)
        if hint is None:
            return None
        self._met[hint.key] = None
        return self._type(hint) or None

    def of_arguments(self, frame: Frame) -> dict[str, Type]:
        """What they say of the parameters of a frame's function, by name."""
        prefix = f"{frame.module.name}.{frame.qualname}."
        hinted = {name: self.of_name(prefix + name) for name in frame.args}
        return {name: value for name, value in hinted.items() if value is not None}

    def stale(self) -> tuple[str, ...]:
        """Hints that nothing matched, or whose model does not exist, in the words of their author."""
        unknown = {hint.key for hint in self._all if hint.model is not None and self._space.model(hint.model) is None}
        return tuple(sorted({hint.key for hint in self._all if hint.key not in self._met} | unknown))

    def _type(self, hint: Hint) -> Type:
        model = self._space.model(hint.model) if hint.model is not None else None
        if model is None:
            return NOTHING
        match hint.shape:
            case Shape.CLASS:
                return one(ModelClass, model.label, PROVED)
            case Shape.QUERYSET:
                return one(Query, model.label, PROVED, "rows", None, None, ())
            case Shape.MANAGER:
                return one(Manager, model.label, PROVED, None, None)
        return one(Row, model.label, PROVED, ANY)
