"""Drafts → names of operations, in the words of the code: `get_customer`, `list_invoices_by_order_ids`, `mark_order_paid`."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.boundary import Shape
from cutpoint.propose.drafts import BY_KEY, BY_KEYS
from cutpoint.propose.python_types import required
from cutpoint.propose.words import model_word, plural, snake

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cutpoint.domain.boundary import Parameter
    from cutpoint.propose.drafts import Draft
    from cutpoint.propose.python_types import PythonTypes

_VERBS = {
    Shape.GET: "get",
    Shape.LIST: "list",
    Shape.COUNT: "count",
    Shape.EXISTS: "has",
    Shape.CREATE: "create",
    Shape.SAVE: "save",
    Shape.ENSURE: "ensure",
    Shape.UPDATE: "update",
    Shape.DELETE: "delete",
}
_OF_MANY = frozenset({Shape.LIST, Shape.COUNT, Shape.EXISTS})
_MOST_WORDS = 3


def name_of(draft: Draft, parameters: Sequence[Parameter], types: PythonTypes) -> str:
    """What an engineer would call it."""
    word = model_word(draft.model)
    many = plural(word)
    if draft.is_choice:
        return f"find_{many}"
    if draft.shape is Shape.UPDATE and len(draft.columns) == 1:
        return _of_one_column(draft, word if not draft.batch else many, types)
    is_many = draft.shape in _OF_MANY or draft.batch
    name = f"{_VERBS[draft.shape]}_{many if is_many else word}"
    return f"{name}{_by(draft, parameters)}"


def _of_one_column(draft: Draft, word: str, types: PythonTypes) -> str:
    column = draft.columns[0]
    annotation = types.of_field(draft.model, column) or ""
    if required(annotation) == "bool":
        return f"mark_{word}_{snake(column.removeprefix('is_'))}"
    return f"set_{word}_{snake(column)}"


def _by(draft: Draft, parameters: Sequence[Parameter]) -> str:
    if not draft.conditions or draft.conditions == (BY_KEY,) or draft.shape is Shape.ENSURE:
        return ""
    if draft.conditions == (BY_KEYS,):
        # Rows are read by keys or by conditions, and written by keys unless something else is said.
        return "_by_ids" if draft.shape in _OF_MANY else ""
    names = [each.name for each in parameters if each.lookup in {part.lookup for part in draft.conditions}]
    if len(names) > _MOST_WORDS:
        return f"_by_{'_and_'.join(names[: _MOST_WORDS - 1])}_and_more"
    return f"_by_{'_and_'.join(names)}"


def told_apart(names: Iterable[tuple[str, str]]) -> list[str]:
    """Names that are each there once: (name, app) → the name, with the app where models of two apps have one name, and then a number."""
    asked = list(names)
    apps: defaultdict[str, set[str]] = defaultdict(set)
    for name, app in asked:
        apps[name].add(app)
    found: list[str] = []
    taken: set[str] = set()
    for name, app in asked:
        best = name if len(apps[name]) == 1 or name not in taken else f"{name}_of_{snake(app)}"
        number = 1
        unique = best
        while unique in taken:
            number += 1
            unique = f"{best}_{number}"
        taken.add(unique)
        found.append(unique)
    return found
