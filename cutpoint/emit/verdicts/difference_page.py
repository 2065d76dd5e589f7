"""Verdict against a revision → what changed in coupling, as prose for the description of a pull request."""

from collections.abc import Iterator
from typing import NamedTuple

from cutpoint.domain.finding import Key, Place, Severity
from cutpoint.domain.verdict import Gone, Growth, Moved, Verdict
from cutpoint.emit.page import (
    Block,
    Entries,
    Entry,
    Heading,
    Line,
    Page,
    Paragraph,
    count,
    joined,
    line,
    name,
    quiet,
    strong,
)
from cutpoint.emit.verdicts.debt_section import Debt, by_rule, debts_of, trend
from cutpoint.emit.verdicts.deeds import deed_of
from cutpoint.emit.verdicts.finding_entries import spot_item
from cutpoint.emit.verdicts.sections import number_of
from cutpoint.emit.verdicts.states import full_name

_MOST_PAIRS = 20
_MOST_OF_A_PAIR = 10
_MOST_PLACES = 3


class _Change(NamedTuple):
    new: list[Growth]
    gone: list[Gone]
    moved: list[Moved]


def difference_page(verdict: Verdict, *, verbose: bool = False) -> Page:
    """What is new, gone and moved from one service into another, and the trend; *verbose* shows all of it."""
    return Page(tuple(_blocks(verdict, verbose=verbose)))


def _blocks(verdict: Verdict, *, verbose: bool) -> Iterator[Block]:
    yield Heading(line("Coupling since ", name(verdict.name)), level=1)
    yield Paragraph(_in_all(verdict))
    changes = _changes(verdict)
    trends = {(debt.source, debt.target): debt for debt in debts_of(verdict)}
    pairs = sorted(changes, key=lambda pair: (-len(changes[pair].new), -len(changes[pair].gone), pair))
    shown = pairs if verbose else pairs[:_MOST_PAIRS]
    for pair in shown:
        yield from _pair(pair, changes[pair], trends.get(pair), verbose=verbose)
    if len(shown) < len(pairs):
        yield Paragraph(line(quiet(f"… and {count(len(pairs) - len(shown), 'pair')} of services more: -v shows all")))
    yield from _besides(verdict, verbose=verbose)


def _in_all(verdict: Verdict) -> Line:
    new = number_of(verdict.new)
    gone = sum(one.count for one in verdict.gone)
    moved = sum(one.count for one in verdict.moved)
    if not new and not gone:
        only = f"; {count(moved, 'finding')} only moved" if moved else ""
        return line(strong("Nothing changed"), f" in what services need of each other{only}.")
    parts = [line(strong(f"{new:,} new"), f" and {gone:,} gone"), line(f"{moved:,} only moved")][: 2 if moved else 1]
    changed = [
        line(f"{rule} ", trend(before, now))
        for rule, (before, now) in by_rule(verdict.tallies).items()
        if before != now
    ]
    return line(joined(parts), ". In all: " if changed else "", joined(changed), ".")


def _changes(verdict: Verdict) -> dict[tuple[str, str], _Change]:
    changes: dict[tuple[str, str], _Change] = {}

    def of(key: Key) -> _Change:
        return changes.setdefault((key.source, key.target), _Change([], [], []))

    for growth in verdict.new:
        of(growth.key).new.append(growth)
    for gone in verdict.gone:
        of(gone.entry.key).gone.append(gone)
    for moved in verdict.moved:
        of(moved.after).moved.append(moved)
    return changes


def _pair(pair: tuple[str, str], change: _Change, debt: Debt | None, *, verbose: bool) -> Iterator[Block]:
    source, target = pair
    yield Heading(line(name(source), " → ", name(target)) if source != target else line(name(source)))
    yield Paragraph(_sentence(pair, change, debt))
    most = None if verbose else _MOST_OF_A_PAIR
    items = [
        *(_new(growth) for growth in sorted(change.new, key=_severe_first)[:most]),
        *(_gone(gone) for gone in change.gone[:most]),
        *(_moved(moved) for moved in change.moved[:most]),
    ]
    yield Entries(tuple(items))
    left = len(change.new) + len(change.gone) + len(change.moved) - len(items)
    if left:
        yield Paragraph(line(quiet(f"… and {left:,} more: -v shows all")))


def _severe_first(growth: Growth) -> tuple[int, Growth]:
    return [*Severity].index(growth.severity), growth


def _sentence(pair: tuple[str, str], change: _Change, debt: Debt | None) -> Line:
    source, target = pair
    if source == target:
        return line("Comments that ignore rules.")
    new, gone = number_of(change.new), sum(one.count for one in change.gone)
    before, now = (0, 0) if debt is None else (debt.gated[0] + debt.others[0], debt.gated[1] + debt.others[1])
    if new > gone:
        verb = " needs more of " if before else " now needs "
    elif new < gone:
        verb = " needs less of " if now else " no longer needs "
    else:
        verb = " needs as much as before of " if new else " needs the same of "
    trends: Line = ()
    if debt is not None:
        trends = line("; failing rules ", trend(*debt.gated), ", others ", trend(*debt.others))
    return line(name(source), verb, name(target), trends, ".")


def _new(growth: Growth) -> Entry:
    places = list(dict.fromkeys(finding.place for finding in growth.findings))
    shown = places[-_MOST_PLACES:] if growth.accepted else places[:_MOST_PLACES]
    times = f", {growth.count:,} times" if growth.count > 1 else ""
    return Entry(
        line(strong("New: "), _deed(growth.key), times, " ", quiet(f"[{growth.key.rule}]")),
        (line("at ", joined(map(_at, shown), " · ")), line(growth.findings[0].move)),
    )


def _gone(gone: Gone) -> Entry:
    times = f", {gone.count:,} of {gone.entry.count:,}" if gone.entry.count > 1 else ""
    return Entry(line(strong("Gone: "), _deed(gone.entry.key), times, " ", quiet(f"[{gone.entry.key.rule}]")))


def _moved(moved: Moved) -> Entry:
    return Entry(
        line(strong("Moved: "), _deed(moved.after), " ", quiet(f"[{moved.after.rule}]")),
        (line("was ", name(full_name(moved.before)), f": {moved.why}"),),
    )


def _deed(key: Key) -> Line:
    """`payments.tasks.pay updates orders_order`."""
    if not key.subject:
        return line(name(full_name(key)), ": ", name(key.expression))
    return line(name(full_name(key)), f" {deed_of(key)} ", name(key.subject))


def _at(place: Place) -> Line:
    return line(name(f"{place.path}:{place.line}"))


def _besides(verdict: Verdict, *, verbose: bool) -> Iterator[Block]:
    most = None if verbose else _MOST_OF_A_PAIR
    if verdict.new_spots:
        number = sum(spot.count for spot in verdict.new_spots)
        yield Heading(line(f"New blind spots ({number:,})"))
        yield Paragraph(line("Here something may lie that can't be judged."))
        yield Entries(tuple(map(spot_item, verdict.new_spots[:most])))
    for title, texts in (("Not read", verdict.unread), ("Notes", verdict.notes)):
        if texts:
            yield Heading(line(f"{title} ({len(texts):,})"))
            yield Entries(tuple(Entry(line(name(text))) for text in texts[:most]))
