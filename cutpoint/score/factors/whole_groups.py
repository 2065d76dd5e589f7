"""Whole groups: an app of which a part stays must be taken apart before anything moves.

Groups are apps; where one app holds most of a project, they are its packages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cutpoint.domain.source import Evidence
from cutpoint.score.measured import Said, some

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting
    from cutpoint.score.placing import Placing
    from cutpoint.score.rows import Floats

NAME = "whole-groups"
WEIGHT = 7.0


def values(placing: Placing) -> Floats:
    """The share of what is taken that goes with all of its group."""
    ground = placing.ground
    if ground.facts.blind:
        return np.full(placing.count, 0.5)
    inside = ground.members.of(placing.models)
    whole: Floats = np.where(inside == ground.members.whole, inside, 0.0).sum(axis=0)
    found: Floats = whole / np.maximum(placing.models.sum(axis=0), 1.0)
    return found


def said(parting: Parting) -> Said:
    """How many models, and where those stand that stay behind."""
    facts = parting.facts
    if facts.blind:
        return Said("apps are hidden")
    parted = {
        group
        for group, held in facts.models_of_group.items()
        if parting.taken.intersection(held) and not parting.taken.issuperset(held)
    }
    whole = sum(facts.group_of[label] not in parted for label in parting.taken)
    models = facts.subjects.models
    staying = (models[label] for group in sorted(parted) for label in facts.models_of_group[group])
    places = some(Evidence(model.path, model.line) for model in staying if model.label not in parting.taken)
    return Said(f"{whole:,} of {len(parting.taken):,} models go with all of their app or package", places)
