"""Words that all pages about cuts share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.cut import Verdict
from cutpoint.emit.page import count, line, names, quiet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cutpoint.domain.cut import Item
    from cutpoint.emit.page import Line

_MOST_MODELS = 8


def models_said(models: Sequence[str], most: int = _MOST_MODELS) -> Line:
    """The first of them, and how many more."""
    more = len(models) - most
    return line(names(models[:most]), quiet(f" and {more} more") if more > 0 else "")


_SAID = {
    Verdict.CLEAN: "clean",
    Verdict.WORTH_IT: "worth it",
    Verdict.COSTLY: "costly",
    Verdict.DONT: "don't",
    Verdict.ALREADY_SEPARATE: "already separate",
    Verdict.TRIVIAL: "trivial",
}


def verdict_said(verdict: Verdict) -> str:
    """As people say it."""
    return _SAID[verdict]


def places_of(items: Iterable[Item]) -> str:
    """`12 places`: where something has to change, each once."""
    found = {place for item in items if item.effort for place in item.evidence}
    return count(len(found), "place")


def points(value: float) -> str:
    """A score or a part of one."""
    return f"{value:,.2f}"
