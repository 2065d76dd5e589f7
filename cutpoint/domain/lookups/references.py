"""Conditions and expressions -> the tables that they read: Q, F, aggregates, Case, Subquery and their kin.

Texts are references in some places (`Count("products")`) and values in others (`Value("paid")`): which is which is what
this module knows. Names that a query has from `annotate` are not known here, and join nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from cutpoint.domain.lookups.lookup_path import SEPARATOR
from cutpoint.domain.lookups.lookups import excluded_tables, joined_tables
from cutpoint.domain.types import FALSE, HOLE, Expression, Group, Items, Query, Record, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.types import Atom, Type

Keywords: TypeAlias = "tuple[tuple[str | None, Type], ...]"
Join: TypeAlias = tuple[str, str, str]
"""(table, lookup as written, kind), kinds as in `cutpoint.domain.access.Join`."""

# What stands in them is a value, or a name of the query around.
_SILENT = frozenset({"OuterRef", "RawSQL", "SearchConfig", "SearchQuery", "Value"})
# How many of the leading positional texts are references; in all other expressions each of them is.
_LEADING_REFERENCES = {
    "Cast": 1,
    "Collate": 1,
    "Extract": 1,
    "SearchHeadline": 1,
    "SearchRank": 1,
    "StringAgg": 1,
    "TrigramDistance": 1,
    "TrigramSimilarity": 1,
    "Trunc": 1,
}
_REFERRING_KEYWORDS = frozenset({"expression", "order_by", "ordering", "partition_by", "then"})
_NO_LOOKUPS = frozenset({"_connector", "_negated"})


class References:
    """Reads what stands in one statement on the table of a model."""

    def __init__(self, space: ModelSpace, label: str, *, excludes: bool = False) -> None:
        """*excludes* when its conditions are those of `exclude`."""
        self._space = space
        self._label = label
        self._tables_of_condition = excluded_tables if excludes else _filtered_tables

    def conditions(self, arguments: Iterable[Type], keywords: Keywords, kind: str) -> Iterator[Join]:
        """What `filter(*arguments, **keywords)` reads."""
        for value in arguments:
            for each in value:
                yield from self._condition(each, kind)
        for name, value in keywords:
            if name is None:
                yield from self.conditions((value,), (), kind)
            elif name not in _NO_LOOKUPS:
                yield from self._lookup(name, value, kind)

    def values(self, value: Type, place: str, kind: str) -> Iterator[Join]:
        """What an argument reads whose texts are values; *place* is how subqueries in it are told apart."""
        yield from self._read(value, place, kind, refers=False)

    def references(self, value: Type, place: str, kind: str) -> Iterator[Join]:
        """The same of an argument whose texts are references."""
        yield from self._read(value, place, kind, refers=True)

    def _condition(self, each: Atom, kind: str) -> Iterator[Join]:
        match each:
            case Expression(name="Q"):
                yield from self.conditions(each.arguments, each.keywords, kind)
            case Group(items=(names, value)) if any(texts_of(names)):
                for text in texts_of(names):
                    yield from self._lookup(text, value, kind)
            case Group():
                yield from self.conditions(each.items, (), kind)
            case Items():
                yield from self.conditions((each.item,), (), kind)
            case Record():
                yield from self.conditions((), each.items, kind)
            case Table():
                for text in texts_of(each.key):
                    yield from self._lookup(text, each.value, kind)
            case Expression():
                yield from self._expression(each, "", kind)

    def _lookup(self, name: str, value: Type, kind: str) -> Iterator[Join]:
        path = known_part(name)
        if value == FALSE:
            # That there is something is asked like any other condition; that there is nothing is not.
            path = path.removesuffix(f"{SEPARATOR}isnull")
        for table, lookup in self._tables_of_condition(self._space, self._label, path):
            yield table, lookup, kind
        yield from self.values(value, name, kind)

    def _read(self, value: Type, place: str, kind: str, *, refers: bool) -> Iterator[Join]:
        for each in value:
            match each:
                case Text() if refers:
                    yield from self._path(each.value, kind, trim=True)
                case Expression():
                    yield from self._expression(each, place, kind)
                case Query():
                    yield from self._subquery(each, place)
                case Items():
                    yield from self._read(each.item, place, kind, refers=refers)
                case Group():
                    for item in each.items:
                        yield from self._read(item, place, kind, refers=refers)

    def _path(self, text: str, kind: str, *, trim: bool) -> Iterator[Join]:
        for table, lookup in joined_tables(self._space, self._label, known_part(text.removeprefix("-")), trim=trim):
            yield table, lookup, kind

    def _expression(self, expression: Expression, place: str, kind: str) -> Iterator[Join]:
        name = expression.name
        place = place or name
        if name == "Q":
            yield from self.conditions(expression.arguments, expression.keywords, kind)
        elif name == "When":
            yield from self._when(expression, place, kind)
        elif name == "FilteredRelation":
            # Its join is made by whatever uses its name, and is never trimmed.
            for text in texts_of(argument(expression, 0, "relation_name")):
                yield from self._path(text, kind, trim=False)
            yield from self.values(argument(expression, 1, "condition"), place, kind)
        elif name not in _SILENT:
            leading = _LEADING_REFERENCES.get(name)
            for index, value in enumerate(expression.arguments):
                yield from self._read(value, place, kind, refers=leading is None or index < leading)
            for key, value in expression.keywords:
                yield from self._read(value, place, kind, refers=_refers(name, key))

    def _when(self, expression: Expression, place: str, kind: str) -> Iterator[Join]:
        """`When(condition, then)` or `When(lookup=value, then=...)`."""
        lookups = tuple((key, value) for key, value in expression.keywords if key not in ("condition", "then"))
        yield from self.conditions((argument(expression, 0, "condition"),), lookups, kind)
        yield from self.references(argument(expression, 1, "then"), place, kind)

    def _subquery(self, query: Query, place: str) -> Iterator[Join]:
        tables = [self._space.table(query.label)]
        if query.related is not None:
            link = self._space.links(query.related.owner).get(query.related.name)
            if link is not None and link.through is not None:
                tables.append(self._space.table(link.through))
        for table in tables:
            if table is not None:
                yield table, place, "subquery"


def argument(expression: Expression, position: int, name: str) -> Type:
    """An argument by its position or its name; the empty type when it is not given."""
    if position < len(expression.arguments):
        return expression.arguments[position]
    return next((value for key, value in expression.keywords if key == name), ())


def texts_of(value: Type) -> Iterator[str]:
    """Every text of a type, those in lists and tuples too."""
    for each in value:
        match each:
            case Text():
                yield each.value
            case Items():
                yield from texts_of(each.item)
            case Group():
                for item in each.items:
                    yield from texts_of(item)


def known_part(text: str) -> str:
    """A lookup up to the last `__` before its first hole."""
    before, hole, _ = text.partition(HOLE)
    return before.rpartition(SEPARATOR)[0] if hole else text


def _refers(name: str, keyword: str | None) -> bool:
    return keyword in _REFERRING_KEYWORDS or name == "JSONObject" or (name == "Case" and keyword == "default")


def _filtered_tables(space: ModelSpace, label: str, path: str) -> tuple[tuple[str, str], ...]:
    return joined_tables(space, label, path, trim=True)
