"""The baseline: findings that are accepted for now, each with how often; all of them together are the recorded debt."""

from datetime import date

import msgspec

from cutpoint.domain.finding import Key


class Entry(msgspec.Struct, frozen=True, order=True):
    """One line of a ledger."""

    key: Key
    count: int
    body: str = ""
    """A sketch of the code around it: by this a finding is known again after a move."""
    reason: str = ""
    owner: str = ""
    expires: str = ""
    """The day after which it is accepted no more, as `2027-01-31`; empty for never."""
    link: str = ""


class Spot(msgspec.Struct, frozen=True, order=True):
    """Blind spots that are known: so many of one kind and reason in one module."""

    service: str
    module: str
    kind: str
    reason: str
    count: int


class Baseline(msgspec.Struct, frozen=True):
    """All ledgers, read from the disk."""

    entries: tuple[Entry, ...] = ()
    """Sorted by key, each key once."""
    spots: tuple[Spot, ...] = ()
    """Sorted, each once."""
    tools: tuple[str, ...] = ()
    """Versions of cutpoint that wrote its ledgers, sorted."""
    notes: tuple[str, ...] = ()
    """What is odd and does no harm, a sentence each."""


def is_day(text: str) -> bool:
    """Whether *text* is a day of the calendar, written as `2027-01-31`."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
