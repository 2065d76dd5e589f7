"""Verdict → what is to be said about the run and the baseline, where it isn't about a line of code."""

from collections.abc import Iterator
from typing import NamedTuple

from cutpoint.domain.baseline import Spot
from cutpoint.domain.finding import Key
from cutpoint.domain.verdict import Against, Gone, Verdict
from cutpoint.emit.doubts import text_of
from cutpoint.emit.page import count
from cutpoint.emit.verdicts.deeds import deed_of
from cutpoint.emit.verdicts.sentences import told
from cutpoint.emit.verdicts.states import full_name


class Trouble(NamedTuple):
    """One thing that somebody should know."""

    kind: str
    """`doubt`, `unread`, `expired`, `stale`, `gone`, `blind-spot` or `note`."""
    level: str
    """`error` for what fails the check, else `warning` or `note`."""
    text: str
    """Made harmless."""
    of_baseline: bool = False


def troubles_of(verdict: Verdict) -> Iterator[Trouble]:
    """What makes all of it doubtful, then what fails the check."""
    for doubt in verdict.doubts:
        yield Trouble("doubt", "warning", told(text_of(doubt)))
    for text in verdict.unread:
        yield Trouble("unread", "warning" if verdict.allow_unread else "error", told(f"Not read: {text}"))
    for entry in verdict.expired:
        said = f"Accepted until {entry.expires}, and still there: {said_by(entry.key)}"
        yield Trouble("expired", "error", told(said), of_baseline=True)
    fails = verdict.is_whole and not verdict.allow_stale
    stale = verdict.stale if verdict.against is Against.BASELINE else ()
    for gone in stale:
        level = "error" if fails else "note"
        yield Trouble("stale", level, told(f"Accepted, and gone: {_gone(gone)}"), of_baseline=True)
    known = set(stale)
    for gone in verdict.gone:
        if gone not in known:
            yield Trouble("gone", "note", told(f"Gone: {_gone(gone)}"), of_baseline=True)
    for spot in verdict.new_spots:
        yield Trouble("blind-spot", "note", told(f"New blind spot: {spot_text(spot)}"))
    for note in verdict.notes:
        yield Trouble("note", "note", told(note), of_baseline=True)


def said_by(key: Key) -> str:
    """`payments.tasks.pay updates orders_order (cross-write, payments → orders)`."""
    what = f"{deed_of(key)} {key.subject}" if key.subject else key.expression
    return f"{full_name(key)} {what} ({key.rule}, {pair_of(key)})"


def pair_of(key: Key) -> str:
    """The two services, as an edge reads: the source needs the target. One alone for a comment."""
    return f"{key.source} → {key.target}" if key.source != key.target else key.source


def spot_text(spot: Spot) -> str:
    """A blind spot without its line, which the baseline doesn't know."""
    times = f" ({count(spot.count, 'place')})" if spot.count > 1 else ""
    return f"{spot.module}: {spot.kind}: {spot.reason}{times}"


def _gone(gone: Gone) -> str:
    left = f", {gone.count} of {gone.entry.count}" if gone.found else ""
    return f"{said_by(gone.entry.key)}{left}"
