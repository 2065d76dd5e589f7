"""What the rules say now + what was accepted, or what they said before → the verdict."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cutpoint.domain.verdict import Against, Growth, Moved, Tally, Verdict
from cutpoint.judge.compare import compare, entries_of
from cutpoint.judge.judged import Severities
from cutpoint.judge.spots import new_spots

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from cutpoint.domain.baseline import Baseline, Entry
    from cutpoint.domain.finding import Finding, Key
    from cutpoint.domain.gate import Gate
    from cutpoint.judge.bodies import Bodies
    from cutpoint.judge.cut_out import Code
    from cutpoint.judge.judged import Judged


def against_baseline(
    now: Judged,
    baseline: Baseline,
    gate: Gate,
    *,
    code: Code,
    renamed: Mapping[str, str],
    today: str,
    seen_then: Callable[[], tuple[Finding, ...] | None],
) -> Verdict:
    """The verdict on *now* when *baseline* is what was accepted.

    *seen_then* is asked when an older cutpoint made a ledger and something is new: it says what this one finds in the
    code of that time, or None when that code can't be had.
    """
    severity_of = Severities(gate, now.bookkeeping).of
    written = _Recorded(baseline.entries)
    difference = compare(now.findings, baseline.entries, written, code, severity_of, renamed, now.today)
    then = seen_then() if difference.new else None
    newly: tuple[Growth, ...] = ()
    if then is not None:
        # All of today's, because a new one next to one that is accepted must not pass for the same reworded.
        left = compare(now.findings, entries_of(then), written, code, severity_of, renamed, now.today).new
        news = {growth.key for growth in left}
        newly = tuple(growth for growth in difference.new if growth.key not in news)
    found = {finding.key for finding in now.findings}
    return Verdict(
        against=Against.BASELINE,
        name=gate.baseline,
        rules=now.rules,
        findings=now.findings,
        new=tuple(growth for growth in difference.new if growth not in newly),
        newly_seen=newly,
        moved=difference.moved,
        gone=difference.gone,
        expired=tuple(
            entry for entry in baseline.entries if entry.expires and entry.expires < today and entry.key in found
        ),
        suppressed=now.suppressed,
        new_spots=new_spots(now.spots, baseline.spots),
        tallies=tallies_of(baseline.entries, now.findings, difference.moved),
        notes=baseline.notes,
        unread=now.unread,
        is_whole=not now.unread,
        is_complete=now.is_complete,
        has_lost=now.has_lost,
    )


def against_revision(
    now: Judged,
    then: Judged,
    gate: Gate,
    name: str,
    *,
    code_then: Code,
    code: Code,
    renamed: Mapping[str, str],
) -> Verdict:
    """The verdict on *now* when what the revision *name* had is accepted."""
    before = entries_of(then.findings)
    severity_of = Severities(gate, now.bookkeeping | then.bookkeeping).of
    difference = compare(now.findings, before, code_then, code, severity_of, renamed, now.today)
    return Verdict(
        against=Against.REVISION,
        name=name,
        rules=now.rules,
        findings=now.findings,
        new=difference.new,
        moved=difference.moved,
        gone=difference.gone,
        suppressed=now.suppressed,
        new_spots=new_spots(now.spots, then.spots),
        tallies=tallies_of(before, now.findings, difference.moved),
        unread=now.unread,
        is_whole=not now.unread,
        is_complete=now.is_complete,
        has_lost=now.has_lost,
    )


def against_nothing(now: Judged, gate: Gate) -> Verdict:
    """The verdict on *now* when nothing is accepted."""
    difference = compare(now.findings, (), _Recorded(()), _Recorded(()), Severities(gate).of, {}, now.today)
    return Verdict(
        against=Against.NOTHING,
        name="",
        rules=now.rules,
        findings=now.findings,
        new=difference.new,
        suppressed=now.suppressed,
        tallies=tallies_of((), now.findings),
        unread=now.unread,
        is_whole=not now.unread,
        is_complete=now.is_complete,
        has_lost=now.has_lost,
    )


class _Recorded:
    """What entries say of the code around them: the code itself is not to be had."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._body = {entry.key: entry.body for entry in entries}

    def __call__(self, key: Key, /) -> str:
        return self._body.get(key, "")

    def bodies_in(self, _module: str, /) -> Bodies | None:
        return None


def tallies_of(before: Iterable[Entry], now: Iterable[Finding], moved: Iterable[Moved] = ()) -> tuple[Tally, ...]:
    """Counts by source, target and rule; what *moved* was between the services that it is between now. Sorted."""
    then: Counter[tuple[str, str, str]] = Counter()
    for entry in before:
        then[entry.key.source, entry.key.target, entry.key.rule] += entry.count
    for move in moved:
        then[move.before.source, move.before.target, move.before.rule] -= move.count
        then[move.after.source, move.after.target, move.after.rule] += move.count
    found: Counter[tuple[str, str, str]] = Counter()
    for finding in now:
        found[finding.key.source, finding.key.target, finding.key.rule] += finding.times
    return tuple(Tally(*key, then[key], found[key]) for key in sorted({*+then, *found}))
