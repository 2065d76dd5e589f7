"""SQL as text given to a cursor: `cursor.execute("UPDATE shop_order SET …")`, `cursor.executemany("INSERT INTO …", rows)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Cursor, Text
from cutpoint.interpret.sql.read_sql import statements_of
from cutpoint.interpret.touching import AT_RUN_TIME, keyword, touches_of_sql

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Touch, Use

RECEIVERS = (Cursor,)
KIND = "sql"
NAMES = frozenset({"execute", "executemany", "callproc", "copy_expert", "mogrify"})

# A procedure's name says nothing about tables, and `mogrify` runs nothing.
_RUN_A_TEXT = frozenset({"execute", "executemany", "copy_expert"})


def touches(use: Use, _space: ModelSpace) -> Iterator[Touch]:
    """Parts of the text that are not known are holes: a table whose name is a hole is told as unknown."""
    yield from touches_of_sql(_texts(use))


def opaque(use: Use) -> Iterator[str]:
    """Why its SQL could not be understood."""
    texts = _texts(use)
    if use.name in _RUN_A_TEXT and not texts:
        yield AT_RUN_TIME
    for text in texts if use.name in _RUN_A_TEXT else ():
        yield from statements_of(text).opaque


def _texts(use: Use) -> list[str]:
    given = use.arguments[0] if use.arguments else keyword(use, "sql") or keyword(use, "query")
    return [each.value for each in given or () if type(each) is Text]
