"""What frameworks give to classes that inherit from theirs: one file per framework, looked up by lineage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.infer.frameworks import (
    app_registry,
    batch_loaders,
    collectors,
    content_types,
    django_admin,
    django_forms,
    django_views,
    executors,
    graphene,
    http,
    import_export,
    login_backends,
    own_containers,
    registers,
    rest_framework,
    sessions,
    task_queues,
    template_views,
    translations,
    trees,
)

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom, Type
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

_FRAMEWORKS = (
    django_admin,
    app_registry,
    content_types,
    http,
    registers,
    sessions,
    django_views,
    executors,
    django_forms,
    rest_framework,
    graphene,
    batch_loaders,
    executors,
    translations,
    task_queues,
    template_views,
    trees,
    import_export,
    login_backends,
    collectors,
    own_containers,
)


def framework_attribute(frame: Frame, receiver: Atom, name: str, node: Node) -> Type | None:
    """The type of an attribute that a framework's class gives; None when none of them says."""
    for framework in _FRAMEWORKS:
        if name in framework.ATTRIBUTES:
            found: Type | None = framework.attribute(frame, receiver, name, node)
            if found is not None:
                return found
    return None


def framework_call(
    frame: Frame, receiver: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type | None:
    """The type of calling a method that a framework's class gives; None when none of them says."""
    for framework in _FRAMEWORKS:
        if name in framework.METHODS:
            found: Type | None = framework.method(frame, receiver, name, arguments, keywords, node)
            if found is not None:
                return found
    return None
