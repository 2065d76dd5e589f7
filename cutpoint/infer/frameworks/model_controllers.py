"""django-ninja-extra: `self.service.get_all()` in a controller, `self.model` and `super().create(schema)` in a service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import Object
from cutpoint.infer.agents.model_controller import (
    CONTROLLERS,
    METHODS,
    PACKAGE,
    SERVICE,
    SERVICES,
    act,
    models_of,
    service_of,
)

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom, Type
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ATTRIBUTES = frozenset({"service", "model"})
__all__ = ["ATTRIBUTES", "METHODS", "attribute", "method"]


def attribute(frame: Frame, receiver: Atom, name: str, _node: Node) -> Type | None:
    """The service of a controller, and the model of a service."""
    if type(receiver) is not Object:
        return None
    if name == "service":
        return (service_of(frame, receiver),) if _is(frame, receiver, CONTROLLERS) else None
    return models_of(frame, receiver) or None if _is(frame, receiver, SERVICES) else None


def method(
    frame: Frame, receiver: Atom, name: str, arguments: tuple[Type, ...], _keywords: Keywords, node: Node
) -> Type | None:
    """What the library's own service does: for the model of the controller that asks it, or of those that name it."""
    if type(receiver) is not Object:
        return None
    asking = frame.receiver if receiver.cls == SERVICE else receiver if _is(frame, receiver, SERVICES) else None
    models = models_of(frame, asking) if type(asking) is Object else None
    return act(frame, models, name, arguments, node) if models else None


def _is(frame: Frame, receiver: Object, names: frozenset[str]) -> bool:
    return type(receiver.cls) is Class and frame.engine.world.derives(receiver.cls, names, PACKAGE)
