"""Parts of queries in SQL: `annotate(n=RawSQL("SELECT …", []))`, `extra(tables=["shop_line"])`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import HOLE, Expression, Group, Items, Manager, Query
from cutpoint.domain.use import Touch
from cutpoint.interpret.sql.read_sql import statements_of
from cutpoint.interpret.touching import AT_RUN_TIME, keyword, touches_of_sql
from cutpoint.interpret.values import texts_inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.types import Type
    from cutpoint.domain.use import Use

RECEIVERS = (Manager, Query)
KIND = "call"
NAMES = None


def touches(use: Use, _space: ModelSpace) -> Iterator[Touch]:
    """The tables of subqueries in them, and those that `extra` adds."""
    for table in texts_inside(keyword(use, "tables")) if use.name == "extra" else ():
        if HOLE not in table:
            yield Touch("read", None, "raw_sql", table=table)
    yield from touches_of_sql(_statements(use))


def opaque(use: Use, _space: ModelSpace) -> Iterator[str]:
    """Why SQL in them could not be understood."""
    if any(not list(texts_inside(sql)) for sql in _fragments(use)):
        yield AT_RUN_TIME
    for text in _statements(use):
        yield from statements_of(text).opaque


def _statements(use: Use) -> list[str]:
    return [f"SELECT ({text})" for sql in _fragments(use) for text in texts_inside(sql)]


def _fragments(use: Use) -> Iterator[Type]:
    """Expressions and conditions in SQL."""
    if use.name == "extra":
        given = (keyword(use, name) for name in ("select", "where"))
        yield from (sql for sql in given if sql is not None)
    for value in (*use.arguments, *(value for _, value in use.keywords)):
        yield from _inside(value)


def _inside(value: Type) -> Iterator[Type]:
    """The first arguments of `RawSQL(…)` in an argument, and in the expressions that it is made of."""
    for each in value:
        match each:
            case Expression(name="RawSQL"):
                yield each.arguments[0] if each.arguments else dict(each.keywords).get("sql", ())
            case Expression():
                for part in (*each.arguments, *(part for _, part in each.keywords)):
                    yield from _inside(part)
            case Group():
                for part in each.items:
                    yield from _inside(part)
            case Items():
                yield from _inside(each.item)
