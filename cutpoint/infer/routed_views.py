"""Views that URL patterns lead to: functions that `path("…", view)` names, and classes that are views.

path("pay/", views.pay), path("ship/", login_required(Ship.as_view())), router.register("orders", OrderViewSet)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class, Function, Instance
from cutpoint.domain.types import ClassOf, FunctionOf
from cutpoint.domain.values import Symbol
from cutpoint.domain.walking import nodes_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.values import Value
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame

_ROUTING = frozenset({"path", "re_path", "url", "register"})
_VIEWS = ("View", "APIView", "ViewSetMixin")


def routed_views(engine: Engine) -> Iterator[Function | Class]:
    """Each once: those that the patterns of modules name, and classes of ours that are views and have no subclasses."""
    found: dict[Function | Class, None] = {}
    # A list: looking at code that never ran may call a property, which is a frame more.
    for key, frame in list(engine.frames.items()):
        if type(key) is tuple and key[0] == "module" and frame.module.found.ours:
            found.update(dict.fromkeys(_routed(frame)))
    for cls in engine.class_bodies:
        if cls.module.found.ours and engine.world.derives(cls, _VIEWS, "") and not engine.world.subclasses(cls):
            found.setdefault(cls)
    yield from found


def _routed(frame: Frame) -> Iterator[Function | Class]:
    for node in nodes_in(*frame.body):
        if node[0] == sk.CALL and _name_of(node[1]) in _ROUTING:
            for argument in (*node[2], *(value for _, value in node[3])):
                yield from _views_in(frame, argument)


def _views_in(frame: Frame, node: Node) -> Iterator[Function | Class]:
    """The view that *node* is, behind decorators that are called on it."""
    if type(node) is not list or not node:
        return
    if node[0] == sk.CALL:
        if _name_of(node[1]) == "as_view":
            yield from _views_in(frame, node[1][1])
        else:
            for argument in node[2]:
                yield from _views_in(frame, argument)
    elif node[0] in (sk.NAME, sk.ATTRIBUTE):
        for each in frame.peek(node, {}):
            if type(each) is FunctionOf and each.function.env.module.found.ours:
                yield each.function
            elif (
                type(each) is ClassOf
                and type(each.cls) is Class
                and each.cls.module.found.ours
                and frame.engine.world.derives(each.cls, _VIEWS, "")
            ):
                yield each.cls


def _name_of(node: Node) -> str:
    if type(node) is list and node[0] in (sk.NAME, sk.ATTRIBUTE):
        name: str = node[1] if node[0] == sk.NAME else node[2]
        return name
    return ""


def is_exempt(engine: Engine, view: Function | Class) -> bool:
    """Whether `non_atomic_requests` takes a view out of the request's transaction."""
    if isinstance(view, Function):
        return any(_exempts(engine, decorator) for decorator in view.decorators)
    for base in engine.world.program.linear(view):
        if type(base) is Class:
            dispatch = base.attributes.get("dispatch")
            inner = dispatch.decorators if type(dispatch) is Function else ()
            if any(_exempts(engine, decorator) for decorator in (*base.decorators, *inner)):
                return True
    return False


def _exempts(engine: Engine, decorator: Value) -> bool:
    value = engine.world.program.plain(decorator)
    if type(value) is Symbol:
        return value.last == "non_atomic_requests"
    if type(value) is Function:
        return value.name == "non_atomic_requests" and not value.env.module.found.ours
    if type(value) is not Instance:
        return False
    return _exempts(engine, value.callee) or any(_exempts(engine, argument) for argument in value.arguments)
