"""Parted packages: a package that holds several apps was meant as one matter, so a part of it is harder to take than all.

A package that holds everything says nothing, and blind, nobody knows of packages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.source import Evidence
from cutpoint.score.measured import Measured, share

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting

NAME = "parted-packages"
WEIGHT = -6.0


def measure(parting: Parting) -> Measured:
    """The share of the packages of several apps it takes models of that don't go as a whole."""
    if parting.facts.blind:
        return Measured(0.0, "packages are hidden")
    near = [held for held in parting.facts.packages_of_apps.values() if not parting.taken.isdisjoint(held)]
    parted = [held for held in near if not parting.taken.issuperset(held)]
    models = parting.facts.subjects.models
    staying = (models[label] for held in parted for label in held if label not in parting.taken)
    places = (Evidence(model.path, model.line) for model in staying)
    return share(parted, near, "packages of several apps are taken apart", places)
