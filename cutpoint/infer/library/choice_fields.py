"""Fields of forms and serializers that let one choose rows keep what they are made with: `ModelChoiceField(User.objects.all())`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Expression, Type, one

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

    Known = Callable[[Frame, tuple[Type, ...], Keywords, Node], Type | None]

_FORMS = ("django.forms", "django.forms.models")
_SERIALIZERS = ("rest_framework.serializers", "rest_framework.relations")
CHOOSING = {
    **dict.fromkeys(("ModelChoiceField", "ModelMultipleChoiceField"), _FORMS),
    **dict.fromkeys(("PrimaryKeyRelatedField", "SlugRelatedField", "HyperlinkedRelatedField"), _SERIALIZERS),
}
"""Bare name of a field -> the modules that have it."""
MULTIPLE = frozenset({"ModelMultipleChoiceField"})
"""Those that always give several rows."""


def _field(name: str) -> Known:
    return lambda _frame, arguments, keywords, _node: one(Expression, name, arguments, keywords)


FUNCTIONS: dict[str, Known] = {
    f"{module}.{name}": _field(name) for name, modules in CHOOSING.items() for module in modules
}
