"""Parted apps: an app of which a part stays must be taken apart before anything moves.

Blind, nobody knows of apps, and it says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.source import Evidence
from cutpoint.score.measured import Measured, share

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting

NAME = "parted-apps"
WEIGHT = -8.0


def measure(parting: Parting) -> Measured:
    """The share of the apps it takes models of that don't go as a whole."""
    if parting.facts.blind:
        return Measured(0.0, "apps are hidden")
    apps = {app: models for app, models in parting.facts.models_of_app.items() if parting.taken.intersection(models)}
    parted = [app for app, models in apps.items() if not parting.taken.issuperset(models)]
    models = parting.facts.subjects.models
    staying = (models[label] for app in parted for label in apps[app] if label not in parting.taken)
    places = (Evidence(model.path, model.line) for model in staying)
    return share(parted, list(apps), "apps are taken apart", places)
