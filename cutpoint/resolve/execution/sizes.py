"""A value that would be larger than static execution follows → what stands for it, and a blind spot at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.source import BlindSpot
from cutpoint.domain.values import Unknown

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter

_REASON = "a value larger than static execution follows"


def too_large(run: Interpreter, env: Environment, line: int) -> Value:
    """Unknown; the blind spot stands once for a line, however often it runs."""
    if BlindSpot(env.module.path, line, "execution-limit", _REASON) not in run.blind_spots:
        run.blind(env.module, line, "execution-limit", _REASON)
    return Unknown(_REASON, run.place(env, line))
