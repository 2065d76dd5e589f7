"""Shares of settings → nested cuts: how many models leave isn't in the data, so a narrow, a likely and a wide one are offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cutpoint.score.consensus.consensus import Vote

NARROW, WIDE = 0.75, 0.25
"""The share of settings that more than take a model: what three quarters agree on, and what a quarter would."""


def offered(vote: Vote) -> tuple[tuple[int, ...], ...]:
    """The models of the narrow, the default and the wide offer, each within the next."""
    narrow, wide = (sum(share > least for share in vote.shares) for least in (NARROW, WIDE))
    return tuple(tuple(sorted(vote.order[:size])) for size in (min(narrow, vote.size), vote.size, max(wide, vote.size)))
