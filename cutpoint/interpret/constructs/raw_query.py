"""A whole query in SQL: `Order.objects.raw("SELECT * FROM shop_order")`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import HOLE, Manager, Query
from cutpoint.interpret.sql.read_sql import statements_of
from cutpoint.interpret.touching import AT_RUN_TIME, keyword, model_of, own_and_parents, touches_of_sql
from cutpoint.interpret.values import texts_inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Touch, Use

RECEIVERS = (Manager, Query)
KIND = "call"
NAMES = frozenset({"raw"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """It reads what its text says and nothing else; a text that is not known most likely reads the model's own table."""
    texts = _texts(use)
    yield from touches_of_sql(texts)
    if not texts:
        yield from own_and_parents(space, model_of(use), "read", "raw_sql")


def opaque(use: Use, _space: ModelSpace) -> Iterator[str]:
    """Why its SQL could not be understood."""
    texts = _texts(use)
    if not texts:
        yield AT_RUN_TIME
    for text in texts:
        yield from statements_of(text).opaque


def _texts(use: Use) -> list[str]:
    given = use.arguments[0] if use.arguments else keyword(use, "raw_query")
    return [text for text in texts_inside(given) if text.strip(HOLE)]
