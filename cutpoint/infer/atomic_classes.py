"""Classes whose methods run in a transaction: `@method_decorator(transaction.atomic, name="dispatch")`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.types import Object, Row
from cutpoint.domain.values import Sequence, Symbol
from cutpoint.infer.transactions import ATOMIC, DEFAULT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.values import Value
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame
    from cutpoint.infer.world import World

# What `dispatch` of views and viewsets calls.
HANDLERS = frozenset(
    {
        "get",
        "post",
        "put",
        "patch",
        "delete",
        "head",
        "options",
        "trace",
        "list",
        "retrieve",
        "create",
        "update",
        "partial_update",
        "destroy",
        "form_valid",
        "form_invalid",
    }
)
_DISPATCHING = frozenset({"dispatch", "as_view"})


def atomic_classes(engine: Engine) -> Iterator[tuple[Class, str, str | None]]:
    """(class, name of the method, alias of the database) for each class of ours under such a decorator."""
    for cls in engine.class_bodies:
        if not cls.module.found.ours:
            continue
        for decorator in cls.decorators:
            value = engine.world.program.plain(decorator)
            if (
                type(value) is not Instance
                or type(value.callee) is not Symbol
                or value.callee.last != "method_decorator"
            ):
                continue
            name = value.keywords.get("name", value.arguments[1] if len(value.arguments) > 1 else None)
            for using in _opened(engine, value.arguments[:1] or [value.keywords.get("decorator")]):
                if isinstance(name, str):
                    yield cls, name, using


def _opened(engine: Engine, values: Iterable[Value]) -> Iterator[str | None]:
    for each in values:
        value = engine.world.program.plain(each)
        if type(value) is Sequence:
            yield from _opened(engine, value.items)
        elif isinstance(value, tuple):
            yield from _opened(engine, value)
        elif type(value) is Symbol and value.name in ATOMIC:
            yield DEFAULT
        elif type(value) is Instance and type(value.callee) is Symbol and value.callee.name in ATOMIC:
            using = value.keywords.get("using", value.arguments[0] if value.arguments else DEFAULT)
            yield using if isinstance(using, str) else None


def handles(world: World, frame: Frame, cls: Class, method: str) -> bool:
    """Whether *frame* is a method of *cls*, or of a subclass, that runs inside of its *method*."""
    function, receiver = frame.function, frame.receiver
    if function is None or type(receiver) not in (Object, Row):
        return False
    own = getattr(receiver, "cls", None)
    if type(own) is not Class or cls not in world.program.linear(own):
        return False
    if function.name == method:
        return True
    return method in _DISPATCHING and (function.name in HANDLERS or _is_action(frame))


def _is_action(frame: Frame) -> bool:
    """A method under `@action(detail=True)` of a viewset."""
    return frame.function is not None and any(
        type(each) is Instance
        and type(each.callee) is Symbol
        and each.callee.last in ("action", "detail_route", "list_route")
        for each in frame.function.decorators
    )
