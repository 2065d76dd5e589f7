"""Sensitive data kept apart: personal data, secrets and payments on one side earn, wherever the rest is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cutpoint.domain.source import Evidence
from cutpoint.score.measured import Measured, some

if TYPE_CHECKING:
    from cutpoint.domain.catalog import Model
    from cutpoint.score.parting import Parting

NAME = "sensitive-data"
WEIGHT = 8.0

SENSITIVE = re.compile(
    r"(^|_)(passwords?|passwd|secrets?|tokens?|api_?keys?|private_?keys?|credentials?|otp|e?mails?|phones?|phone_number"
    r"|first_name|last_name|full_name|birth(day|_?date)|date_of_birth|ssn|passport|tax_id|vat_id|iban|bic|card_number|cvv?"
    r"|street|postal_code|zip_?code|ip_address|account_number|routing_number)($|_)"
)


def measure(parting: Parting) -> Measured:
    """How much more of the sensitive columns one side holds than its share of all columns."""
    models = parting.facts.subjects.models
    sensitive = {label: sum(map(_is_sensitive, _names(model))) for label, model in models.items()}
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


def _is_sensitive(name: str) -> bool:
    return SENSITIVE.search(name.lower()) is not None
