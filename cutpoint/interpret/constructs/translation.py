"""django-parler: a row is saved with its translations, which lie in a table of their own: `dish.save()`, `dish.create_translation("fr")`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Manager, Query, Row
from cutpoint.domain.use import Touch
from cutpoint.interpret.touching import ACTIONS_OF_SAVE, model_of, state_of, word_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Row, Manager, Query)
KIND = "call"
NAMES = frozenset(
    {"save", "asave", "create", "acreate", "create_translation", "save_translations", "delete_translation"}
    | {"translated", "active_translations", "language", "untranslated"}
)
_TRANSLATIONS = "parler.models.TranslatedFieldsModel"
_DOING = {
    "create": ("insert",),
    "create_translation": ("read", "insert"),
    "save_translations": ("insert", "update"),
    "delete_translation": ("delete",),
}


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """Which languages there are is known to the data alone: a stored row may get a new one."""
    label, word = model_of(use), word_of(use.name)
    actions = _DOING.get(word, ("read",))
    if word == "save" and type(use.receiver) is not Row:
        # A method of the project's own with Django's name.
        return
    if word == "save":
        actions = tuple(sorted({*ACTIONS_OF_SAVE[state_of(use)], "insert"}))
    for link in space.pointing_at(label):
        if space.is_subclass(link.declared_by, _TRANSLATIONS):
            for action in actions:
                cause = (link.relation.path, link.relation.line)
                yield Touch(action, link.declared_by, "translation", cause=cause)
