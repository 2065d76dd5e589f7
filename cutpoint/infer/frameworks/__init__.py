"""What frameworks give to classes that inherit from theirs: one file per framework, looked up by lineage."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from cutpoint.infer.frameworks import (
    api_resources,
    app_registry,
    batch_loaders,
    child_rows,
    collectors,
    content_types,
    django_admin,
    django_forms,
    django_views,
    executors,
    filter_sets,
    form_wizards,
    graphene,
    hierarkey,
    http,
    import_export,
    login_backends,
    model_controllers,
    own_containers,
    registers,
    rest_framework,
    sessions,
    sitemaps,
    task_queues,
    template_views,
    translations,
    trees,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom, Type
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

    AttributeOf: TypeAlias = Callable[[Frame, Atom, str, Node], Type | None]
    MethodOf: TypeAlias = Callable[[Frame, Atom, str, tuple[Type, ...], Keywords, Node], Type | None]

_FRAMEWORKS = (
    model_controllers,
    api_resources,
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
    child_rows,
    filter_sets,
    form_wizards,
    import_export,
    sitemaps,
    login_backends,
    collectors,
    hierarkey,
    own_containers,
)

# Most names are of no framework at all: asked by name, and not one framework after the other.
_ATTRIBUTES: dict[str, list[AttributeOf]] = {}
_METHODS: dict[str, list[MethodOf]] = {}
for _framework in _FRAMEWORKS:
    for _name in _framework.ATTRIBUTES:
        _ATTRIBUTES.setdefault(_name, []).append(_framework.attribute)
    for _name in _framework.METHODS:
        _METHODS.setdefault(_name, []).append(_framework.method)


def framework_attribute(frame: Frame, receiver: Atom, name: str, node: Node) -> Type | None:
    """The type of an attribute that a framework's class gives; None when none of them says."""
    for attribute in _ATTRIBUTES.get(name, ()):
        found = attribute(frame, receiver, name, node)
        if found is not None:
            return found
    return None


def framework_call(
    frame: Frame, receiver: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type | None:
    """The type of calling a method that a framework's class gives; None when none of them says."""
    for method in _METHODS.get(name, ()):
        found = method(frame, receiver, name, arguments, keywords, node)
        if found is not None:
            return found
    return None
