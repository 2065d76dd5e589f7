"""Patterns of `match`: whether a value matches, as far as that can be told, and the names that a pattern binds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.resolve.execution.operators import compare

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter


def matched(run: Interpreter, pattern: Node, subject: Value, env: Environment) -> bool | None:
    """True, False, or None when only run time decides; what is only looked at from outside counts as undecided."""
    match pattern:
        case [sk.MATCH_VALUE, value]:
            same = compare(run, "==", subject, run.evaluate(value, env))
            return bool(same) if isinstance(same, bool) else None
        case [sk.MATCH_AS, inner, name]:
            outcome = True if inner is None else matched(run, inner, subject, env)
            if name is not None and outcome is not False:
                env.bind(name, subject, 0)
            return outcome
        case [sk.MATCH_OR, patterns]:
            outcomes = [matched(run, inner, subject, env) for inner in patterns]
            return True if True in outcomes else None if None in outcomes else False
    return None
