"""Verdict → each finding with its state and its fingerprint: what every format for machines begins with."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby

import msgspec

from cutpoint.domain.finding import Finding, Key, Severity
from cutpoint.domain.verdict import Verdict


class State(StrEnum):
    """What the verdict says about one finding; those that matter most come first."""

    NEW = "new"
    EXPIRED = "expired"
    """Accepted until a day that is over."""
    NEWLY_SEEN = "newly-seen"
    """The code was there when the baseline was made; an older cutpoint didn't see it."""
    MOVED = "moved"
    ACCEPTED = "accepted"
    """By the baseline, or by being there in the earlier revision."""
    SUPPRESSED = "suppressed"
    """By a comment beside it."""


class Stated(msgspec.Struct, frozen=True):
    """One finding, what is to be thought of it, and by which fingerprint it is known again."""

    finding: Finding
    state: State
    fingerprint: str
    why: str = ""
    """The comment's reason, from where it moved, or when its acceptance ended."""
    alike: int = 1
    """How often its key is there: which of these is the new one can't be told."""

    @property
    def fails(self) -> bool:
        """Whether it is a reason why the check fails."""
        if self.state is State.NEW:
            return self.finding.severity is Severity.ERROR
        return self.state is State.EXPIRED


def fingerprint(key: Key, ordinal: int) -> str:
    """The name of the *ordinal*-th place of *key*: it holds no path and no line, so that it survives what moves them."""
    parts = (*msgspec.structs.astuple(key), str(ordinal))
    # The length before each part: no two keys read the same, whatever characters their names have.
    text = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def stated(verdict: Verdict) -> tuple[Stated, ...]:
    """Every finding of *verdict* in the order of its findings, then those that comments suppress.

    Of several findings with one key the last ones are called new, because somebody has to be.
    """
    return tuple(_stated(verdict))


def _stated(verdict: Verdict) -> Iterator[Stated]:
    new = {growth.key: growth.count for growth in verdict.new}
    newly = {growth.key: growth.count for growth in verdict.newly_seen}
    moved = Counter[Key]()
    whence: dict[Key, str] = {}
    for move in verdict.moved:
        moved[move.after] += move.count
        whence.setdefault(move.after, f"moved from {full_name(move.before)} ({move.why})")
    expired = {entry.key: f"accepted until {entry.expires}" for entry in verdict.expired}
    places: dict[Key, int] = {}
    for key, group in groupby(verdict.findings, key=lambda finding: finding.key):
        findings = tuple(group)
        places[key] = len(findings)
        first_new = len(findings) - new.get(key, 0) - newly.get(key, 0)
        first_moved = first_new - moved[key]
        for ordinal, finding in enumerate(findings):
            why = ""
            if ordinal >= first_new:
                state = State.NEW if key in new else State.NEWLY_SEEN
            elif ordinal >= first_moved:
                state, why = State.MOVED, whence[key]
            elif key in expired:
                state, why = State.EXPIRED, expired[key]
            else:
                state = State.ACCEPTED
            yield Stated(finding, state, fingerprint(key, ordinal), why, len(findings))
    for hushed in verdict.suppressed:
        key = hushed.finding.key
        ordinal = places.get(key, 0)
        places[key] = ordinal + 1
        yield Stated(hushed.finding, State.SUPPRESSED, fingerprint(key, ordinal), hushed.reason)


def full_name(key: Key) -> str:
    """The dotted name of the code that a key speaks of."""
    return f"{key.module}.{key.function}" if key.function else key.module or key.source
