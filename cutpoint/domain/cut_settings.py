"""What `[tool.cutpoint.cuts]` says: the goal, the weights of factors, and the cuts that a team has decided on."""

import msgspec

GOAL_NAMES = ("independence", "security", "least-work")
"""All goals, the usual one first; a test holds that these are those of `cutpoint.score`."""

GROUPING_NAMES = ("app", "package", "words")
"""By what models are grouped; a test holds that these are those of `cutpoint.score`."""

FACTOR_NAMES = (
    "cohesion",
    "consequences-across",
    "distributed-transactions",
    "imports-across",
    "joins-across",
    "one-matter",
    "reads-across",
    "relations-across",
    "sensitive-data",
    "size",
    "whole-groups",
    "writes-across",
)
"""All factors, sorted; a test holds that these are those of `cutpoint.score`."""


class NamedCut(msgspec.Struct, frozen=True, order=True):
    """A cut that the configuration names."""

    name: str
    take: tuple[str, ...]
    """Models and apps, the root first."""
    keep: tuple[str, ...] = ()


class CutSettings(msgspec.Struct, frozen=True):
    """How cuts are scored, and which ones there are by decision."""

    goal: str = GOAL_NAMES[0]
    weights: tuple[tuple[str, float], ...] = ()
    """How much factors matter beside each other, sorted by name."""
    cuts: tuple[NamedCut, ...] = ()
    """Sorted by name."""
