"""Words that all pages about cuts share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.emit.page import line, names, quiet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cutpoint.emit.page import Line

_MOST_MODELS = 8


def models_said(models: Sequence[str], most: int = _MOST_MODELS) -> Line:
    """The first of them, and how many more."""
    more = len(models) - most
    return line(names(models[:most]), quiet(f" and {more} more") if more > 0 else "")


def points(value: float) -> str:
    """A score or a part of one, with its sign where it takes away."""
    return f"{value:,.2f}"
