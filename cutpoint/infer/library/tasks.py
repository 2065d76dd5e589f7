"""Functions of Celery, RQ, django-q and Django that hand work over, by dotted name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import NOTHING, PLAIN, Type
from cutpoint.infer.handing_over import call_command, send

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame


def _named(frame: Frame, a: tuple[Type, ...], k: Keywords, node: Node) -> Type:
    """`current_app.send_task("shop.pay")`, `signature("shop.pay")`: what arguments come is not told by position."""
    given = a[0] if a else next((value for name, value in k if name in ("name", "varies")), NOTHING)
    return send(frame, given, (), (), node)


def _queued(frame: Frame, a: tuple[Type, ...], k: Keywords, node: Node) -> Type:
    """`django_rq.enqueue(pay, order)`, `async_task("shop.tasks.pay", order)`."""
    return send(frame, a[0], a[1:], k, node) if a else PLAIN


FUNCTIONS = {
    **dict.fromkeys(
        (
            "celery.current_app.send_task",
            "celery.app.current_app.send_task",
            "celery.execute.send_task",
            "celery.signature",
            "celery.subtask",
            "celery.canvas.signature",
            "celery.current_app.signature",
        ),
        _named,
    ),
    **dict.fromkeys(
        ("django_rq.enqueue", "django_rq.queues.enqueue", "django_q.tasks.async_task", "django_q.async_task"), _queued
    ),
    "django.core.management.call_command": call_command,
    "django.core.management.base.call_command": call_command,
}
