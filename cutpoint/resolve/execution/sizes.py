"""How large a value is, and what stands for one that is larger than static execution follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.source import BlindSpot
from cutpoint.domain.values import Mapping, Sequence, Unknown

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter

_REASON = "a value larger than static execution follows"
_CHARACTERS = 8
"""That take as much room as one item."""


def size_of(value: Value) -> int:
    """About how many items *value* itself holds."""
    if type(value) in (Sequence, Mapping):
        return len(value.items)
    if type(value) is tuple:
        return len(value)
    return len(value) // _CHARACTERS if isinstance(value, str) else 0


def too_large(run: Interpreter, env: Environment, line: int) -> Value:
    """Unknown; the blind spot stands once for a line, however often it runs."""
    if BlindSpot(env.module.path, line, "execution-limit", _REASON) not in run.blind_spots:
        run.blind(env.module, line, "execution-limit", _REASON)
    return Unknown(_REASON, run.place(env, line))
