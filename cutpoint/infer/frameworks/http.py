"""Requests: `request.user` is a row of the user model, `self.request` a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import INFERRED, PLAIN, Object, Row, Type, join, one
from cutpoint.infer.agents.authentication import PERMISSION_METHODS, check_permission, is_about_object, is_user
from cutpoint.infer.agents.backends import ask_backends
from cutpoint.infer.conventions import REQUEST, is_request
from cutpoint.infer.frameworks.library_bases import is_rest_view

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

_PLAIN_ATTRIBUTES = frozenset(
    {
        "GET",
        "POST",
        "FILES",
        "META",
        "COOKIES",
        "method",
        "path",
        "headers",
        "body",
        "data",
        "query_params",
        "query_string",
        "path_info",
        "content_type",
        "resolver_match",
        "scheme",
        "is_ajax",
        "content_params",
        "encoding",
    }
)
ATTRIBUTES = _PLAIN_ATTRIBUTES | {"user", "auser", "request", "context", "site"}
METHODS = PERMISSION_METHODS | frozenset(
    {"auser", "get_host", "build_absolute_uri", "get_full_path", "is_secure", "is_ajax"}
)

_WITH_REQUEST = (
    "View",
    "ContextMixin",
    "TemplateResponseMixin",
    "ModelAdmin",
    "BaseModelAdmin",
    "APIView",
    "ViewSetMixin",
)


def attribute(frame: Frame, receiver: Atom, name: str, node: Node) -> Type | None:
    """Attributes of requests, and `request` of what serves one."""
    world = frame.engine.world
    if is_request(frame, receiver):
        stored = frame.engine.read(("attribute", getattr(receiver, "cls", None), name), frame)
        if name == "user":
            return join(stored, _user(frame, receiver, node))
        return stored or (PLAIN if name in _PLAIN_ATTRIBUTES else None)
    cls = receiver.cls if type(receiver) is Object and name == "request" else None
    if type(cls) is Class and (world.derives(cls, _WITH_REQUEST, "") or is_rest_view(frame, receiver)):
        return one(Object, REQUEST, INFERRED)
    return None


def method(
    frame: Frame, receiver: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type | None:
    """Methods of requests, and questions for the permissions of their user."""
    if name in PERMISSION_METHODS:
        if type(receiver) is not Row or not is_user(frame, receiver):
            return None
        about_object = is_about_object(name, arguments, keywords)
        ask_backends(frame, receiver, name, arguments, keywords, node, about_object=about_object)
        if about_object:
            return PLAIN
        return check_permission(frame, receiver, node, name) if node is not None else None
    if not is_request(frame, receiver):
        return None
    return _user(frame, receiver, node) if name == "auser" else PLAIN


def _user(frame: Frame, request: Atom, node: Node) -> Type:
    """Whoever asks, loaded for the first time here."""
    found = frame.engine.world.user_row()
    for row in found if node is not None else ():
        frame.see("load", request, "user", node).receiver = row
    return found
