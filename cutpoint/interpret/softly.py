"""Uses that delete rows which are only marked -> the same under the name of what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.types import Manager, Query, Row
from cutpoint.interpret.touching import keyword, word_of
from cutpoint.interpret.values import is_false

if TYPE_CHECKING:
    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

SOFT_DELETE = "soft_delete"


def as_done(use: Use, space: ModelSpace) -> Use:
    """*use*, or what it is when its model deletes softly and the call doesn't insist: `delete(force_policy=…)`, `delete(soft=False)`."""
    if use.kind != "call" or word_of(use.name) != "delete" or not isinstance(use.receiver, (Row, Manager, Query)):
        return use
    if not space.soft_delete(use.receiver.label):
        return use
    if keyword(use, "force_policy") is not None or is_false(keyword(use, "soft")):
        return use
    return msgspec.structs.replace(use, name=SOFT_DELETE)
