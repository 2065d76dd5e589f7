"""Libraries that keep what becomes of the rows of registered models: `auditlog.register(Order)`, `reversion.register(Order)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import NONE, ClassOf, LibraryMethod, LibraryName, ModelClass, Object, Type, one

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ATTRIBUTES = frozenset({"register"})
METHODS = ATTRIBUTES
_AUDIT_LOG = "auditlog.LogEntry"


def _is_audit_log(frame: Frame, receiver: Atom) -> bool:
    if type(receiver) is LibraryName:
        return receiver.name == "auditlog.registry.auditlog"
    return (
        type(receiver) is Object
        and type(receiver.cls) is Class
        and frame.engine.world.derives(receiver.cls, ("AuditlogModelRegistry",), "auditlog.")
    )


def attribute(frame: Frame, receiver: Atom, name: str, _node: Node) -> Type | None:
    """Registries register."""
    return one(LibraryMethod, receiver, name) if _is_audit_log(frame, receiver) else None


def method(
    frame: Frame, receiver: Atom, _name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type | None:
    """A registration; without a model it is a decorator."""
    if not _is_audit_log(frame, receiver):
        return None
    return register(frame, arguments, keywords, node)


def register(frame: Frame, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    """Every save and delete of these models leaves a row in the log."""
    given = arguments[0] if arguments else dict(keywords).get("model", ())
    line = node[4] if node is not None else frame.statement[0]
    for each in given:
        if type(each) is ModelClass:
            frame.engine.circumstances.keepings[each.label, _AUDIT_LOG, frame.module.path, line] = None
    return given if any(isinstance(each, (ModelClass, ClassOf)) for each in given) else NONE
