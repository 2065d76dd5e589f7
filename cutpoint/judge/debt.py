"""The baseline and what the rules say now → the next baseline: created, updated or pruned."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from cutpoint.domain.baseline import Baseline, Entry
from cutpoint.domain.finding import Severity
from cutpoint.judge.bodies import alike, prints_in
from cutpoint.judge.compare import entries_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.finding import Key
    from cutpoint.domain.service import Services
    from cutpoint.domain.verdict import Gone, Growth, Moved, Verdict
    from cutpoint.judge.judged import Judged

STILL_KNOWN = 0.8
"""A sketch that agrees with the code as far as this is left alone, so that ledgers don't change with every edit."""


class Terms(NamedTuple):
    """What is said about entries that are accepted."""

    reason: str = ""
    owner: str = ""
    expires: str = ""
    link: str = ""


class Update(NamedTuple):
    """The next baseline, and what makes it another."""

    baseline: Baseline
    added: tuple[Growth, ...] = ()
    refused: tuple[Growth, ...] = ()
    """New, and nobody has said that they are accepted."""
    moved: tuple[Moved, ...] = ()
    removed: tuple[Gone, ...] = ()
    inside: int = 0
    """How many findings of *removed* now lie inside one service."""


def created(now: Judged, sketch_of: Callable[[Key], str], terms: Terms, *, failing: bool = False) -> Baseline:
    """A baseline that accepts all that is there *now*; with *failing*, only what would fail the check."""
    findings = [finding for finding in now.findings if not failing or finding.severity is Severity.ERROR]
    entries = tuple(Entry(entry.key, entry.count, sketch_of(entry.key), *terms) for entry in entries_of(findings))
    return Baseline(entries, now.spots)


def pruned(baseline: Baseline, verdict: Verdict) -> Update:
    """*baseline* without what *verdict* says is gone; nothing is added, and what moved stays under its old name.

    Nothing is removed either when not the whole project was analyzed: what nobody has read is not gone.
    """
    gone = verdict.gone if verdict.is_whole else ()
    entries = {entry.key: entry for entry in baseline.entries}
    for each in gone:
        _take(entries, each.entry.key, each.count)
    kept = tuple(entry for _, entry in sorted(entries.items()))
    return Update(msgspec.structs.replace(baseline, entries=kept), removed=gone)


def updated(
    now: Judged,
    baseline: Baseline,
    verdict: Verdict,
    *,
    sketch_of: Callable[[Key], str],
    terms: Terms,
    accept_new: bool,
    services: Services | None = None,
) -> Update:
    """*baseline* as *verdict* says it should be: what is gone removed, what moved renamed, sketches kept up with the code.

    With *services*, those of what is gone are counted that lie inside one of them now. What is newly seen is added. What is new is added only when that was said (*accept_new*), under these *terms*. Nothing
    is removed when not the whole project was analyzed.
    """
    entries: dict[Key, Entry] = {entry.key: entry for entry in baseline.entries}
    gone = verdict.gone if verdict.is_whole else ()
    for each in gone:
        _take(entries, each.entry.key, each.count)
    for moved in verdict.moved:
        taken = _take(entries, moved.before, moved.count)
        _add(entries, msgspec.structs.replace(taken, key=moved.after), moved.count)
    for growth in verdict.newly_seen:
        _add(entries, Entry(growth.key, 0, reason="newly seen by a newer cutpoint"), growth.count)
    if accept_new:
        for growth in verdict.new:
            _add(entries, Entry(growth.key, 0), growth.count)
            entries[growth.key] = _under(entries[growth.key], terms)
    there = {finding.key for finding in now.findings}
    fresh = tuple(_refreshed(entry, sketch_of) if key in there else entry for key, entry in sorted(entries.items()))
    return Update(
        Baseline(fresh, now.spots),
        added=(*verdict.newly_seen, *(verdict.new if accept_new else ())),
        refused=() if accept_new else verdict.new,
        moved=verdict.moved,
        removed=gone,
        inside=0 if services is None else sum(each.count for each in gone if _is_inside(each.entry.key, services)),
    )


def _is_inside(key: Key, services: Services) -> bool:
    """Whether who does it and to whom it is done are one service today, and weren't when it was accepted."""
    target = services.of_table(key.subject) or services.of_module(key.subject)
    return key.source != key.target and bool(key.module) and services.of_module(key.module) == target


def _refreshed(entry: Entry, sketch_of: Callable[[Key], str]) -> Entry:
    sketch = sketch_of(entry.key)
    # An older cutpoint took no prints of steps.
    is_known = alike(entry.body, sketch) >= STILL_KNOWN and bool(prints_in(entry.body)) == bool(prints_in(sketch))
    return entry if is_known else msgspec.structs.replace(entry, body=sketch)


def _under(entry: Entry, terms: Terms) -> Entry:
    """What is said now holds for all places of the key, as they can't be told apart; what isn't said stays."""
    return msgspec.structs.replace(entry, **{name: said for name, said in terms._asdict().items() if said})


def _take(entries: dict[Key, Entry], key: Key, count: int) -> Entry:
    entry = entries[key]
    if entry.count <= count:
        return entries.pop(key)
    entries[key] = msgspec.structs.replace(entry, count=entry.count - count)
    return entry


def _add(entries: dict[Key, Entry], like: Entry, count: int) -> None:
    known = entries.get(like.key)
    entries[like.key] = msgspec.structs.replace(known or like, count=(known.count if known else 0) + count)
