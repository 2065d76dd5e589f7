"""What six names anew: the methods of dicts, as functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.values import Place, Value

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.execution.known.signature import KnownFunction


def _method(name: str) -> KnownFunction:
    """The function that calls the method *name* of what it is given."""

    def call(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
        return run.call(run.attribute(run.plain(a[0]), name), [], {}, place) if len(a) == 1 else NotImplemented

    return call


FUNCTIONS: dict[str, KnownFunction] = {
    f"{six}.{start}{name}": _method(name)
    for six in ("six", "django.utils.six")
    for start in ("iter", "view")
    for name in ("keys", "values", "items")
}
