"""Verdict → its sections, in the order in which they matter, each with its items: pages and comments show the same ones."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from cutpoint.domain.finding import Finding, Key, Severity
from cutpoint.domain.verdict import Against, Growth, Verdict
from cutpoint.emit.page import Entry, line, name
from cutpoint.emit.verdicts.finding_entries import (
    expired_item,
    gone_item,
    group_item,
    growth_item,
    moved_item,
    spot_item,
    suppressed_item,
)

_MOST_PLACES = 10
_Thing = TypeVar("_Thing")


class Section(NamedTuple):
    """A title, how many findings it speaks of, and its items, each made when it is shown."""

    title: str
    number: int
    items: tuple[Callable[[], Entry], ...]
    is_new: bool = False
    """Whether it is what a reader came for; of these more is shown."""


def new_sections(verdict: Verdict, *, notes: bool) -> Iterator[Section]:
    """What is new, by severity; what is only noted when *notes* are asked for."""
    titles = [(Severity.ERROR, "New, and fails the check"), (Severity.WARNING, "New, a warning")]
    for severity, title in [*titles, (Severity.NOTE, "New, only noted")] if notes else titles:
        growths = [growth for growth in verdict.new if growth.severity is severity]
        if growths:
            items = _items(growths, growth_item) if notes else _items(_alike(growths), group_item)
            yield Section(title, number_of(growths), items, is_new=True)


def _alike(growths: Iterable[Growth]) -> Iterable[tuple[Growth, ...]]:
    """*growths* by what is to be said of them; each group stands where its first one stood."""
    groups: dict[tuple[object, ...], list[Growth]] = {}
    for growth in growths:
        first, key = growth.findings[0], growth.key
        # Of one that was accepted in part, there is more to be said.
        said = (key,) if growth.accepted else (key.rule, key.source, key.target, first.meaning, first.move)
        groups.setdefault(said, []).append(growth)
    return map(tuple, groups.values())


def noted(verdict: Verdict) -> str:
    """What is new and only noted, counted by rule: `cross-join 2, cross-read 11`."""
    by_rule: dict[str, int] = {}
    for growth in verdict.new:
        if growth.severity is Severity.NOTE:
            by_rule[growth.key.rule] = by_rule.get(growth.key.rule, 0) + growth.count
    return ", ".join(f"{rule} {number:,}" for rule, number in sorted(by_rule.items()))


def other_sections(verdict: Verdict, *, verbose: bool) -> Iterator[Section]:
    """What else fails the check, and then what changed besides: each that has something to say."""
    for section in _others(verdict, verbose=verbose):
        if section.items:
            yield section


def _others(verdict: Verdict, *, verbose: bool) -> Iterator[Section]:
    there: dict[Key, list[Finding]] = {entry.key: [] for entry in verdict.expired}
    for finding in verdict.findings:
        if finding.key in there:
            there[finding.key].append(finding)
    expired = _items(verdict.expired, lambda entry: expired_item(entry, there[entry.key][:_MOST_PLACES]))
    yield Section("Expired: accepted until a day that is over", len(expired), expired)
    unread = _items(verdict.unread, _foreign)
    yield Section("Not read, so not judged", len(unread), unread)
    stale = verdict.stale if verdict.against is Against.BASELINE else ()
    known = set(stale)
    for title, group in (
        ("Stale: accepted, and gone", stale),
        ("Gone", [gone for gone in verdict.gone if gone not in known]),
    ):
        yield Section(title, sum(gone.count for gone in group), _items(group, gone_item))
    yield Section("Moved, not new", sum(one.count for one in verdict.moved), _items(verdict.moved, moved_item))
    yield Section(
        "Newly seen: older than the baseline, and unseen by the cutpoint that made it",
        number_of(verdict.newly_seen),
        _items(verdict.newly_seen, growth_item),
    )
    yield Section(
        "New blind spots: here something may lie that can't be judged",
        sum(spot.count for spot in verdict.new_spots),
        _items(verdict.new_spots, spot_item),
    )
    if verbose:
        suppressed = _items(verdict.suppressed, suppressed_item)
        yield Section("Ignored by comments", len(suppressed), suppressed)
    yield Section("Notes", len(verdict.notes), _items(verdict.notes, _foreign))


def number_of(growths: Iterable[Growth]) -> int:
    """How many findings are new in all of *growths*."""
    return sum(growth.count for growth in growths)


def _items(things: Iterable[_Thing], item: Callable[[_Thing], Entry]) -> tuple[Callable[[], Entry], ...]:
    return tuple(_later(thing, item) for thing in things)


def _later(thing: _Thing, item: Callable[[_Thing], Entry]) -> Callable[[], Entry]:
    return lambda: item(thing)


def _foreign(text: str) -> Entry:
    return Entry(line(name(text)))
