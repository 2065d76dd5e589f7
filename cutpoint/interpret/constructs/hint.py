"""What a hint of the project's configuration says of a call: `legacy.db.bulk_upsert(rows)` writes `orders_order`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import ModelClass, Text
from cutpoint.domain.use import Touch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (ModelClass, Text)
KIND = "hint"
NAMES = None


def touches(use: Use, _space: ModelSpace) -> Iterator[Touch]:
    """The hint names the action, and a model or a table."""
    receiver = use.receiver
    if type(receiver) is ModelClass:
        yield Touch(use.name, receiver.label, "hint")
    elif type(receiver) is Text:
        yield Touch(use.name, None, "hint", table=receiver.value)
