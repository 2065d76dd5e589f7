"""Sensitive data kept apart: personal data, secrets and payments on one side earn, wherever the rest is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cutpoint.domain.source import Evidence
from cutpoint.score.measured import Said, some
from cutpoint.score.rows import DIGITS

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting
    from cutpoint.score.placing import Placing
    from cutpoint.score.rows import Floats

NAME = "sensitive-data"
WEIGHT = 0.0


def values(placing: Placing) -> Floats:
    """How much more of the sensitive columns one side holds than its share of all columns."""
    columns, sensitive = placing.ground.columns
    if not sensitive.sum():
        return np.zeros(placing.count)
    found: Floats = sensitive @ placing.models / sensitive.sum() - columns @ placing.models / columns.sum()
    return np.clip(np.round(found, DIGITS), 0.0, 1.0)


def said(parting: Parting) -> Said:
    """How many of how many, and where those models stand."""
    columns, sensitive = parting.placing.ground.columns
    taken, whole = int(sensitive @ parting.placing.models[:, 0]), int(sensitive.sum())
    if not whole:
        return Said("no columns that look sensitive")
    share = columns @ parting.placing.models[:, 0] / columns.sum()
    models, number = parting.facts.subjects.models, parting.placing.ground.number
    holding = (models[label] for label in parting.taken if sensitive[number[label]])
    places = some(Evidence(model.path, model.line) for model in holding)
    return Said(
        f"{taken:,} of {whole:,} columns that look sensitive are in the {share:.0%} of all on that side", places
    )
