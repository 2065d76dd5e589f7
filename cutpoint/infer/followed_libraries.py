"""Calls of library code: whether its body is looked at, as models or classes of ours go through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.model_atoms import MODEL_ATOMS, Manager, Query
from cutpoint.domain.objects import Class
from cutpoint.domain.types import FunctionOf
from cutpoint.infer.libraries import is_followed, keeps_rows

if TYPE_CHECKING:
    from cutpoint.domain.objects import Function
    from cutpoint.domain.types import Atom, Type
    from cutpoint.infer.frame import Frame

# Calls inside libraries that lead away from our code for longer than this are not followed.
DEEPEST_IN_LIBRARIES = 6
_MODEL_WORDS = (
    b"queryset",
    b"objects",
    b"_manager",
    b"form",
    b"serializer",
    b"save",
    b"instance",
    b"model",
    b"get_object",
    b"__class__",
    b"kwargs",
)


class FollowedLibraries:
    """Answers for one analysis."""

    def __init__(self) -> None:
        self._speaking: dict[Function, bool] = {}

    def follows(self, frame: Frame, function: Function, receiver: Atom | None, arguments: tuple[Type, ...]) -> bool:
        """Whether a call of *function* from *frame* is followed into its body."""
        found = function.env.module.found
        # Managers and querysets speak of models by `self` or `super()` alone.
        of_rows = type(receiver) in (Manager, Query)
        if frame.foreign >= DEEPEST_IN_LIBRARIES:
            return False
        if found.stand_in:
            # Ours, in the library's words: there is a body only where it says what happens to rows.
            return True
        if not is_followed(found.name) or not (of_rows or self._speaks_of_models(function)):
            return False
        if type(receiver) in MODEL_ATOMS:
            return True
        cls = getattr(receiver, "cls", None)
        if type(cls) is Class and (cls.module.found.ours or keeps_rows(cls.module.name)):
            return True
        return any(type(each) in MODEL_ATOMS for value in arguments for each in value)

    def _speaks_of_models(self, function: Function) -> bool:
        """Whether the body of a library's function has a word by which a model could come in."""
        known = self._speaking.get(function)
        if known is None:
            body = function.body
            known = isinstance(body, bytes) and any(word in body for word in _MODEL_WORDS)
            self._speaking[function] = known
        return known


def is_unseen(frame: Frame, decorator: Atom, given: tuple[Type, ...]) -> bool:
    """Whether it is a library's function that is not looked at: it would count as a caller of the method, without its class."""
    if type(decorator) is not FunctionOf or decorator.function.env.module.found.ours:
        return False
    return not frame.engine.followed.follows(frame, decorator.function, None, given)
