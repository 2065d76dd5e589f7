"""Arguments of a query method -> the further tables that its statement reads: `filter(order__user__email=...)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.lookups.lookup_path import SEPARATOR
from cutpoint.domain.lookups.lookups import null_free_foreign_keys, prefetched_tables, row_tables, selected_tables
from cutpoint.domain.lookups.references import Join, Keywords, References, argument, known_part, texts_of
from cutpoint.domain.types import Expression, Group, Items, Query, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.types import Atom, Type


def joins_of_call(
    space: ModelSpace, label: str, method: str, arguments: tuple[Type, ...], keywords: Keywords
) -> tuple[Join, ...]:
    """What *method* of a queryset or manager of the model *label* makes the statement read besides its own table.

    Each once, sorted. What is read in a subquery is of kind `subquery`, and told by the keyword or expression around it,
    even where it is the query's own table.
    """
    reader = _READERS.get(method) or _READERS.get(method.removeprefix("a"))
    if reader is None:
        return ()
    return tuple(sorted(set(reader(_Call(space, label, method, arguments, keywords)))))


class _Call:
    def __init__(
        self, space: ModelSpace, label: str, method: str, arguments: tuple[Type, ...], keywords: Keywords
    ) -> None:
        self.space = space
        self.label = label
        self.method = method
        self.arguments = arguments
        self.keywords = keywords
        self.references = References(space, label, excludes=method == "exclude")

    def keyword(self, name: str) -> Type:
        return next((value for key, value in self.keywords if key == name), ())


def _filter(call: _Call) -> Iterator[Join]:
    yield from call.references.conditions(call.arguments, call.keywords, "filter")


def _get_or_create(call: _Call) -> Iterator[Join]:
    lookups = tuple((key, value) for key, value in call.keywords if key not in ("defaults", "create_defaults"))
    yield from call.references.conditions((), lookups, "filter")


def _written(call: _Call) -> Iterator[Join]:
    """Values of an INSERT or UPDATE: Django lets them refer to no other table but in subqueries."""
    for key, value in call.keywords:
        yield from (join for join in call.references.values(value, key or "", "select") if join[2] == "subquery")


def _annotate(call: _Call) -> Iterator[Join]:
    for value in call.arguments:
        yield from call.references.values(value, "", "annotation")
    for key, value in call.keywords:
        yield from call.references.values(value, key or "", "annotation")


def _values(call: _Call) -> Iterator[Join]:
    for value in call.arguments:
        for each in _flat(value):
            kind = "select" if type(each) is Text else "annotation"
            yield from call.references.references((each,), "", kind)
    for key, value in call.keywords:
        yield from call.references.values(value, key or "", "annotation")


def _order(call: _Call) -> Iterator[Join]:
    for value in (*call.arguments, call.keyword("field_name")):
        yield from call.references.references(value, "", "order")


def _distinct(call: _Call) -> Iterator[Join]:
    for value in call.arguments:
        yield from call.references.references(value, "", "select")


def _dates(call: _Call) -> Iterator[Join]:
    for value in (*call.arguments[:1], call.keyword("field_name")):
        yield from call.references.references(value, "", "select")


def _in_bulk(call: _Call) -> Iterator[Join]:
    yield from call.references.references(call.keyword("field_name"), "", "filter")


def _combined(call: _Call) -> Iterator[Join]:
    for value in call.arguments:
        yield from call.references.values(value, call.method, "subquery")


def _select_related(call: _Call) -> Iterator[Join]:
    tables = [] if call.arguments or call.keywords else [*null_free_foreign_keys(call.space, call.label)]
    for value in call.arguments:
        for text in texts_of(value):
            tables += selected_tables(call.space, call.label, known_part(text))
    for table, lookup in tables:
        yield table, lookup, "select_related"


def _prefetch_related(call: _Call) -> Iterator[Join]:
    renamed: dict[str, str] = {}
    for value in call.arguments:
        for each in _flat(value):
            match each:
                case Text():
                    yield from _prefetched(call, _written_out(known_part(each.value), renamed))
                case Expression(name="Prefetch" | "GenericPrefetch"):
                    yield from _prefetched_by_object(call, each, renamed)


def _prefetched_by_object(call: _Call, prefetch: Expression, renamed: dict[str, str]) -> Iterator[Join]:
    """`Prefetch("orders__items", queryset, to_attr="recent")`; later paths may go on from `orders__recent`."""
    for text in texts_of(argument(prefetch, 0, "lookup")):
        path = _written_out(known_part(text), renamed)
        yield from _prefetched(call, path)
        for attribute in texts_of(argument(prefetch, 2, "to_attr")):
            way = path.rpartition(SEPARATOR)[0]
            renamed[f"{way}{SEPARATOR}{attribute}" if way else attribute] = path
        for each in _flat((*argument(prefetch, 1, "queryset"), *argument(prefetch, 1, "querysets"))):
            if type(each) is Query:
                own = call.space.table(call.label)
                tables = [table for table in row_tables(call.space, each.label) if table != own]
                yield from ((table, path, "prefetch_related") for table in tables)


def _prefetched(call: _Call, path: str) -> Iterator[Join]:
    for table, lookup in prefetched_tables(call.space, call.label, path):
        yield table, lookup, "prefetch_related"


def _written_out(path: str, renamed: dict[str, str]) -> str:
    for attribute, lookup in renamed.items():
        if path == attribute or path.startswith(f"{attribute}{SEPARATOR}"):
            return lookup + path.removeprefix(attribute)
    return path


def _flat(value: Type) -> Iterator[Atom]:
    for each in value:
        match each:
            case Items():
                yield from _flat(each.item)
            case Group():
                for item in each.items:
                    yield from _flat(item)
            case _:
                yield each


_READERS: dict[str, Callable[[_Call], Iterator[Join]]] = {
    "aggregate": _annotate,
    "alias": _annotate,
    "annotate": _annotate,
    "complex_filter": _filter,
    "create": _written,
    "dates": _dates,
    "datetimes": _dates,
    "difference": _combined,
    "distinct": _distinct,
    "earliest": _order,
    "exclude": _filter,
    "filter": _filter,
    "get": _filter,
    "get_or_create": _get_or_create,
    "in_bulk": _in_bulk,
    "intersection": _combined,
    "latest": _order,
    "order_by": _order,
    "prefetch_related": _prefetch_related,
    "select_related": _select_related,
    "union": _combined,
    "update": _written,
    "update_or_create": _get_or_create,
    "values": _values,
    "values_list": _values,
}
"""By method; `only` and `defer` are not among them: they choose columns, but join nothing by themselves."""
