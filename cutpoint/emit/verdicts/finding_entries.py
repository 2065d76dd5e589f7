"""What a verdict holds → items of a list on a page: findings with evidence, meaning and move; entries of the baseline."""

from collections.abc import Iterable, Iterator, Sequence

from cutpoint.domain.baseline import Entry, Spot
from cutpoint.domain.finding import Finding, Key, Place
from cutpoint.domain.verdict import Gone, Growth, Moved, Suppressed
from cutpoint.emit.page import Entry as Item
from cutpoint.emit.page import Line, joined, line, name, quiet
from cutpoint.emit.verdicts.deeds import deed_of
from cutpoint.emit.verdicts.states import full_name

_MOST_PLACES = 5
_MOST_OF_GROUP = 10


def growth_item(growth: Growth) -> Item:
    """Where, what, why it matters, one possible move; then the owner's side and the way there."""
    first, *others = growth.findings
    details = [line(first.meaning), line(first.move)]
    if growth.accepted or others:
        details.insert(0, _which(growth))
    details += [line(at_place(place), f" {place.says}") for place in first.related]
    if first.certainty and first.certainty != "proved":
        details.append(line(quiet(f"{first.certainty}, not proved")))
    return Item(_head(growth.findings[-1] if growth.accepted else first), tuple(detail for detail in details if detail))


def group_item(growths: Sequence[Growth]) -> Item:
    """What several findings have in common, once, and below it where each of them is; -v tells each by itself."""
    if len(growths) == 1:
        return growth_item(growths[0])
    first = growths[0].findings[0]
    number = sum(growth.count for growth in growths)
    head = line(f"{number:,} findings ", quiet(f"[{first.key.rule}] "), *_pair(first.key))
    left = len(growths) - _MOST_OF_GROUP
    more = (line(quiet(f"and {left:,} more")),) if left > 0 else ()
    shown = (_short(growth) for growth in growths[:_MOST_OF_GROUP])
    return Item(head, (line(first.meaning), line(first.move), *shown, *more))


def _short(growth: Growth) -> Line:
    finding = growth.findings[-1] if growth.accepted else growth.findings[0]
    more = f" and {growth.count - 1:,} similar" if growth.count > 1 else ""
    return line(at_place(finding.place), f" {finding.evidence}{more}")


def _head(finding: Finding) -> Line:
    key = finding.key
    return line(at_place(finding.place), f" {finding.evidence} ", quiet(f"[{key.rule}] "), *_pair(key))


def _which(growth: Growth) -> Line:
    found = growth.count + growth.accepted
    # A line that does it twice is two findings and one place.
    there = list(dict.fromkeys(finding.place for finding in growth.findings))
    places = joined((line(at_place(place)) for place in there[:_MOST_PLACES]), " · ")
    left = len(there) - _MOST_PLACES
    more = quiet(f" and {left:,} more") if left > 0 else ""
    if not growth.accepted:
        return line(f"{found:,} similar: ", places, more)
    return line(
        f"of {found:,} that look the same, {growth.count:,} is new: "
        if growth.count == 1
        else f"of {found:,} that look the same, {growth.count:,} are new: ",
        places,
        more,
    )


def gone_item(gone: Gone) -> Item:
    """What was accepted and is no more."""
    left = f", {gone.count:,} of {gone.entry.count:,}" if gone.found else ""
    return Item(line(key_line(gone.entry.key), left), tuple(_said(gone.entry)))


def moved_item(moved: Moved) -> Item:
    """Where it is now, and where it was."""
    why = line("was ", name(full_name(moved.before)), f": {moved.why}")
    return Item(line(key_line(moved.after), _times(moved.count)), (why,))


def expired_item(entry: Entry, findings: Iterable[Finding]) -> Item:
    """What was accepted until a day that is over, and where it still is."""
    places = joined((line(at_place(finding.place)) for finding in findings), " · ")
    return Item(line(key_line(entry.key), _times(entry.count)), (places, *_said(entry)) if places else (*_said(entry),))


def suppressed_item(one: Suppressed) -> Item:
    """What a comment accepts, and why."""
    return Item(_head(one.finding), (line("because ", name(one.reason)),))


def spot_item(spot: Spot) -> Item:
    """A blind spot, which has no line."""
    return Item(line(name(spot.module), f": {spot.kind}: ", name(spot.reason), _times(spot.count)))


def key_line(key: Key) -> Line:
    """`payments.tasks.pay updates orders_order [cross-write] payments → orders`."""
    what = line(f" {deed_of(key)} ", name(key.subject), " ") if key.subject else line(" ")
    return line(name(full_name(key)), what, quiet(f"[{key.rule}] "), *_pair(key))


def _pair(key: Key) -> Line:
    return line(name(key.source), " → ", name(key.target)) if key.source != key.target else line(name(key.source))


def _said(entry: Entry) -> Iterator[Line]:
    if entry.reason:
        yield line("accepted because ", name(entry.reason))
    if entry.owner:
        yield line("looked after by ", name(entry.owner))
    if entry.expires:
        yield line("accepted until ", name(entry.expires))
    if entry.link:
        yield line("see ", name(entry.link))


def _times(number: int) -> str:
    return f" ({number:,} times)" if number != 1 else ""


def at_place(place: Place) -> Line:
    """`billing/views.py:8`."""
    return line(name(f"{place.path}:{place.line}" if place.line else place.path))
