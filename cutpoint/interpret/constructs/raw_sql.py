"""SQL as text given to a cursor: `cursor.execute("UPDATE shop_order SET …")`, `cursor.executemany("INSERT INTO …", rows)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Cursor, Text
from cutpoint.interpret.sql.called import procedures_called
from cutpoint.interpret.sql.read_sql import statements_of
from cutpoint.interpret.sql.reading import PROCEDURE_CALL
from cutpoint.interpret.touching import AT_RUN_TIME, keyword, touches_of_sql

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Touch, Use

RECEIVERS = (Cursor,)
KIND = "sql"
# `mogrify` runs nothing.
NAMES = frozenset({"execute", "executemany", "copy_expert", "mogrify"})
_RUN_A_TEXT = NAMES - {"mogrify"}


def touches(use: Use, _space: ModelSpace) -> Iterator[Touch]:
    """Parts of the text that are not known are holes: a table whose name is a hole is told as unknown."""
    yield from touches_of_sql(_texts(use))


def opaque(use: Use, space: ModelSpace) -> Iterator[str]:
    """Why its SQL could not be understood; the call of a routine that a migration declares is."""
    texts = _texts(use)
    if use.name in _RUN_A_TEXT and not texts:
        yield AT_RUN_TIME
    for text in texts if use.name in _RUN_A_TEXT else ():
        called = procedures_called(text) if space.schema else ()
        is_declared = bool(called) and all(space.schema.routine(name) is not None for name in called)
        yield from (reason for reason in statements_of(text).opaque if reason != PROCEDURE_CALL or not is_declared)


def _texts(use: Use) -> list[str]:
    given = use.arguments[0] if use.arguments else keyword(use, "sql") or keyword(use, "query")
    return [each.value for each in given or () if type(each) is Text]
