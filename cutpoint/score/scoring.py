"""Placing + weights → scores from 0 to 100: the mean of factors by their weights, as an invoice whose points add up to it exactly."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

import numpy as np

from cutpoint.domain.cut import DIGITS, Factor
from cutpoint.score import factors as factors_folder
from cutpoint.score.placing import Placing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from cutpoint.score.ground import Ground
    from cutpoint.score.measured import Said
    from cutpoint.score.parting import Parting
    from cutpoint.score.rows import Floats

    Flags = NDArray[np.bool_]

WHOLE = 100.0
_VALUE_DIGITS = 4
_WEIGHT_DIGITS = 2
_AT_ONCE = 8_000_000
"""Numbers that are held at once; how many cuts that are changes no result."""


class FactorFile(Protocol):
    """What lies in the folder of factors."""

    NAME: str
    WEIGHT: float

    def values(self, placing: Placing, /) -> Floats: ...  # noqa: D102 - each says what it measures

    def said(self, parting: Parting, /) -> Said: ...  # noqa: D102 - each says what it tells


GOALS: dict[str, dict[str, float]] = {
    "independence": {},
    "security": {"sensitive-data": 100.0},
    "least-work": {
        "writes-across": 25.0,
        "distributed-transactions": 20.0,
        "reads-across": 12.0,
        "joins-across": 12.0,
        "relations-across": 12.0,
        "size": 14.0,
    },
}
"""Presets: what each changes of the weights that factors have by themselves."""


@cache
def factor_files() -> tuple[FactorFile, ...]:
    """Sorted by name."""
    found = (
        cast("FactorFile", importlib.import_module(f"{factors_folder.__name__}.{info.name}"))
        for info in pkgutil.iter_modules(factors_folder.__path__)
    )
    return tuple(sorted(found, key=lambda file: file.NAME))


def weights_of(goal: str, configured: Mapping[str, float]) -> dict[str, float]:
    """The weight of each factor, as configured, else as *goal* has it, else its own; scaled so that they add up to 100.

    With two decimals each; what rounding leaves goes to the heaviest. All are 0 when nothing is to count.
    """
    own = {file.NAME: file.WEIGHT for file in factor_files()}
    said = {**own, **GOALS[goal], **{name: abs(weight) for name, weight in configured.items()}}
    whole = sum(said.values())
    if not whole:
        return dict.fromkeys(said, 0.0)
    found = {name: round(WHOLE * weight / whole, _WEIGHT_DIGITS) for name, weight in said.items()}
    heaviest = max(found, key=lambda name: (found[name], name))
    found[heaviest] = round(found[heaviest] + WHOLE - sum(found.values()), _WEIGHT_DIGITS)
    return found


def invoice(parting: Parting, weights: Mapping[str, float]) -> tuple[Factor, ...]:
    """Factors that count, those that could cost most first: by what is missing to all of their weight."""
    found: list[Factor] = []
    for file in factor_files():
        value = float(np.round(file.values(parting.placing), _VALUE_DIGITS)[0])
        said = file.said(parting)
        found.append(Factor(file.NAME, weights[file.NAME], value, said.why, said.evidence))
    return tuple(sorted(found, key=lambda factor: (-factor.weight, factor.name)))


def score_of(factors: Iterable[Factor]) -> float:
    """The sum of what they add."""
    return round(sum(factor.points for factor in factors), DIGITS)


def scores_of(ground: Ground, cuts: Flags, weights: Mapping[str, float]) -> Floats:
    """(cuts,): the score of each column of *cuts*, (models, cuts); that of a cut is that of its smaller side."""
    found = np.zeros(cuts.shape[1])
    step = max(1, _AT_ONCE // ground.widest)
    for first in range(0, cuts.shape[1], step):
        placing = Placing(ground, smaller_sides(cuts[:, first : first + step]))
        for file in factor_files():
            if weights[file.NAME]:
                values = np.round(file.values(placing), _VALUE_DIGITS)
                found[first : first + step] += np.round(weights[file.NAME] * values, DIGITS)
    return np.round(found, DIGITS)


def smaller_sides(cuts: Flags) -> Flags:
    """Of each column, the side that has fewer models."""
    return np.where(2 * cuts.sum(axis=0) > len(cuts), ~cuts, cuts)
