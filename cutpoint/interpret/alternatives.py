"""Uses → those of which one run of their code does only one: the same expression, of which several models are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import CERTAINTY_BITS, PROVED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.use import Use

    Key = tuple[int, int, int, str, str, tuple[int, ...]]


def alternatives_in(uses: Iterable[Use]) -> frozenset[Key]:
    """The keys of such expressions.

    What an attribute or an argument may be came from many places, and each object has one of them. A union that definitions
    prove is another matter: `for model in (Order, Invoice)` takes all.
    """
    first: dict[Key, str] = {}
    several: set[Key] = set()
    for use in uses:
        label = getattr(use.receiver, "label", None)
        if label is not None and getattr(use.receiver, "level", 0) & CERTAINTY_BITS != PROVED:
            key = key_of(use)
            if first.setdefault(key, label) != label:
                several.add(key)
    return frozenset(several)


def key_of(use: Use) -> Key:
    """What tells an expression from others: its body, its place, its text, what it does, and which item a loop is at."""
    return (use.body, use.site.line, use.site.end_line, use.text, use.name, use.item)
