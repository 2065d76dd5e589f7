"""Analysis → how the project was understood, step by step, and which option to set where that looks wrong."""

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from cutpoint.domain.analysis import Analysis
from cutpoint.domain.catalog import App
from cutpoint.domain.source import BlindSpot
from cutpoint.emit.advice import advice
from cutpoint.emit.blind_spot_section import entries_by_kind
from cutpoint.emit.doubts import with_doubts
from cutpoint.emit.library_section import libraries
from cutpoint.emit.markdown_page import markdown_page
from cutpoint.emit.page import (
    Block,
    Column,
    Entries,
    Entry,
    Heading,
    Line,
    Page,
    Paragraph,
    Piece,
    Table,
    line,
    name,
    names,
    place,
    quiet,
    strong,
)
from cutpoint.emit.terminal_page import colored_page, plain_page

# Words in the kinds of blind spots that are about the project as a whole.
_SUBJECTS = frozenset(
    {
        "app",
        "apps",
        "config",
        "folder",
        "gitignore",
        "label",
        "metadata",
        "package",
        "packages",
        "pins",
        "releases",
        "setting",
        "settings",
    }
)
_MOST_CANDIDATES = 5
_MOST_THEIRS = 25


def doctor_report(
    analysis: Analysis, *, typed: str = ".", width: int = 80, color: bool = False, verbose: bool = False
) -> str:
    """What was decided about the project and why; *typed* is the path with its options as typed, quoted."""
    page = doctor_page(analysis, typed=typed, verbose=verbose)
    return colored_page(page, width) if color else plain_page(page, width)


def doctor_markdown(analysis: Analysis, *, typed: str = ".", verbose: bool = False) -> str:
    """The same as Markdown, for an issue."""
    return markdown_page(doctor_page(analysis, typed=typed, verbose=verbose))


def doctor_page(analysis: Analysis, *, typed: str = ".", verbose: bool = False) -> Page:
    """The report as a page."""
    page = Page(
        (
            Heading(line("How ", name(PurePath(analysis.reading.root).name), " was understood"), level=1),
            *_roots(analysis),
            *_settings(analysis, verbose=verbose),
            *_apps(analysis, verbose=verbose),
            *libraries(analysis, verbose=verbose),
            *_doubts(analysis, verbose=verbose),
            *_advice(analysis, typed),
        )
    )
    return with_doubts(page, analysis.doubts)


def _roots(analysis: Analysis) -> Iterator[Block]:
    roots, path = analysis.reading.django_roots, analysis.catalog.python_path
    yield Heading(line("Django root and Python path"))
    if not roots:
        yield Paragraph(line("No manage.py was found; the analyzed folder itself is taken as the root."))
    elif len(roots) == 1:
        yield Paragraph(line("manage.py lies in ", _folders(roots), "."))
    else:
        chosen = next((folder for folder in path if folder in roots), None)
        of_them = line("; ", _folders([chosen]), " was chosen") if chosen else line()
        yield Paragraph(line(f"{len(roots)} folders hold a manage.py: ", _folders(roots), of_them, "."))
    if path:
        yield Paragraph(
            line("Modules are looked up in ", _folders(path), "." if len(path) == 1 else ", in this order.")
        )


def _folders(folders: Iterable[str]) -> Line:
    """*folders* with the root itself in words: a lone dot at the end of a sentence is hard to see."""
    pieces: list[Line] = []
    for folder in folders:
        pieces.append((Piece(", "),) if pieces else ())
        pieces.append(line("the analyzed folder" if folder == "." else name(folder)))
    return line(*pieces)


def _settings(analysis: Analysis, *, verbose: bool) -> Iterator[Block]:
    settings = analysis.catalog.settings
    yield Heading(line("Settings"))
    why = line(": ", name(settings.found_by)) if settings.found_by else line()
    if settings.module is None:
        yield Paragraph(line(strong("No settings module was found"), why))
    else:
        yield Paragraph(line("The settings module is ", name(settings.module), why))
    if settings.chain:
        yield Paragraph(line("Files read for it, in this order: ", names(settings.chain), "."))
    if settings.candidates:
        shown = settings.candidates if verbose else settings.candidates[:_MOST_CANDIDATES]
        left = len(settings.candidates) - len(shown)
        yield Paragraph(
            line("Others that look like settings: ", names(shown), f" and {left} more" if left else "", ".")
        )
    if settings.module is not None:
        yield Paragraph(line("AUTH_USER_MODEL is ", name(settings.auth_user_model), "."))


def _apps(analysis: Analysis, *, verbose: bool) -> Iterator[Block]:
    ours = [app for app in analysis.catalog.apps if app.ours]
    theirs = [app for app in analysis.catalog.apps if not app.ours]
    yield Heading(line(f"First-party apps ({len(ours):,})"))
    if ours:
        yield _app_table(ours)
    else:
        yield Paragraph(line("No first-party app was found."))
    yield Heading(line(f"Third-party apps ({len(theirs):,})"))
    shown = theirs if verbose else theirs[:_MOST_THEIRS]
    yield _app_table(shown) if shown else Paragraph(line("None is installed."))
    if len(shown) < len(theirs):
        yield Paragraph(line(quiet(f"and {len(theirs) - len(shown):,} more; -v shows all.")))


def _app_table(apps: Iterable[App]) -> Table:
    columns = (Column("app"), Column("package"), Column("installed by"))
    return Table(columns, tuple((line(name(app.label)), line(name(app.name)), _installed_by(app)) for app in apps))


def _installed_by(app: App) -> Line:
    seen = (place(app.evidence),) if app.evidence else ()
    match app.installed:
        case "conditional":
            return line(seen, quiet(" on some branch of the settings"))
        case "assumed":
            return line(quiet("assumed"))
        case _:
            return line(seen)


def _doubts(analysis: Analysis, *, verbose: bool) -> Iterator[Block]:
    doubts = [spot for spot in analysis.blind_spots if _is_about_the_project(spot, analysis)]
    yield Heading(line("Unresolved in settings and apps"))
    if doubts:
        yield Entries(tuple(entries_by_kind(doubts, None if verbose else 5)))
    else:
        yield Paragraph(line("Nothing."))


def _is_about_the_project(spot: BlindSpot, analysis: Analysis) -> bool:
    return spot.path in analysis.catalog.settings.chain or not _SUBJECTS.isdisjoint(spot.kind.split("-"))


def _advice(analysis: Analysis, typed: str) -> Iterator[Block]:
    given = advice(analysis, typed)
    yield Heading(line("What to set"))
    if not given:
        yield Paragraph(line("Nothing looks wrong."))
        return
    yield Entries(
        tuple(
            Entry(
                item.wrong,
                (
                    *(line("try: ", option) for option in item.options),
                    *(line("or in [tool.cutpoint]: ", config) for config in item.config_lines),
                ),
            )
            for item in given
        )
    )
