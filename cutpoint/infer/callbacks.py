"""Functions among the arguments of a call that no code of ours answers -> what calling them gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import (
    NOTHING,
    FunctionOf,
    Method,
    PartialOf,
    Type,
    join,
)
from cutpoint.infer.dispatch import call_type

if TYPE_CHECKING:
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame


_CALLED = frozenset({FunctionOf, PartialOf, Method})


def call_callbacks(frame: Frame, arguments: tuple[Type, ...], keywords: Keywords, given: Type | None = None) -> Type:
    """Call every function among the arguments, as whoever takes it will; gives their results."""
    result = NOTHING
    for value in (*arguments, *(value for _, value in keywords)):
        for each in value:
            if type(each) in _CALLED:
                result = join(result, call_type(frame, (each,), (given,) if given is not None else (), (), None))
    return result
