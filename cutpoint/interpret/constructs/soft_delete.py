"""Rows of a model that deletes softly (django-safedelete, django-model-utils) are marked, and stay: `order.delete()`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Manager, Query, Row
from cutpoint.domain.use import Touch
from cutpoint.interpret.cascading import touch_of
from cutpoint.interpret.collector import collected
from cutpoint.interpret.softly import SOFT_DELETE
from cutpoint.interpret.touching import model_of, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Row, Manager, Query)
KIND = "call"
NAMES = frozenset({SOFT_DELETE})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """What hangs on them is marked as well, where the policy says so and its model deletes softly."""
    label = model_of(use)
    if shape_of(use) == "none":
        return
    via = "instance" if type(use.receiver) is Row else "queryset"
    policy = space.soft_delete(label)
    if policy == "cascade" or (type(use.receiver) is not Row and policy != "at once"):
        yield Touch("read", label, via)
    yield Touch("update", label, via)
    for effect in collected(space, label).effects if space.soft_delete(label) == "cascade" else ():
        if effect.kind == "delete" and space.soft_delete(effect.label):
            touch = touch_of(effect, space)
            for action in ("read", "update"):
                yield Touch(action, effect.label, touch.via, None, (), touch.cause, None, touch.chain, touch.because)
