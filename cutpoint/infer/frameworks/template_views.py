"""Which templates a generic view renders: what `template_name` says, or the name that Django makes of the model's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import NOTHING, Items, ModelClass, Text, Type, join, one
from cutpoint.infer.dispatch import attribute as attribute_of
from cutpoint.infer.frameworks.django_views import is_view
from cutpoint.infer.frameworks.model_of import declared, models_in, query_of_view

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ATTRIBUTES: frozenset[str] = frozenset()
METHODS = frozenset({"get_template_names"})


def attribute(_frame: Frame, _receiver: Atom, _name: str, _node: Node) -> Type | None:
    """Nothing: the attributes are those of the class."""
    return None


def method(
    frame: Frame, receiver: Atom, _name: str, _arguments: tuple[Type, ...], _keywords: Keywords, _node: Node
) -> Type | None:
    """The names, those of a text only: other engines have templates of their own."""
    if not is_view(frame, receiver):
        return None
    said = declared(frame, receiver, "template_name")
    names = [each for each in said if type(each) is Text]
    if names:
        return one(Items, tuple(names))
    return _default(frame, receiver)


def _default(frame: Frame, receiver: Atom) -> Type | None:
    result = NOTHING
    for suffix in attribute_of(frame, receiver, "template_name_suffix", None):
        for model in models_in(query_of_view(frame, receiver)) if type(suffix) is Text else ():
            if type(model) is ModelClass and type(suffix) is Text:
                app, _, name = model.label.partition(".")
                result = join(result, one(Text, f"{app}/{name.lower()}{suffix.value}.html"))
    return one(Items, result) if result else None
