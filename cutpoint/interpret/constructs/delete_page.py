"""Before the admin deletes, it shows what would go along: of `admin.site.register(Order)` every row that a cascade reaches is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.types import Row
from cutpoint.interpret.cascading import touch_of
from cutpoint.interpret.collector import collected
from cutpoint.interpret.touching import model_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Touch, Use

RECEIVERS = (Row,)
KIND = "call"
NAMES = frozenset({"get_deleted_objects"})
_SHOWN = frozenset({"delete", "generic", "check"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """Nothing is deleted unseen here."""
    for effect in collected(space, model_of(use)).effects:
        if effect.kind in _SHOWN:
            yield touch_of(msgspec.structs.replace(effect, action="read"), space)
