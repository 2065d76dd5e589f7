"""Functions of Python, Django and other libraries that hand on what they are given, by dotted name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.infer.agents import activity, authentication, contrib, revision, template
from cutpoint.infer.library import (
    builtin_functions,
    choice_fields,
    django_functions,
    keeping,
    oauth_models,
    object_permissions,
    promises,
    reflection,
    standard_library,
    tasks,
    threads,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Type
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

_FUNCTIONS: dict[str, Callable[[Frame, tuple[Type, ...], Keywords, Node], Type | None]] = {
    **builtin_functions.FUNCTIONS,
    **reflection.FUNCTIONS,
    **standard_library.FUNCTIONS,
    **django_functions.FUNCTIONS,
    **keeping.FUNCTIONS,
    **authentication.FUNCTIONS,
    **contrib.FUNCTIONS,
    **revision.FUNCTIONS,
    **activity.FUNCTIONS,
    **choice_fields.FUNCTIONS,
    **oauth_models.FUNCTIONS,
    **promises.FUNCTIONS,
    **object_permissions.FUNCTIONS,
    **threads.FUNCTIONS,
    **tasks.FUNCTIONS,
    **template.FUNCTIONS,
}


def call_library(frame: Frame, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type | None:
    """The type of calling the library function *name*; None when nothing is known of it."""
    function = _FUNCTIONS.get(name)
    return function(frame, arguments, keywords, node) if function is not None else None
