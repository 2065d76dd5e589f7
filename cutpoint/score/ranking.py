"""Scored cuts → the order in which they are shown: the best first, never five times the same, and what is no finding last."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from cutpoint.domain.cut import Candidate

_SHARED = 0.5
"""Cuts that share more than this of what the smaller one takes are variants of one."""


def best_first(scored: Iterable[tuple[float, Candidate]]) -> tuple[Candidate, ...]:
    """By score."""
    return tuple(each for _, each in sorted(scored, key=lambda pair: (-pair[0], pair[1].models)))


def is_variant(models: Collection[str], known: Iterable[Collection[str]]) -> bool:
    """Whether *models* are much the same as one of *known*."""
    taken = frozenset(models)
    return any(len(taken.intersection(each)) > _SHARED * min(len(taken), len(each)) for each in known)
