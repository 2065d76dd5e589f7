"""Drafts that put rows into a many-to-many relation or take them out → their names and parameters.

The table between goes with the model that declares the relation; `tag.articles.add(…)` comes from its other end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.boundary import Parameter, Purpose
from cutpoint.domain.catalog import RelationKind
from cutpoint.propose.asked import KEY
from cutpoint.propose.words import model_word, snake

if TYPE_CHECKING:
    from cutpoint.propose.drafts import Draft
    from cutpoint.propose.python_types import PythonTypes


def name_of_link(draft: Draft, types: PythonTypes) -> str:
    """`add_article_tags`: the method, the row that it is called on, and the accessor."""
    verb, accessor = draft.word.split(" ", 1)
    return f"{verb or 'set'}_{model_word(_ends(draft, types)[0])}_{snake(accessor)}"


def parameters_of_link(draft: Draft, types: PythonTypes) -> list[Parameter]:
    """The key of the row, and those of what it is linked with, unless all of them go."""
    receiver, other = _ends(draft, types)
    name = "id" if receiver == draft.model else f"{model_word(receiver)}_id"
    key = Parameter(name, types.of_key(receiver), KEY, False, Purpose.CHOOSE, receiver)
    if draft.word.startswith("clear "):
        return [key]
    linked = f"tuple[{types.of_key(other)}, ...]"
    return [key, Parameter(f"{model_word(other)}_ids", linked, "", False, Purpose.LINK, other)]


def _ends(draft: Draft, types: PythonTypes) -> tuple[str, str]:
    """The model of the row that has the accessor, and the one at the other end."""
    accessor = draft.word.split(" ", 1)[1]
    model = types.model(draft.model)
    relations = (
        [each for each in model.relations if each.kind is RelationKind.MANY_TO_MANY] if model is not None else []
    )
    for each in relations:
        if each.name == accessor:
            return draft.model, each.to or draft.model
    for each in relations:
        if model is not None and each.to and accessor == (each.related_name or f"{model.name.lower()}_set"):
            return each.to, draft.model
    return draft.model, draft.model
