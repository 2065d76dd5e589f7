"""Summary → the first screen: what an engineer should have read after ten seconds, and what to do next."""

import shlex
from collections import Counter
from collections.abc import Iterator

from cutpoint.domain.analysis import Analysis
from cutpoint.domain.summary import MOST, BestCut, SharedTableLine, SharedTables, Summary, WorkItem
from cutpoint.emit.cuts.words import verdict_said
from cutpoint.emit.doubts import line_of
from cutpoint.emit.kind_words import hidden_by
from cutpoint.emit.page import (
    Block,
    Entries,
    Entry,
    Heading,
    Line,
    Page,
    Paragraph,
    command,
    count,
    line,
    name,
    names,
    place,
    places,
    quiet,
    strong,
)
from cutpoint.emit.terminal_page import plain_page

_MOST_SEPARATE = 3
_INDENT = 2
"""Columns that entries lose to their place on the page."""
_MOST_LINES, _COLUMNS = 16, 80
"""How large the screen may be, blank lines not counted; on narrower ones the lines of this many columns are counted."""
_GIVES_WAY = ("separate", "table", "work", "step", "table", "work")
"""What is left out of a screen that is too long, one after the other: of several of a kind, the last."""


def first_screen(analysis: Analysis, summary: Summary, *, typed: str, width: int = 80, verbose: bool = False) -> Page:
    """At most sixteen lines of 80 columns; with *verbose*, all that is known behind each of them.

    *typed* is the path with the options for understanding, as they were typed and quoted: what commands are shown with.
    What doesn't fit into *width* columns, or into the lines, is left to *verbose*.
    """
    for given in range(len(_GIVES_WAY) + 1):
        without = Counter(_GIVES_WAY[:given])
        page = Page(tuple(_Screen(analysis, summary, typed, width, without, is_verbose=verbose).blocks()))
        if verbose or _lines_of(page, max(width, _COLUMNS)) <= _MOST_LINES:
            break
    return page


def _lines_of(page: Page, width: int) -> int:
    return sum(bool(text.strip()) for text in plain_page(page, width).splitlines())


