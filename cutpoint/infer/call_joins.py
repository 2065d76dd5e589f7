"""A call of a query method -> the tables that its arguments join."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cutpoint.domain.lookups.query_arguments import joins_of_call
from cutpoint.domain.types import Expression, Query

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.types import Type

_NOT_IN_SUBQUERIES = frozenset({"order", "select_related", "prefetch_related"})
_DEEPEST = 4


class CallJoins:
    """Answers for one analysis, each worked out once."""

    def __init__(self, space: ModelSpace) -> None:
        self._space = space
        self._known: dict[Any, tuple[tuple[str, str, str], ...]] = {}

    def of(
        self, label: str, word: str, arguments: tuple[Type, ...], keywords: tuple[tuple[str | None, Type], ...]
    ) -> tuple[tuple[str, str, str], ...]:
        """(table, lookup, kind) of what the arguments of the method *word* join."""
        key = (label, word, arguments, keywords)
        known = self._known.get(key)
        if known is None:
            found = set(joins_of_call(self._space, label, word, arguments, keywords)) if label else set()
            # What a query inside joins is read along with it.
            values = (*arguments, *(value for _, value in keywords))
            # What only orders rows, or fetches others beside them, a subquery leaves out.
            without = frozenset() if word == "prefetch_related" else _NOT_IN_SUBQUERIES
            found |= {(table, "", "subquery") for table in _tables_inside(values, _DEEPEST, without)}
            known = self._known[key] = tuple(sorted(found))
        return known


def _tables_inside(values: Iterable[Any], depth: int, without: frozenset[str]) -> set[str]:
    """Tables that the queries among *values*, and inside their expressions, join, but for joins of the kinds *without*."""
    found: set[str] = set()
    for value in values:
        for each in value if isinstance(value, tuple) else ():
            if type(each) is Query:
                found.update(table for table, _, kind in each.joins if kind not in without)
            elif type(each) is Expression and depth:
                found |= _tables_inside((*each.arguments, *(inner for _, inner in each.keywords)), depth - 1, without)
    return found
