"""django-simple-history: `register(User, app="core")` keeps the history of a model whose class statement can't be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.values import Place, Symbol, Value
from cutpoint.resolve.execution.targets import set_attribute

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.execution.known.signature import KnownFunction

_PARAMETERS = ("model", "app", "manager_name", "records_class", "table_name")


def _register(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    given = {**dict(zip(_PARAMETERS, a, strict=False)), **k}
    cls = run.plain(given.pop("model", None))
    name = run.plain(given.pop("manager_name", "history"))
    records = given.pop("records_class", None) or Symbol("simple_history.models.HistoricalRecords")
    if type(cls) is Class and isinstance(name, str):
        kept = {key: value for key, value in given.items() if run.plain(value) is not None}
        made = Instance(records, [], kept, place)
        made.attributes["registered"] = True
        cls.contributed[name] = made
        set_attribute(run, cls, name, made, place.line)
    return None


KEPT = {"simple_history.register": "simple_history.register"}

FUNCTIONS: dict[str, KnownFunction] = {"simple_history.register": _register}
