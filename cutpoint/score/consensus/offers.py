"""Shares of settings → nested cuts: how many models leave isn't in the data, so a narrow, a likely and a wide one are offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NARROW, DEFAULT, WIDE = 0.75, 0.5, 0.25
"""The share of settings that more than take a model in it: what three quarters agree on, what most do, what a quarter would."""


def offered(shares: Sequence[float]) -> tuple[tuple[int, ...], ...]:
    """The models of each offer, the narrow one first."""
    return tuple(tuple(at for at, share in enumerate(shares) if share > least) for least in (NARROW, DEFAULT, WIDE))


def largest(shares: Sequence[float], count: int) -> tuple[int, ...]:
    """About *count* models: those with the largest shares, the first where several have the same; what is named stays so."""
    order = sorted(range(len(shares)), key=lambda at: (-shares[at], at))
    named = sum(share >= 1 for share in shares)
    open_ = [at for at in order if 0 < shares[at]]
    return tuple(sorted(open_[: max(count, named)]))