class _Screen:
    """One first screen."""

    def __init__(
        self, analysis: Analysis, summary: Summary, typed: str, width: int, without: Counter[str], *, is_verbose: bool
    ) -> None:
        """*without* says how many of each kind are left out."""
        self._analysis = analysis
        self._summary = summary
        self._typed = typed
        self._width = width
        self._without = without
        self._is_verbose = is_verbose

    def blocks(self) -> Iterator[Block]:
        """From what was read to what to do next; what makes all of it doubtful comes before what is found."""
        yield Heading(self._project(), level=1)
        doubts = self._analysis.doubts
        for doubt in doubts if self._is_verbose else doubts[:1]:
            yield Paragraph(line_of(doubt))
        if len(doubts) > 1 and not self._is_verbose:
            yield Paragraph(
                line(f"{count(len(doubts) - 1, 'further doubt')}: ", command(f"cutpoint doctor {self._typed}"))
            )
        yield from self._seen()
        yield from self._cut()
        yield from self._shared(self._summary.shared_tables)
        first, *others = self._steps()
        yield Entries((Entry(line("Next: ", command(first)), tuple(line(command(other)) for other in others)),))

    def _project(self) -> Line:
        summary = self._summary
        tests = f" ({summary.test_apps:,} for tests)" if summary.test_apps else ""
        sizes = (
            f"{count(summary.apps, 'app')}{tests}, {count(summary.models, 'model')}, {count(summary.tables, 'table')}"
        )
        settings = name(summary.settings) if summary.settings else "no settings found"
        return line(name(summary.project), f" · {sizes} · ", settings)

    def _seen(self) -> Iterator[Block]:
        summary = self._summary
        if not summary.apps:
            yield Paragraph(
                line(strong("No first-party app was found"), ": the folder that holds the apps may be missing.")
            )
            return
        if summary.writes_seen is None:
            yield Paragraph(line(strong("No query was seen"), ", so nothing is said about who writes what."))
            return
        # Rounded down: what isn't seen is never rounded away.
        share = f"about {int(summary.writes_seen * 100)}% of writes"
        yield Paragraph(line("Seen: ", strong(share), *self._hidden(), *self._missing()))
        if self._is_verbose and summary.hidden:
            yield Entries(
                tuple(
                    Entry(
                        line(f"{cause.share:.1%} by {hidden_by(cause.kind)}  ", name(cause.kind)),
                        (places(cause.evidence), line(f"{cause.remedy} would show it")),
                    )
                    for cause in summary.hidden
                )
            )

    def _hidden(self) -> Iterator[str]:
        hidden = self._summary.hidden
        if hidden:
            yield f", {hidden[0].share:.1%} hidden by {hidden_by(hidden[0].kind)}"

    def _missing(self) -> Iterator[Line]:
        missing = self._analysis.catalog.missing_packages
        if missing and not self._analysis.reading.packages:
            said = f"; {count(len(missing), 'package')} not found: "
            yield line(said, command("--packages VENV"), " reads them")

    def _cut(self) -> Iterator[Block]:
        summary, best = self._summary, self._summary.best_cut
        if best is not None:
            score = f"{best.score:.0f} of 100, {verdict_said(best.verdict)}"
            yield Heading(line("Best cut: ", name(best.name), f" ({count(best.models, 'model')}) · {score}"))
            numbered = enumerate(best.work[: MOST - self._without["work"]], 1)
            entries = [
                Entry(line(_why(best, "app" if summary.apps > 1 else "module"))),
                *(self._item(number, item) for number, item in numbered),
            ]
            yield Entries(tuple(entries))
        elif summary.no_cut:
            yield Heading(line(summary.no_cut))
            if summary.first_step is not None:
                step = summary.first_step
                one_writer = f" one writer ({count(step.places, 'place')})"
                yield Entries((Entry(line("Cheapest first step: give ", name(step.table), one_writer)),))
        separate = () if self._without["separate"] else summary.separate
        if separate and (self._is_verbose or not self._analysis.doubts):
            shown = separate if self._is_verbose else separate[:_MOST_SEPARATE]
            more = f" and {count(len(separate) - len(shown), 'other')}" if len(separate) > len(shown) else ""
            yield Paragraph(line("Loosely coupled, easy to extract: ", names(shown), more))

    def _item(self, number: int, item: WorkItem) -> Entry:
        said = f"{number}  {item.what}"
        if self._is_verbose:
            return Entry(line(said), (places(item.evidence),))
        more = " …" if item.places > 1 else ""
        first = line("  ", places(item.evidence[:1]), quiet(more))
        return Entry(line(said, *(first if self._fits(said, *_texts(first)) else ())))

    def _shared(self, shared: SharedTables) -> Iterator[Block]:
        if not shared.of:
            return
        if not shared.count:
            yield Paragraph(line("Shared tables: none; each is written by one app", *_apart(shared)))
            return
        have = "has" if shared.count == 1 else "have"
        said = f"Shared tables: {shared.count:,} of {shared.of:,} {have} several writers"
        yield Heading(line(said, *_apart(shared)))
        first = shared.first[: MOST - self._without["table"]]
        size = max(len(table.table) for table in first)
        yield Entries(tuple(self._shared_line(table, size) for table in first))

    def _shared_line(self, table: SharedTableLine, size: int) -> Entry:
        numbers = ", ".join(
            f"{number:,} {kind}" for number, kind in ((table.direct, "direct"), (table.implicit, "implicit")) if number
        )
        said = f"{' ' * (size - len(table.table))}  {numbers}"
        shown = list(table.apps)
        # One app and how many more there are is the least.
        while (
            not self._is_verbose
            and len(shown) > 1
            and not self._fits(table.table, said, "  ", *_texts(_apps(shown, table)))
        ):
            shown.pop()
        details = (line("first by another than its owner: ", place(table.first)),) if self._is_verbose else ()
        return Entry(line(name(table.table), said, "  ", *_apps(shown, table)), details)

    def _fits(self, *texts: str) -> bool:
        return sum(map(len, texts)) + _INDENT <= self._width

    def _steps(self) -> Iterator[str]:
        summary = self._summary
        at = "" if self._typed == "." else f" {self._typed}"
        if not (summary.apps and summary.settings):
            yield f"cutpoint doctor{at}"
        if summary.best_cut is not None:
            yield f"cutpoint cuts show {summary.best_cut.id}{at}"
        elif summary.models > 1:
            yield f"cutpoint cuts list{at}"
        if summary.shared_tables.first and not self._without["step"]:
            yield f"cutpoint who-writes {shlex.quote(summary.shared_tables.first[0].table)}{at}"
        yield f"cutpoint analyze{at} --full"


def _why(best: BestCut, whose: str) -> str:
    writers = len(best.writers)
    into = f"{count(writers, whose)} write{'s' if writers == 1 else ''}" if writers else f"no other {whose} writes"
    split = f", {count(best.transactions, 'transaction')}" if best.transactions else ""
    # Rounded down, as above.
    return f"{int(best.internal * 100)}% of its coupling is internal; {into} into it directly{split}"


def _apps(shown: list[str], table: SharedTableLine) -> Line:
    more = len(table.apps) - len(shown)
    outside = ", code outside of apps" if table.outside else ""
    return line(names(shown), quiet(f" and {more} more") if more else "", outside)


def _texts(said: Line) -> Iterator[str]:
    return (piece.text for piece in said)


def _apart(shared: SharedTables) -> Iterator[str]:
    apart = [
        *([count(shared.histories, "history", "histories")] if shared.histories else []),
        *([f"{shared.helpers:,} in tests/seeds"] if shared.helpers else []),
    ]
    if apart:
        yield f" (+{', '.join(apart)})"
