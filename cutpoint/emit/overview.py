"""Analysis → the page that people read first: what was found, in a minute, from the whole to the detail."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath

from cutpoint.domain.access import Bucket
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.doubt import DoubtKind
from cutpoint.domain.service import Services
from cutpoint.emit.access_lines import looked_at_queries
from cutpoint.emit.app_sections import biggest_apps, crossing_imports, crossing_relations
from cutpoint.emit.blind_spot_section import blind_spots
from cutpoint.emit.circle_section import circles
from cutpoint.emit.doubts import with_doubts
from cutpoint.emit.entry_section import entry_points
from cutpoint.emit.next_steps import next_steps
from cutpoint.emit.page import Block, Heading, Line, Page, Paragraph, count, line, name, quiet, strong, topped
from cutpoint.emit.query_sections import coverage_block, found_queries, query_blind_spots, who_writes_what
from cutpoint.emit.shared_table_section import shared_of_ours, shared_tables
from cutpoint.emit.transaction_section import transactions

Section = Callable[[Analysis, Services | None, bool], Iterator[Block]]
"""Analysis, services, whether all is told → blocks."""

SECTIONS: dict[str, Section] = {
    "apps": lambda analysis, _, verbose: biggest_apps(analysis, verbose=verbose),
    "shared-tables": lambda analysis, _, verbose: shared_tables(analysis, verbose=verbose),
    "transactions": lambda analysis, services, verbose: transactions(analysis, services=services, verbose=verbose),
    "entry-points": lambda analysis, services, verbose: entry_points(analysis, services=services, verbose=verbose),
    "writes": lambda analysis, _, verbose: who_writes_what(analysis, verbose=verbose),
    "relations": lambda analysis, _, verbose: crossing_relations(analysis, verbose=verbose),
    "imports": lambda analysis, _, verbose: crossing_imports(analysis, verbose=verbose),
    "import-cycles": lambda analysis, _, verbose: circles(analysis, verbose=verbose),
    "blind-spots": lambda analysis, _, verbose: blind_spots(analysis, verbose=verbose),
    "query-blind-spots": lambda analysis, _, verbose: query_blind_spots(analysis, verbose=verbose),
}
"""The sections of a report by name, in their order."""
_OF_APPS = tuple(name for name in SECTIONS if not name.endswith("blind-spots"))


def sections_page(
    analysis: Analysis, names: Iterable[str], *, services: Services | None = None, top: int = 0, verbose: bool = False
) -> Page:
    """The sections called *names* of SECTIONS; of each list the first *top*, or the first few, all with *verbose*."""
    whole = verbose or top > 0
    blocks = [block for name in names for block in SECTIONS[name](analysis, services, whole)]
    return with_doubts(Page(tuple(topped(blocks, top) if top else blocks)), analysis.doubts)


def overview_page(
    analysis: Analysis,
    *,
    typed: str = ".",
    verbose: bool = False,
    seconds: float | None = None,
    services: Services | None = None,
) -> Page:
    """The report as a page; *verbose* shows all instead of the first few.

    *services* are those that are configured; without, each app is one.
    *typed* is the path with the options for understanding, as they were typed and quoted: what commands are shown with.
    """
    page = Page(
        (
            *_found(analysis, seconds),
            *_about_apps(analysis, services, verbose=verbose),
            *SECTIONS["blind-spots"](analysis, services, verbose),
            *SECTIONS["query-blind-spots"](analysis, services, verbose),
            *next_steps(analysis, typed=typed, verbose=verbose),
        )
    )
    return with_doubts(page, analysis.doubts)


def headline(analysis: Analysis) -> Line:
    """The whole result in one line."""
    ours = [app for app in analysis.catalog.apps if app.ours]
    models = [model for model in analysis.catalog.models if _counts(model.ours, model.abstract, model.auto_created)]
    own = [table for table in analysis.tables if table.bucket is Bucket.OWN and table.model is not None]
    return line(
        name(PurePath(analysis.reading.root).name),
        ": ",
        ", ".join(
            (
                count(len(ours), "first-party app"),
                count(len(models), "model"),
                count(len(own), "table"),
                count(analysis.reading.files, "file"),
                *_queries(analysis),
                count(len(analysis.import_circles), "import cycle"),
                count(len(analysis.blind_spots), "blind spot"),
                *(["guessed apps"] if any(doubt.kind == DoubtKind.GUESSED for doubt in analysis.doubts) else []),
                *([] if analysis.is_complete else [f"incomplete: {count(len(analysis.lost), 'file')} lost"]),
            )
        ),
    )


def _queries(analysis: Analysis) -> tuple[str, ...]:
    if not looked_at_queries(analysis):
        return ()
    return (
        count(len(analysis.accesses), "access", "accesses"),
        count(len(shared_of_ours(analysis)), "shared table"),
    )


def _about_apps(analysis: Analysis, services: Services | None, *, verbose: bool) -> Iterator[Block]:
    if not any(app.ours for app in analysis.catalog.apps):
        yield Paragraph(
            line(strong("No first-party app was found"), ", so there is nothing to say about relations and imports.")
        )
        return
    for section in _OF_APPS:
        yield from SECTIONS[section](analysis, services, verbose)


def _counts(ours: bool, abstract: bool, auto_created: bool) -> bool:
    return ours and not abstract and not auto_created


def _found(analysis: Analysis, seconds: float | None) -> Iterator[Block]:
    catalog, reading = analysis.catalog, analysis.reading
    yield Heading(line(name(PurePath(reading.root).name)), level=1)
    ours = sum(app.ours for app in catalog.apps)
    theirs = len(catalog.apps) - ours
    models = sum(_counts(model.ours, model.abstract, model.auto_created) for model in catalog.models)
    abstract = sum(model.ours and model.abstract for model in catalog.models)
    own = sum(table.bucket is Bucket.OWN and table.model is not None for table in analysis.tables)
    frameworks = sum(table.bucket is Bucket.FRAMEWORK for table in analysis.tables)
    unowned = len(analysis.tables) - own - frameworks
    yield Paragraph(
        line(
            strong(count(ours, "first-party app")),
            f" and {theirs:,} third-party, ",
            strong(count(models, "model")),
            f"{f' (and {abstract:,} abstract)' if abstract else ''} on ",
            strong(count(own, "table")),
            f"{f' and {unowned:,} that only SQL names' if unowned else ''}; {count(frameworks, 'third-party table')}.",
        )
    )
    took = "" if seconds is None else f", read in {seconds:.1f} s"
    yield Paragraph(
        line(
            f"{count(reading.files, 'Python file')} ({reading.test_files:,} of tests), "
            f"{count(reading.lines, 'line')}{took}."
        )
    )
    yield from coverage_block(analysis)
    yield from found_queries(analysis)
    yield Paragraph(_settings(analysis))
    if reading.parse_failures:
        yield Paragraph(
            line(
                strong(f"{count(reading.parse_failures, 'file')} could not be parsed"),
                ": what they hold is missing from everything below.",
            )
        )


def _settings(analysis: Analysis) -> Line:
    settings = analysis.catalog.settings
    if settings.module is None:
        return line(
            strong("No settings module was found"),
            ", so every app in the tree is taken as installed. ",
            name(settings.found_by) if settings.found_by else "",
        )
    why = (quiet(" ("), name(settings.found_by), quiet(")")) if settings.found_by else ()
    return line("Settings: ", name(settings.module), why)
