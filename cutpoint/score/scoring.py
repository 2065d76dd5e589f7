"""Parting + weights → the score as an invoice: factors whose points add up to it exactly."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from math import copysign
from typing import TYPE_CHECKING, Protocol, cast

from cutpoint.domain.cut import DIGITS, Factor
from cutpoint.score import factors as factors_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cutpoint.score.measured import Measured
    from cutpoint.score.parting import Parting


class FactorFile(Protocol):
    """What lies in the folder of factors."""

    NAME: str
    WEIGHT: float

    def measure(self, parting: Parting, /) -> Measured: ...  # noqa: D102 - each says what it measures


GOALS: dict[str, dict[str, float]] = {
    "independence": {},
    "security": {"sensitive-data": 60.0, "shared-tables": -10.0, "size": 8.0},
    "least-work": {
        "writes-across": -30.0,
        "reads-across": -12.0,
        "joins-across": -15.0,
        "distributed-transactions": -25.0,
        "relations-across": -15.0,
        "operations-needed": -15.0,
        "size": 4.0,
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
    """The weight of each factor: as configured, with its own sign, else as *goal* has it, else its own."""
    own = {file.NAME: file.WEIGHT for file in factor_files()}
    said = {name: copysign(weight, own[name]) for name, weight in configured.items()}
    return {name: round(weight, 2) + 0.0 for name, weight in {**own, **GOALS[goal], **said}.items()}


def invoice(parting: Parting, weights: Mapping[str, float]) -> tuple[Factor, ...]:
    """All factors, those that move the score most first."""
    found: list[Factor] = []
    for file in factor_files():
        measured = file.measure(parting)
        found.append(Factor(file.NAME, weights[file.NAME], round(measured.value, 4), measured.why, measured.evidence))
    return tuple(sorted(found, key=lambda factor: (-abs(factor.points), factor.name)))


def score_of(factors: Iterable[Factor]) -> float:
    """The sum of what they add."""
    return round(sum(factor.points for factor in factors), DIGITS)
