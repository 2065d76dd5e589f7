"""SQL as text: `cursor.execute("UPDATE …")`, `Order.objects.raw("SELECT …")`, `RawSQL(…)`, `extra(tables=…)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Cursor, Expression, Manager, Query, Text
from cutpoint.domain.use import Touch
from cutpoint.interpret.sql.read_sql import statements_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.types import Type
    from cutpoint.domain.use import Use

RECEIVERS = (Cursor, Manager, Query, Expression)
KIND = "sql"
NAMES = None


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """Parts of the text that are not known are holes: a table whose name is a hole is told as unknown."""
    del space
    if use.name not in ("execute", "executemany", "raw", "callproc", "RawSQL", "copy_expert", "mogrify"):
        return
    given = use.arguments[0] if use.arguments else next((value for key, value in use.keywords if key in ("sql", "query", "raw_query")), ())
    for text in sql_texts(given):
        for touch in statements_of(text).touches:
            yield Touch(touch.action, None, "raw_sql", touch.columns, table=touch.table)


def sql_texts(value: Type) -> list[str]:
    """The texts that are given as SQL."""
    return [each.value for each in value if type(each) is Text]


def opaque(use: Use) -> list[str]:
    """What of a use's SQL could not be understood."""
    if use.kind != "sql" or use.name not in ("execute", "executemany", "copy_expert"):
        return []
    given = use.arguments[0] if use.arguments else ()
    texts = sql_texts(given)
    if not texts:
        return ["the SQL is put together at run time"]
    return [reason for text in texts for reason in statements_of(text).opaque]
