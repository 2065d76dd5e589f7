"""Crossing → the models that the API has to show, the most needed first.

The weight of a model is the sum over the modules of the other side that use it: 1 for the first use, and the natural
logarithm of one more than the further ones, writes counted twice; a quarter of a point for each relation across that
points at it, since whoever has a key will ask for the row. Joins count half. What follows a delete or a save by itself
counts nothing: that is an event, and shows no rows.
"""

from __future__ import annotations

from collections import defaultdict
from math import log1p
from typing import TYPE_CHECKING

from cutpoint.domain.access import CONSEQUENCES
from cutpoint.domain.boundary import ExposedModel
from cutpoint.domain.cut import Side

if TYPE_CHECKING:
    from cutpoint.domain.crossing import Crossing

_WRITE, _READ, _JOIN, _LINK = 2.0, 1.0, 0.5, 0.25


def exposed_models(crossing: Crossing) -> tuple[ExposedModel, ...]:
    """Heaviest first, then by label."""
    taken = frozenset(crossing.take)
    uses: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for use in crossing.uses:
        if use.via not in CONSEQUENCES and not use.is_shared:
            weight = _WRITE if use.action != "read" else _JOIN if use.via == "join" else _READ
            uses[use.model][use.module] += weight
    for call in crossing.calls:
        for label in call.reads:
            uses[label][call.module] += _READ
        for label in call.writes:
            uses[label][call.module] += _WRITE
    weights = {label: sum(_of_module(weight) for weight in modules.values()) for label, modules in uses.items()}
    for link in crossing.links:
        if link.to in weights:
            weights[link.to] += _LINK
    found = [
        ExposedModel(label, Side.TAKE if label in taken else Side.KEEP, round(weight, 4))
        for label, weight in weights.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.weight, each.model)))


def _of_module(weight: float) -> float:
    return min(weight, 1.0) + log1p(max(weight - 1.0, 0.0))
