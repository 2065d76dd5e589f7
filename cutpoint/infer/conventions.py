"""What frameworks hand to functions that nobody calls by name: `request`, `info`, keys and texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import INFERRED, PLAIN, Object, Type, one

if TYPE_CHECKING:
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Frame

REQUEST = "django.http.HttpRequest"
_REQUESTS = frozenset({"HttpRequest", "WSGIRequest", "ASGIRequest", "Request"})


def is_request(frame: Frame, receiver: Atom) -> bool:
    """Whether *receiver* is a request of Django, DRF or a subclass of one."""
    if type(receiver) is not Object:
        return False
    if type(receiver.cls) is str:
        return receiver.cls.endswith(("HttpRequest", "WSGIRequest", "ASGIRequest", ".Request"))
    return type(receiver.cls) is Class and frame.engine.world.derives(
        receiver.cls, ("HttpRequest", "WSGIRequest", "ASGIRequest", "Request"), ""
    )


def is_request_class(cls: Class) -> bool:
    """Whether *cls* is a class of requests that a framework makes: what one of them is given is had from all."""
    return cls.name in _REQUESTS and cls.module.name.startswith(("django.", "rest_framework."))


_PLAIN_NAMES = frozenset(
    {
        "pk",
        "id",
        "slug",
        "args",
        "options",
        "raw_data",
        "key",
        "text",
        "content",
        "using",
        "verbosity",
        "stdout",
        "stderr",
        "days",
        "hours",
        "minutes",
        "seconds",
        "timeout",
        "signum",
        "path",
        "url",
        "message",
        "name",
        "title",
        "email",
        "password",
        "token",
        "code",
    }
)


def conventional_type(name: str) -> Type | None:
    """The type of a parameter that a framework fills, told by its name; None when there is no such convention."""
    if name == "request":
        return one(Object, REQUEST, INFERRED)
    if name == "info":
        return one(Object, "graphql.ResolveInfo", INFERRED)
    return PLAIN if name.endswith("_id") or name in _PLAIN_NAMES else None
