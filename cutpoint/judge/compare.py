"""Findings + what was accepted → what is new, what is gone, and what only moved.

A move is one to one: as many places must be gone there as are new here, of the same rule, services, table and action.
It counts where git says that the file was renamed, where the function is the same and only the expression changed, or
where the bodies are nearly the same by their sketches; so a new write cannot ride on one that was deleted elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cutpoint.domain.baseline import Entry
from cutpoint.domain.finding import Severity
from cutpoint.domain.verdict import Gone, Growth, Moved
from cutpoint.judge.bodies import alike
from cutpoint.judge.renamings import renamed_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from cutpoint.domain.finding import Finding, Key

NEARLY_THE_SAME = 0.6
"""The share of common runs of tokens from which on two bodies count as one that was moved and touched up."""
_LINES_OF_IMPORTS = "cross-import"


class Difference(NamedTuple):
    """What two sets of findings differ in; all sorted."""

    new: tuple[Growth, ...]
    moved: tuple[Moved, ...]
    gone: tuple[Gone, ...]


class _Pair(NamedTuple):
    rank: float
    after: Key
    before: Key
    why: str


def compare(
    findings: Iterable[Finding],
    entries: Iterable[Entry],
    sketch_then: Callable[[Key], str],
    sketch_of: Callable[[Key], str],
    severity_of: Callable[[Key], Severity],
    renamed: Mapping[str, str],
    tables: Collection[str],
) -> Difference:
    """*findings* held against *entries*.

    *sketch_then* gives the sketch of the code around an entry as it was, *sketch_of* that of the code around a finding,
    or of what is there today under the name of an entry; *renamed* holds the new name of modules whose file git knows
    as renamed, *severity_of* gives how severe what is gone was, and *tables* are those that there are today.
    """
    groups: dict[Key, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.key, []).append(finding)
    accepted = {entry.key: entry for entry in entries}
    there = {key: sum(finding.times for finding in group) for key, group in groups.items()}
    surplus = {key: count - _count(accepted.get(key)) for key, count in there.items()}
    surplus = {key: count for key, count in surplus.items() if count > 0}
    deficit = {key: entry.count - there.get(key, 0) for key, entry in accepted.items()}
    deficit = {key: count for key, count in deficit.items() if count > 0}
    moved: list[Moved] = []
    paired: dict[Key, int] = {}
    names = renamed_tables(surplus, deficit, accepted, tables, renamed)
    for pair in sorted(_pairs(surplus, deficit, sketch_then, sketch_of, renamed, names), key=_best_first):
        count = min(surplus.get(pair.after, 0), deficit.get(pair.before, 0))
        if count:
            surplus[pair.after] -= count
            deficit[pair.before] -= count
            paired[pair.after] = paired.get(pair.after, 0) + count
            moved.append(Moved(pair.before, pair.after, count, pair.why, tuple(sorted(groups[pair.after]))))
    return Difference(
        tuple(
            sorted(
                Growth(
                    key,
                    tuple(sorted(groups[key])),
                    _count(accepted.get(key)) + paired.get(key, 0),
                    groups[key][0].severity,
                )
                for key, count in surplus.items()
                if count
            )
        ),
        tuple(sorted(moved)),
        tuple(
            sorted(
                Gone(accepted[key], accepted[key].count - count, severity_of(key))
                for key, count in deficit.items()
                # What a rule that is off doesn't find may be there all the same.
                if count and severity_of(key) is not Severity.OFF
            )
        ),
    )


def entries_of(findings: Iterable[Finding]) -> tuple[Entry, ...]:
    """What accepts exactly *findings*, sorted, without sketches."""
    counts: dict[Key, int] = {}
    for finding in findings:
        counts[finding.key] = counts.get(finding.key, 0) + finding.times
    return tuple(Entry(key, count) for key, count in sorted(counts.items()))


def _count(entry: Entry | None) -> int:
    return entry.count if entry is not None else 0


def _best_first(pair: _Pair) -> tuple[float, Key, Key]:
    return -pair.rank, pair.after, pair.before


def _pairs(
    surplus: Mapping[Key, int],
    deficit: Mapping[Key, int],
    sketch_then: Callable[[Key], str],
    sketch_of: Callable[[Key], str],
    renamed: Mapping[str, str],
    names: Mapping[str, str],
) -> Iterator[_Pair]:
    by_kind: dict[tuple[str, ...], list[Key]] = {}
    for key in deficit:
        by_kind.setdefault(_kind(key, names), []).append(key)
    stays: dict[Key, bool] = {}
    for after in surplus:
        sketch: str | None = None
        for before in by_kind.get(_kind(after, {}), ()):
            same_words = before.expression == after.expression
            is_same_file = before.module == after.module or renamed.get(before.module) == after.module
            if is_same_file and before.function == after.function:
                why = "reworded" if before.module == after.module else "git says renamed"
                if before.subject in names:
                    why = f"{before.subject} is now called {after.subject}"
                yield _Pair(3.0 + same_words, after, before, why)
                continue
            if before not in stays:
                # The function is still what it was, but for what is gone: that was deleted, and not moved.
                stays[before] = alike(sketch_then(before), sketch_of(before)) >= NEARLY_THE_SAME
            sketch = sketch_of(after) if sketch is None else sketch
            share = 0.0 if stays[before] else alike(sketch_then(before), sketch)
            if share >= NEARLY_THE_SAME:
                yield _Pair(share + same_words, after, before, f"{share:.0%} of the body is the same")


def _kind(key: Key, names: Mapping[str, str]) -> tuple[str, ...]:
    subject = "" if key.rule == _LINES_OF_IMPORTS else names.get(key.subject, key.subject)
    return key.rule, key.source, key.target, subject, key.action
