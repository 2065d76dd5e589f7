"""Analysis → the section about blind spots: what was seen and not understood, by kind, with the first few of each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from cutpoint.domain.analysis import Analysis
from cutpoint.domain.source import BlindSpot, Evidence
from cutpoint.emit.page import Block, Entries, Entry, Heading, Line, Paragraph, count, line, name, place, quiet

_MOST_OF_A_KIND = 2


def blind_spots(analysis: Analysis, *, verbose: bool = False) -> Iterator[Block]:
    """Blind spots by kind, most frequent first; those of queries have a section of their own."""
    of_queries = {reason.kind for reason in analysis.query_resolution.reasons}
    spots = [spot for spot in analysis.blind_spots if spot.kind not in of_queries]
    yield Heading(line(f"Blind spots ({len(spots):,})"))
    if not spots:
        yield Paragraph(line("None: all that was read was understood."))
        return
    yield Entries(tuple(entries_by_kind(spots, None if verbose else _MOST_OF_A_KIND)))
    yield Paragraph(line("What these lines do may be missing from this report."))


def entries_by_kind(spots: Iterable[BlindSpot], most: int | None) -> Iterator[Entry]:
    """One entry per kind with the first *most* of its places."""
    by_kind: defaultdict[str, list[BlindSpot]] = defaultdict(list)
    for spot in sorted(spots):
        by_kind[spot.kind].append(spot)
    for kind in sorted(by_kind, key=lambda kind: (-len(by_kind[kind]), kind)):
        shown = by_kind[kind][:most]
        details: list[Line] = [
            line(place(Evidence(spot.path, spot.line)), quiet("  "), name(spot.reason)) for spot in shown
        ]
        left = len(by_kind[kind]) - len(shown)
        if left:
            details.append(line(quiet(f"and {count(left, 'more place')}; -v shows all.")))
        yield Entry(line(name(kind), f"  {len(by_kind[kind]):,}"), tuple(details))
