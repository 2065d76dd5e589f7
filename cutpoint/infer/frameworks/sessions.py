"""Sessions: `request.session` behaves like a dict, and so does a `SessionStore` that code makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import INFERRED, PLAIN, ClassOf, LibraryMethod, Object, Type, one
from cutpoint.infer.agents.session import METHODS, SESSION, use_session
from cutpoint.infer.conventions import is_request

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ATTRIBUTES = METHODS | {"session"}


def _is_session(frame: Frame, receiver: Atom) -> bool:
    if not isinstance(receiver, (Object, ClassOf)):
        return False
    if type(receiver.cls) is not Class:
        return receiver.cls == SESSION
    return frame.engine.world.derives(receiver.cls, ("SessionBase", "SessionStore"), "django.contrib.sessions")


def attribute(frame: Frame, receiver: Atom, name: str, _node: Node) -> Type | None:
    """The session of a request, and what sessions can do."""
    if name == "session":
        return one(Object, SESSION, INFERRED) if is_request(frame, receiver) else None
    return one(LibraryMethod, receiver, name) if _is_session(frame, receiver) else None


def method(
    frame: Frame, receiver: Atom, name: str, _arguments: tuple[Type, ...], _keywords: Keywords, node: Node
) -> Type | None:
    """What is kept in a session is plain."""
    if not _is_session(frame, receiver):
        return None
    use_session(frame, name, node)
    return PLAIN
