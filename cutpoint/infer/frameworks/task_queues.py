"""Queues of tasks: `app.send_task("shop.pay")`, `queue.enqueue(pay, order)`, `scheduler.enqueue_in(later, pay)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Object, Type
from cutpoint.infer.handing_over import send

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ATTRIBUTES: frozenset[str] = frozenset()
# Method -> the position of the task among its arguments.
_TASK_AT = {
    "send_task": 0,
    "signature": 0,
    "enqueue": 0,
    "enqueue_call": 0,
    "enqueue_in": 1,
    "enqueue_at": 1,
    "configure_task": 0,
}
METHODS = frozenset(_TASK_AT)
_PACKAGES = ("celery.", "rq.", "django_rq.", "rq_scheduler.", "procrastinate.")
_NAMED = frozenset({"send_task", "signature", "enqueue_call", "configure_task"})


def attribute(_frame: Frame, _receiver: Atom, _name: str, _node: Node) -> Type | None:
    """Nothing of its own."""
    return None


def method(
    frame: Frame, receiver: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type | None:
    """The task runs, elsewhere; None when *receiver* is no queue."""
    at = _TASK_AT[name]
    if type(receiver) is not Object or not _is_queue(frame, receiver):
        return None
    task = arguments[at] if len(arguments) > at else next((v for k, v in keywords if k in ("name", "func", "f")), ())
    given = () if name in _NAMED else arguments[at + 1 :]
    return send(frame, task, given, () if name in _NAMED else keywords, node)


def _is_queue(frame: Frame, receiver: Object) -> bool:
    names = (receiver.cls,) if isinstance(receiver.cls, str) else frame.engine.world.lineage(receiver.cls)
    return any(name.startswith(_PACKAGES) for name in names)
