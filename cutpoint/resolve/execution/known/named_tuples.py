"""`namedtuple("Sold", "wish number")` and `NamedTuple("Sold", [("wish", Wish)])`: what a call makes is a class with these fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.values import Mapping, Place, Symbol, Unknown, Value
from cutpoint.resolve.execution.definitions import make_class
from cutpoint.resolve.execution.targets import iterate

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.execution.known.signature import KnownFunction

_BASE = Symbol("typing.NamedTuple")


def _made(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, env: Environment | None) -> Value:
    given = [*a, *(k[name] for name in ("typename", "field_names", "fields") if name in k)]
    name = run.plain(given[0]) if given else None
    if not isinstance(name, str) or env is None:
        return NotImplemented
    fields = _names(run, given[1], place) if len(given) > 1 else [key for key in k if key != "typename"]
    if fields is None:
        return Unknown("a named tuple whose fields only run time knows", place)
    made = make_class(run, name, [_BASE], {}, env.module, place)
    made.qualname = f"{env.prefix}{name}"
    # They have no values on the class: only its objects hold something under these names.
    made.declared = dict.fromkeys(fields)
    made.fields = fields
    return made


def _names(run: Interpreter, given: Value, place: Place) -> list[str] | None:
    """Names in one text, in a list of texts, or in pairs of name and type."""
    plain = run.plain(given)
    if isinstance(plain, str):
        return plain.replace(",", " ").split()
    if type(plain) is Mapping:
        return [key for key in plain.items if isinstance(key, str)]
    names = [run.plain(item) for item in iterate(run, plain, place)[0]]
    names = [run.plain(each[0]) if isinstance(each, tuple) and each else each for each in names]
    found = [each for each in names if isinstance(each, str)]
    return found if len(found) == len(names) else None


FUNCTIONS: dict[str, KnownFunction] = {
    "collections.namedtuple": _made,
    "typing.NamedTuple": _made,
    "typing_extensions.NamedTuple": _made,
}
