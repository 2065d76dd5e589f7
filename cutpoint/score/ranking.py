"""Scores → the order in which candidates are shown: the best first, but not five times the same, and trifles last."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.cut import Candidate
    from cutpoint.score.subjects import Subjects

# What shares more than this with a candidate before it is a variant of that one.
_VARIANT = 0.5
TRIFLE = 3
"""A candidate of at most so many models is a cheap first step, and no insight, where there are many more."""
_MANY = 30


def ranked(scored: Iterable[tuple[float, Candidate]], subjects: Subjects) -> tuple[Candidate, ...]:
    """New ones by score, then variants of these, then trifles."""
    ordered = [each for _, each in sorted(scored, key=lambda pair: (-pair[0], pair[1].models))]
    first: list[Candidate] = []
    variants: list[Candidate] = []
    trifles: list[Candidate] = []
    for each in ordered:
        if is_trifle(each.models, subjects):
            trifles.append(each)
        elif any(_shared(each, known) > _VARIANT for known in first):
            variants.append(each)
        else:
            first.append(each)
    return (*first, *variants, *trifles)


def is_trifle(models: Iterable[str], subjects: Subjects) -> bool:
    """Whether so few models are taken that nobody needed a tool to see them."""
    return len(tuple(models)) <= TRIFLE and len(subjects.labels) >= _MANY


def _shared(one: Candidate, other: Candidate) -> float:
    shared = len(frozenset(one.models).intersection(other.models))
    return shared / (len(one.models) + len(other.models) - shared)
