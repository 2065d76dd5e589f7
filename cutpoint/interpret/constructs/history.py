"""A library that keeps versions (django-simple-history, django-auditlog) adds a row for each save and each delete: `order.save()`, `Order.objects.create(…)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.lookups.lookup_path import CONTENT_TYPE
from cutpoint.domain.types import INFERRED, Manager, Query, Row
from cutpoint.domain.use import Touch
from cutpoint.interpret.sent import signals_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Row, Manager, Query)
KIND = "call"
NAMES = None
_HEARD = frozenset({"post_save", "post_delete"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """What sends no signals, such as `update` and `bulk_create`, leaves no version."""
    for signal, label, steps, _state in signals_of(use, space):
        if signal not in _HEARD:
            continue
        for kept, path, line in space.kept_of(label):
            because = f"what becomes of {label} is kept as a row"
            if any(link.target == CONTENT_TYPE for link in space.links(kept).values()):
                yield Touch("read", CONTENT_TYPE, "history", cause=(path, line), chain=steps, level=INFERRED)
            yield Touch("insert", kept, "history", None, (), (path, line), None, steps, because, INFERRED)
