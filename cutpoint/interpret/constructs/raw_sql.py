"""SQL as text given to a cursor: `cursor.execute("UPDATE shop_order SET …")`, `cursor.executemany("INSERT INTO …", rows)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Cursor, Text
from cutpoint.domain.use import Touch
from cutpoint.interpret.sql.read_sql import statements_of
from cutpoint.interpret.touching import keyword

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Cursor,)
KIND = "sql"
NAMES = frozenset({"execute", "executemany", "callproc", "copy_expert", "mogrify"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """Parts of the text that are not known are holes: a table whose name is a hole is told as unknown."""
    del space
    for text in _texts(use):
        for touch in statements_of(text).touches:
            yield Touch(touch.action, None, "raw_sql", touch.columns, table=touch.table)


def opaque(use: Use) -> list[str]:
    """What of a use's SQL could not be understood."""
    if use.kind != KIND or use.name not in ("execute", "executemany", "copy_expert"):
        return []
    texts = _texts(use)
    if not texts:
        return ["the SQL is put together at run time"]
    return [reason for text in texts for reason in statements_of(text).opaque]


def _texts(use: Use) -> list[str]:
    given = use.arguments[0] if use.arguments else keyword(use, "sql") or keyword(use, "query")
    return [each.value for each in given or () if type(each) is Text]
