"""Where a cut stands: the ledgers of its steps now and at earlier revisions, and when they would be empty at this rate."""

from __future__ import annotations

import datetime as dt

import msgspec

from cutpoint.domain.boundary import Step
from cutpoint.domain.doubt import Doubt


class Count(msgspec.Struct, frozen=True, order=True):
    """One ledger at one revision."""

    step: str
    remaining: int


class Past(msgspec.Struct, frozen=True, order=True):
    """A revision, with what was left then."""

    day: str
    """By UTC, as `2027-01-31`."""
    commit: str
    counts: tuple[Count, ...]
    """In the order of the steps."""

    def remaining(self, step: str) -> int:
        """What was left for one step."""
        return next((count.remaining for count in self.counts if count.step == step), 0)


class Progress(msgspec.Struct, frozen=True):
    """Where a cut stands."""

    schema_version: str
    name: str
    cut_point: str
    steps: tuple[Step, ...]
    """In the order in which they can be deployed."""
    past: tuple[Past, ...]
    """The oldest first."""
    done_by: tuple[tuple[str, str], ...]
    """(step, day) for each step that shrinks: when it would be empty at the rate between the oldest revision and today."""
    complete: bool = True
    """False when anything was lost on the way, now or in the past: then counts may be too small."""
    doubts: tuple[Doubt, ...] = ()
    """Why all of it is doubtful, now."""

    @property
    def remaining(self) -> int:
        """All that is left."""
        return sum(step.remaining for step in self.steps)


FURTHEST_DAYS = 20 * 365
"""Beyond that, a rate says nothing."""


def forecast(steps: tuple[Step, ...], past: tuple[Past, ...], today: str) -> tuple[tuple[str, str], ...]:
    """The day on which each step would be done, in a straight line from the oldest revision to *today*.

    None for steps that are done, that don't shrink, or that would take longer than FURTHEST_DAYS.
    """
    if not past:
        return ()
    first, now = past[0], dt.date.fromisoformat(today)
    days = (now - dt.date.fromisoformat(first.day)).days
    found: list[tuple[str, str]] = []
    for step in steps:
        gone = first.remaining(step.id) - step.remaining
        if days <= 0 or gone <= 0 or not step.remaining:
            continue
        # Rounded up: a part of a day is a day.
        needed = -(-step.remaining * days // gone)
        if needed <= FURTHEST_DAYS:
            found.append((step.id, (now + dt.timedelta(days=needed)).isoformat()))
    return tuple(found)
