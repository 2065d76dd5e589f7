"""django-tastypie: `api.register(OrderResource())`, and the `urls` of an API and of a resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.values import Place, Sequence, Symbol, Value

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.execution.known.signature import KnownFunction, KnownMethod

TASTYPIE_URLS = "tastypie.api.Api.urls"
_REGISTER = "tastypie.api.Api.register"
_REGISTERED = "cutpoint.resources"
KEPT: dict[str, str] = {
    _REGISTER: _REGISTER,
    TASTYPIE_URLS: TASTYPIE_URLS,
    "tastypie.resources.Resource.urls": TASTYPIE_URLS,
}


def is_api(run: Interpreter, value: Value) -> bool:
    """Whether *value* is an API, and no single resource."""
    callee = run.plain(value.callee) if type(value) is Instance else None
    bases = run.linear(callee) if type(callee) is Class else [callee]
    return any(_dotted(base) in ("tastypie.api.Api", "tastypie.api.NamespacedApi") for base in bases)


def resources(api: Instance) -> Sequence:
    """What is registered with an API, in that order."""
    found = api.attributes.get(_REGISTERED)
    if type(found) is not Sequence:
        found = api.attributes[_REGISTERED] = Sequence([])
    return found


def _dotted(base: Value) -> str:
    return base.dotted if type(base) is Class else base.name if type(base) is Symbol else ""


def _register(run: Interpreter, receiver: Value, a: list[Value], k: dict[str, Value], place: Place) -> Value:
    api = run.plain(receiver)
    if type(api) is not Instance or not is_api(run, api):
        return NotImplemented
    doubted = Place(place.path, place.line, conditional=run.undecided > 0, unlikely=run.unlikely > 0)
    resources(api).append(a[0] if a else k.get("resource"), doubted)
    return None


def _register_with(
    run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, _e: Environment | None
) -> Value:
    return _register(run, a[0], a[1:], k, place) if a else None


def _urls(value: Value) -> Value:
    """A list: what is registered later is in it as well."""
    place = value.place if type(value) is Instance else Place("", 0)
    return Sequence([Instance(Symbol(TASTYPIE_URLS), [value], {}, place)])


def _urls_of(run: Interpreter, a: list[Value], _k: dict[str, Value], _p: Place, _e: Environment | None) -> Value:
    return _urls(run.plain(a[0])) if a else Sequence([])


def urls_of_library(_run: Interpreter, owner: str, name: str, receiver: Value) -> Value:
    """`api.urls`, `OrderResource().urls` where the library's source isn't here; None for anything else."""
    is_asked = owner.startswith("tastypie.") and name == "urls" and type(receiver) is Instance
    return _urls(receiver) if is_asked else None


FUNCTIONS: dict[str, KnownFunction] = {_REGISTER: _register_with, TASTYPIE_URLS: _urls_of}
METHODS: dict[str, KnownMethod] = {"register": _register}
