"""Sensitive data kept apart: personal data, secrets and payments on one side earn, wherever the rest is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.sensitivity import is_sensitive
from cutpoint.domain.source import Evidence
from cutpoint.score.measured import Measured, some

if TYPE_CHECKING:
    from cutpoint.domain.catalog import Model
    from cutpoint.score.parting import Parting

NAME = "sensitive-data"
WEIGHT = 8.0


def measure(parting: Parting) -> Measured:
    """How much more of the sensitive columns one side holds than its share of all columns."""
    models = parting.facts.subjects.models
    sensitive = {label: sum(map(is_sensitive, _names(model))) for label, model in models.items()}
    taken = sum(sensitive[label] for label in parting.taken)
    whole = sum(sensitive.values())
    columns = sum(len(model.fields) for model in models.values())
    if not whole or not columns:
        return Measured(0.0, "no columns that look sensitive")
    expected = sum(len(models[label].fields) for label in parting.taken) / columns
    value = max(0.0, taken / whole - expected)
    places = (Evidence(models[label].path, models[label].line) for label in parting.taken if sensitive[label])
    said = f"{taken:,} of {whole:,} columns that look sensitive are in the {expected:.0%} of all that are taken"
    return Measured(value, said, some(places))


def _names(model: Model) -> list[str]:
    return [field.name for field in model.fields]
