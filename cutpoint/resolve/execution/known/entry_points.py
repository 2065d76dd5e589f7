"""importlib.metadata and pkg_resources: entry points of a group, as plugin systems list them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Instance
from cutpoint.domain.values import Place, Sequence, Symbol, Unknown, Value

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.execution.known.signature import KnownFunction, KnownMethod


def _entry_points(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    group = run.plain(k.get("group", a[0] if a else None))
    if not isinstance(group, str):
        return NotImplemented
    return _of_group(run, group, place)


def _of_group(run: Interpreter, group: str, place: Place) -> Sequence:
    points: list[Value] = []
    for name, value in run.entry_points(group):
        target = value.partition("[")[0].strip()
        module, _, member = target.partition(":")
        point = Instance(Symbol("importlib.metadata.EntryPoint"), [], {}, place)
        point.attributes.update(name=name, value=target, group=group, module=module, module_name=module, attr=member)
        points.append(point)
    return Sequence(points, [place] * len(points))


def _load(run: Interpreter, receiver: Value, _a: list[Value], _k: dict[str, Value], place: Place) -> Value:
    point = run.plain(receiver)
    if type(point) is not Instance or "module" not in point.attributes:
        return NotImplemented
    module = run.plain(point.attributes["module"])
    member = run.plain(point.attributes["attr"])
    if not isinstance(module, str) or not isinstance(member, str):
        return Unknown("an entry point", place)
    loaded = run.import_module(module, None)
    return run.member(module, member) if member else loaded


def _select(run: Interpreter, receiver: Value, a: list[Value], k: dict[str, Value], place: Place) -> Value:
    """entry_points().select(group=…) and entry_points().get(group, [])."""
    points = run.plain(receiver)
    callee = run.plain(points.callee) if type(points) is Instance else None
    if type(callee) is not Symbol or callee.last != "entry_points":
        return NotImplemented
    group = run.plain(k.get("group", a[0] if a else None))
    return _of_group(run, group, place) if isinstance(group, str) else Unknown("a group of entry points", place)


FUNCTIONS: dict[str, KnownFunction] = {
    "importlib.metadata.entry_points": _entry_points,
    "importlib_metadata.entry_points": _entry_points,
    "pkg_resources.iter_entry_points": _entry_points,
}

METHODS: dict[str, KnownMethod] = {"load": _load, "select": _select, "get": _select, "__getitem__": _select}
