"""django-ninja-extra: `@api_controller("/orders")` on a class, `@http_get("/{pk}")` in it, `api.register_controllers(Orders)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Instance
from cutpoint.domain.values import Place, Sequence, Symbol
from cutpoint.resolve.execution.known.ninja_routers import is_router

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.execution.known.signature import KnownFunction, KnownMethod

API_CONTROLLER = "ninja_extra.api_controller"
_REGISTER = "ninja_extra.NinjaExtraAPI.register_controllers"
_DISCOVER = "ninja_extra.NinjaExtraAPI.auto_discover_controllers"
_DISCOVERS = "cutpoint.discovers"
_CONTROLLERS = "cutpoint.controllers"
_WORDS = ("get", "post", "put", "patch", "delete", "generic")
KEPT: dict[str, str] = {
    "ninja_extra.controllers.base.api_controller": API_CONTROLLER,
    "ninja_extra.main.NinjaExtraAPI.register_controllers": _REGISTER,
    "ninja_extra.main.NinjaExtraAPI.auto_discover_controllers": _DISCOVER,
    **{f"ninja_extra.controllers.route.Route.{word}": f"ninja_extra.http_{word}" for word in _WORDS},
}


def controllers(api: Instance) -> Sequence:
    """The controllers that are registered with *api*, in that order."""
    found = api.attributes.get(_CONTROLLERS)
    if type(found) is not Sequence:
        found = api.attributes[_CONTROLLERS] = Sequence([])
    return found


def discovers(api: Instance) -> bool:
    """Whether *api* takes every controller of the installed apps."""
    return api.attributes.get(_DISCOVERS) is True


def _register(run: Interpreter, receiver: Value, a: list[Value], _k: dict[str, Value], place: Place) -> Value:
    api = run.plain(receiver)
    if type(api) is not Instance or not is_router(run, api):
        return NotImplemented
    for each in a:
        controllers(api).append(each, place)
    return None


def _discover(run: Interpreter, receiver: Value, _a: list[Value], _k: dict[str, Value], _p: Place) -> Value:
    api = run.plain(receiver)
    if type(api) is not Instance or not is_router(run, api):
        return NotImplemented
    api.attributes[_DISCOVERS] = True
    return None


def _with_receiver(method: KnownMethod) -> KnownFunction:
    def known(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
        return method(run, a[0], a[1:], k, place) if a else NotImplemented

    return known


def is_controller_decorator(value: Value) -> bool:
    """Whether *value* is `@api_controller`, called or not."""
    symbol = value.callee if type(value) is Instance else value
    return type(symbol) is Symbol and symbol.name.startswith("ninja_extra.") and symbol.last == "api_controller"


FUNCTIONS: dict[str, KnownFunction] = {_REGISTER: _with_receiver(_register), _DISCOVER: _with_receiver(_discover)}
METHODS: dict[str, KnownMethod] = {"register_controllers": _register, "auto_discover_controllers": _discover}
