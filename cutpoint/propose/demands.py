"""What crosses → demands: each is one thing that one expression asks of the other side, whatever it touches for it.

`Order.objects.get_or_create(…)` reads and inserts, and is one demand; so is a delete with the reads of its collector.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from cutpoint.domain.boundary import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.crossing import CrossingUse

_CALLS = re.compile(r"(\w+)\(\)")


class Demand(msgspec.Struct, frozen=True):
    """Uses that one expression makes of one model."""

    shape: Shape
    batch: bool
    uses: tuple[CrossingUse, ...]
    """Sorted by action; at least one."""
    word: str = ""
    """The last method that is called, which tells what it is for."""
    is_between: bool = False
    """Whether it reads a table between two models: then conditions are those of the model at its other end."""

    @property
    def first(self) -> CrossingUse:
        """The use that stands for all: a write if there is one."""
        return next((use for use in self.uses if use.action != "read"), self.uses[0])

    @property
    def conditions(self) -> tuple[str, ...] | None:
        """The lookups by which rows are chosen, when they are known."""
        if self.is_between:
            return None
        return next((use.conditions for use in self.uses if use.conditions is not None), None)

    @property
    def columns(self) -> tuple[str, ...] | None:
        """The columns that are written, when they are known."""
        return next((use.columns for use in self.uses if use.action != "read" and use.columns is not None), None)


class _Key(NamedTuple):
    path: str
    line: int
    function: str
    model: str
    is_between: bool
    """Whether it is about a table between two models."""
    expression: str


def demands_of(uses: Iterable[CrossingUse], own_tables: frozenset[str]) -> tuple[Demand, ...]:
    """One for each expression and model, in the order of places; *own_tables* are those of models, not those between."""
    groups: defaultdict[_Key, list[CrossingUse]] = defaultdict(list)
    for use in uses:
        is_between = use.table not in own_tables
        groups[_Key(use.path, use.line, use.function, use.model, is_between, use.expression)].append(use)
    _put_together(groups)
    return tuple(
        _demand(key, tuple(sorted(found, key=lambda use: use.action))) for key, found in sorted(groups.items())
    )


def _put_together(groups: dict[_Key, list[CrossingUse]]) -> None:
    """What reads rows by a table between reads that on its way: it is no demand of its own."""
    of_rows = {(key[:3], key.expression): key for key in groups if not key.is_between}
    for key in [key for key in groups if key.is_between and all(use.action == "read" for use in groups[key])]:
        rows = of_rows.get((key[:3], key.expression))
        if rows is not None:
            groups[rows] += groups.pop(key)


def _demand(key: _Key, uses: tuple[CrossingUse, ...]) -> Demand:
    words = _CALLS.findall(key.expression)
    word = _plain(words[-1]) if words else ""
    actions = {use.action for use in uses}
    loops = any(use.in_loop for use in uses)
    conditions = next((use.conditions for use in uses if use.conditions is not None), None)
    by_many = any(lookup.endswith("__in") for lookup in conditions or ())
    if actions == {"read"}:
        shape = _shape_of_read(key.expression, [_plain(each) for each in words])
        unsaid = conditions is None or key.is_between
        return Demand(shape, loops or by_many or (unsaid and shape is Shape.LIST), uses, word, key.is_between)
    if key.is_between:
        return Demand(Shape.LINK, loops, uses, word)
    shape = _shape_of_write(actions, word)
    of_many = word.startswith("bulk_") or (shape in _OF_ROWS and _chain_is_query(words))
    return Demand(shape, loops or by_many or of_many, uses, word)


_OF_ROWS = frozenset({Shape.UPDATE, Shape.DELETE})
_ONE = frozenset({"get", "first", "last", "earliest", "latest", "get_object_or_404", "refresh_from_db"})
_ENSURING = frozenset({"get_or_create"})
_SAVING = frozenset({"update_or_create", "save"})


def _plain(word: str) -> str:
    """`aget` is `get`, awaited."""
    return word[1:] if word.startswith("a") and word[1:] in _AWAITED else word


_AWAITED = _ONE | _ENSURING | _SAVING | {"count", "exists", "aggregate", "delete", "update", "create", "in_bulk"}


def _shape_of_read(expression: str, words: list[str]) -> Shape:
    if not expression.endswith(")"):
        # A relation that is followed to one row.
        return Shape.GET if "()" not in expression.rpartition(".")[2] and "." in expression else Shape.LIST
    last = words[-1] if words else ""
    if last in _ONE:
        return Shape.GET
    if last in {"count", "aggregate"}:
        return Shape.COUNT
    return Shape.EXISTS if last in {"exists", "contains"} else Shape.LIST


def _shape_of_write(actions: set[str], word: str) -> Shape:
    if word in _ENSURING:
        return Shape.ENSURE
    if "delete" in actions and "insert" not in actions:
        return Shape.DELETE
    if {"insert", "update"} <= actions or word in _SAVING:
        return Shape.UPDATE if actions <= {"read", "update"} else Shape.SAVE
    return Shape.CREATE if "insert" in actions else Shape.UPDATE


def _chain_is_query(words: list[str]) -> bool:
    return any(word in {"filter", "exclude", "all"} for word in words[:-1])
