"""A baseline, or what a command did to it → a page."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from cutpoint.domain.baseline import Baseline, Entry, Spot
from cutpoint.domain.finding import Key
from cutpoint.domain.verdict import Gone, Growth, Moved
from cutpoint.emit.json_text import json_text
from cutpoint.emit.page import (
    Block,
    Column,
    Entries,
    Heading,
    Line,
    Page,
    Paragraph,
    Table,
    command,
    count,
    line,
    name,
    quiet,
    strong,
)
from cutpoint.emit.page import Entry as Item
from cutpoint.emit.report import SCHEMA_VERSION
from cutpoint.emit.verdicts.finding_entries import key_line
from cutpoint.emit.verdicts.states import full_name

_MOST_SHOWN = 10


class _Shown(msgspec.Struct, frozen=True):
    schema_version: str
    baseline: str
    tools: tuple[str, ...]
    entries: tuple[Entry, ...]
    spots: tuple[Spot, ...]


def baseline_json(baseline: Baseline, called: str) -> str:
    """All of *baseline* for machines, as its ledgers say it."""
    return json_text(_Shown(SCHEMA_VERSION, called, baseline.tools, baseline.entries, baseline.spots))


def baseline_page(baseline: Baseline, called: str, *, today: str, verbose: bool) -> Page:
    """What *baseline*, which lies in the folder *called*, accepts; *verbose* shows each entry."""
    return Page(tuple(_baseline(baseline, called, today=today, verbose=verbose)))


def _baseline(baseline: Baseline, called: str, *, today: str, verbose: bool) -> Iterator[Block]:
    findings = sum(entry.count for entry in baseline.entries)
    yield Heading(line("Baseline ", name(called)), level=1)
    spots = sum(spot.count for spot in baseline.spots)
    yield Paragraph(
        line(
            strong(count(findings, "finding is accepted", "findings are accepted")),
            f" in {count(len(baseline.entries), 'entry', 'entries')}, and {count(spots, 'blind spot')} known.",
        )
    )
    if baseline.entries:
        yield Heading(line("Debt by services"))
        yield from _debt(baseline.entries, verbose=verbose)
    said = [entry for entry in baseline.entries if entry.reason or entry.owner or entry.expires or entry.link]
    if said:
        yield Heading(line("Accepted with a word"))
        yield from _items([_entry(entry, today) for entry in said], verbose=verbose)
    if verbose and baseline.entries:
        yield Heading(line("All entries"))
        yield from _items([_entry(entry, today) for entry in baseline.entries], verbose=True)
    for note in baseline.notes:
        yield Paragraph(line(quiet("Note: "), name(note)))


def _debt(entries: Iterable[Entry], *, verbose: bool) -> Iterator[Block]:
    sums: Counter[tuple[str, str, str]] = Counter()
    for entry in entries:
        sums[entry.key.source, entry.key.target, entry.key.rule] += entry.count
    rows = sorted(sums.items(), key=lambda item: (-item[1], item[0]))
    shown = rows if verbose else rows[:_MOST_SHOWN]
    yield Table(
        (Column("from"), Column("to"), Column("rule"), Column("findings", number=True)),
        tuple(
            (line(name(source)), line(name(target)), line(rule), line(f"{number:,}"))
            for (source, target, rule), number in shown
        ),
    )
    if len(shown) < len(rows):
        yield Paragraph(line(quiet(f"… and {len(rows) - len(shown):,} more: "), command("cutpoint baseline show -v")))


def created_page(baseline: Baseline, called: str, files: int, *, typed: str) -> Page:
    """What `baseline create` wrote: *files* ledgers."""
    findings = sum(entry.count for entry in baseline.entries)
    blocks: list[Block] = [
        Paragraph(
            line(
                strong(f"Accepted {count(findings, 'finding')}"),
                f" in {count(files, 'ledger')} below ",
                name(called),
                ". Commit this folder.",
            )
        )
    ]
    if baseline.entries:
        blocks += _debt(baseline.entries, verbose=False)
    blocks.append(Paragraph(line("From now on ", command(f"cutpoint check {typed}"), " fails on what is new.")))
    return Page(tuple(blocks))


def update_page(
    called: str,
    *,
    added: Sequence[Growth] = (),
    refused: Sequence[Growth] = (),
    moved: Sequence[Moved] = (),
    removed: Sequence[Gone] = (),
    inside: int = 0,
    files: int,
    typed: str,
    verbose: bool,
) -> Page:
    """What `baseline update` or `baseline prune` did to the baseline *called*, and what it refused; *files* ledgers differ.

    Of what was *removed*, *inside* findings are now within one service.
    """
    return Page(
        tuple(
            _update(
                called,
                {"Removed: gone": [*_inside(inside), *(_gone(gone) for gone in removed)]},
                {"Renamed: moved": [_moved(one) for one in moved]},
                {"Added": [_growth(growth) for growth in added]},
                {"Refused: new": [_growth(growth) for growth in refused]},
                files=files,
                typed=typed,
                verbose=verbose,
            )
        )
    )


def _update(called: str, *sections: dict[str, list[Item]], files: int, typed: str, verbose: bool) -> Iterator[Block]:
    if not any(items for section in sections for items in section.values()):
        wrote = f"; {count(files, 'ledger')} written anew" if files else ""
        yield Paragraph(line(strong("Nothing to change"), " in ", name(called), f"{wrote}."))
        return
    for section in sections:
        for title, items in section.items():
            if items:
                yield Heading(line(f"{title} ({len(items):,})"))
                yield from _items(items, verbose=verbose)
            if items and title.startswith("Refused"):
                yield Paragraph(
                    line(
                        "What is new is only accepted when that is said: ",
                        command(f'cutpoint baseline update {typed} --accept-new --reason "…"'),
                    )
                )
    yield Paragraph(line(f"{count(files, 'ledger')} changed below ", name(called), "."))


def _inside(number: int) -> Iterator[Item]:
    if number:
        lie = "lies" if number == 1 else "lie"
        yield Item(line(strong(f"{count(number, 'of these', 'of these')} now {lie} inside one service")))


def _items(items: list[Item], *, verbose: bool) -> Iterator[Block]:
    shown = items if verbose else items[:_MOST_SHOWN]
    yield Entries(tuple(shown))
    if len(shown) < len(items):
        yield Paragraph(line(quiet(f"… and {len(items) - len(shown):,} more: -v shows all")))


def _entry(entry: Entry, today: str) -> Item:
    details: list[Line] = []
    if entry.reason:
        details.append(line(name(entry.reason)))
    if entry.owner:
        details.append(line("owner ", name(entry.owner)))
    if entry.expires:
        over = " (over)" if entry.expires < today else ""
        details.append(line(f"accepted until {entry.expires}{over}"))
    if entry.link:
        details.append(line(name(entry.link)))
    return Item(_what(entry.key, entry.count), tuple(details))


def _gone(gone: Gone) -> Item:
    return Item(_what(gone.entry.key, gone.count))


def _moved(moved: Moved) -> Item:
    return Item(_what(moved.after, moved.count), (line("was ", name(full_name(moved.before)), f": {moved.why}"),))


def _growth(growth: Growth) -> Item:
    places = tuple(line(name(f"{finding.place.path}:{finding.place.line}")) for finding in growth.findings[:3])
    return Item(_what(growth.key, growth.count), places)


def _what(key: Key, number: int) -> Line:
    return line(key_line(key), f" ({number:,} times)" if number != 1 else "")
