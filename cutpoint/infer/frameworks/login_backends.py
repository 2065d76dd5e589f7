"""Backends that know users: `self.UserModel`, and the `user` that Django or a library hands to their methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import INFERRED, STORED, ClassOf, ModelClass, Object, Row, Type, one
from cutpoint.domain.values import Symbol

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ATTRIBUTES = frozenset({"UserModel"})
METHODS: frozenset[str] = frozenset()
USERS = frozenset({"user", "user_obj"})
"""Names of parameters that hold a user in methods of a backend."""

# Libraries keep these endings: `OIDCAuthenticationBackend`, `GuardedModelBackend`, `_LDAPBackend`.
_ENDINGS = ("AuthenticationBackend", "ModelBackend", "RemoteUserBackend", "LDAPBackend", "auth.backends.BaseBackend")


def is_backend(frame: Frame, receiver: Atom) -> bool:
    """Whether *receiver*'s class inherits from a backend of Django or of a library."""
    if not isinstance(receiver, (Object, ClassOf)) or type(receiver.cls) is not Class:
        return False
    return any(
        _dotted(base).endswith(_ENDINGS)
        for base in frame.engine.world.program.linear(receiver.cls)
        if type(base) is not Class or not base.module.found.ours
    )


def stored_user(frame: Frame) -> Type | None:
    """The user whom a backend is asked about."""
    label = frame.engine.world.user_label
    return one(Row, label, INFERRED, STORED) if frame.engine.world.space.model(label) is not None else None


def _dotted(base: object) -> str:
    if type(base) is Class:
        return base.dotted
    return base.name if type(base) is Symbol else ""


def attribute(frame: Frame, receiver: Atom, _name: str, _node: Node) -> Type | None:
    """The user model, which libraries keep in `__init__` or as a property."""
    label = frame.engine.world.user_label
    if not is_backend(frame, receiver) or frame.engine.world.space.model(label) is None:
        return None
    return one(ModelClass, label, INFERRED)


def method(
    _frame: Frame, _receiver: Atom, _name: str, _arguments: tuple[Type, ...], _keywords: Keywords, _node: Node
) -> Type | None:
    """What its methods give is for their overrides to say."""
    return None
