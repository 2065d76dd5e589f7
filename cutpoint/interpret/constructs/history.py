"""A library that keeps versions (django-simple-history) adds a row for each save and each delete: `order.save()`, `Order.objects.create(…)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    for signal, label, steps in signals_of(use, space):
        for history in space.histories(label).values() if signal in _HEARD else ():
            model = space.model(history)
            if model is not None:
                because = f"every version of {label} is kept as a row"
                yield Touch(
                    "insert",
                    history,
                    "history",
                    cause=(model.path, model.line),
                    chain=steps,
                    because=because,
                    level=INFERRED,
                )
