"""The shapes of what lies in this folder."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.domain.values import Place, Value
    from cutpoint.resolve.execution.interpreter import Interpreter

KnownFunction: TypeAlias = "Callable[[Interpreter, list[Value], dict[str, Value], Place, Environment | None], Value]"
"""(interpreter, arguments, keywords, place, calling scope) -> result."""

KnownMethod: TypeAlias = "Callable[[Interpreter, Value, list[Value], dict[str, Value], Place], Value]"
"""(interpreter, receiver, arguments, keywords, place) -> result."""
