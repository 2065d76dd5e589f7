"""SQL as text in queries: `Order.objects.raw("SELECT …")`, `annotate(n=RawSQL("SELECT …", []))`, `extra(tables=["shop_line"])`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import HOLE, Expression, Group, Items, Manager, Query, Record, Table, Text
from cutpoint.domain.use import Touch
from cutpoint.interpret.sql.read_sql import statements_of
from cutpoint.interpret.touching import keyword, own_and_parents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.types import Type
    from cutpoint.domain.use import Use

RECEIVERS = (Manager, Query)
KIND = "call"
NAMES = None

_DEEPEST = 8


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """`raw` reads what its text says and nothing else; a text that is not known most likely reads the model's own table."""
    if use.name == "raw":
        texts = _raw_texts(use)
        if not texts:
            yield from own_and_parents(space, use.receiver.label, "read", "raw_sql")  # type: ignore[attr-defined]
        for text in texts:
            yield from _touches_of(text)
        return
    if use.name == "extra":
        for name in ("select", "where"):
            for text in _texts_in(keyword(use, name)):
                yield from _touches_of(f"SELECT ({text})")
        for text in _texts_in(keyword(use, "tables")):
            if HOLE not in text:
                yield Touch("read", None, "raw_sql", table=text)
    for value in (*use.arguments, *(value for _, value in use.keywords)):
        for text in _raw_expressions(value):
            yield from _touches_of(f"SELECT ({text})")


def opaque(use: Use) -> list[str]:
    """What of the SQL given to `raw` could not be understood."""
    if use.kind != KIND or use.name != "raw" or type(use.receiver) not in RECEIVERS:
        return []
    texts = _raw_texts(use)
    if not texts:
        return ["the SQL is put together at run time"]
    return [reason for text in texts for reason in statements_of(text).opaque]


def _touches_of(text: str) -> Iterator[Touch]:
    for touch in statements_of(text).touches:
        yield Touch(touch.action, None, "raw_sql", touch.columns, table=touch.table)


def _raw_texts(use: Use) -> list[str]:
    given = use.arguments[0] if use.arguments else keyword(use, "raw_query")
    return [each.value for each in given or () if type(each) is Text and each.value.strip(HOLE)]


def _texts_in(value: Type | None) -> Iterator[str]:
    for each in value or ():
        match each:
            case Text(value=text):
                yield text
            case Items(item=item) | Table(value=item):
                yield from _texts_in(item)
            case Group(items=items):
                for item in items:
                    yield from _texts_in(item)
            case Record(items=pairs):
                for _, item in pairs:
                    yield from _texts_in(item)


def _raw_expressions(value: Type, depth: int = 0) -> Iterator[str]:
    """The texts of `RawSQL(…)` somewhere in an argument."""
    for each in value if depth < _DEEPEST else ():
        if type(each) is Expression:
            inside = (*each.arguments, *(part for _, part in each.keywords))
            if each.name == "RawSQL":
                yield from _texts_in(each.arguments[0] if each.arguments else dict(each.keywords).get("sql"))
                continue
            for part in inside:
                yield from _raw_expressions(part, depth + 1)
        elif type(each) is Group:
            for part in each.items:
                yield from _raw_expressions(part, depth + 1)
        elif type(each) is Items:
            yield from _raw_expressions(each.item, depth + 1)
