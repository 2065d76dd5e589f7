"""What of a report is shown: the first screen, some of its sections, or all of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, TypeAlias

import msgspec
import typer

from cutpoint.cli.naming import meant
from cutpoint.cli.options import AnalyzeFormat
from cutpoint.cli.services import configured
from cutpoint.config import load_cuts
from cutpoint.domain.errors import UsageError

if TYPE_CHECKING:
    from cutpoint.cli.output import Look
    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.boundary import Boundary
    from cutpoint.domain.cut import Candidate, CutPoints
    from cutpoint.domain.cut_settings import CutSettings
    from cutpoint.domain.summary import Summary
    from cutpoint.emit.page import Page
    from cutpoint.score.cutting import Cutting

_REPORT = "The report"
SECTION_NAMES = (
    "apps",
    "shared-tables",
    "transactions",
    "entry-points",
    "writes",
    "relations",
    "imports",
    "import-cycles",
    "blind-spots",
    "query-blind-spots",
)
"""All sections in their order; a test holds that these are those of the report."""
SectionOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--section",
        metavar="NAME",
        help=f"Only this part of the report: {', '.join(SECTION_NAMES)}; may be repeated.",
        rich_help_panel=_REPORT,
    ),
]
TopOption: TypeAlias = Annotated[
    int | None,
    typer.Option("--top", metavar="N", help="So many items of each list of a section.", rich_help_panel=_REPORT),
]
FullOption: TypeAlias = Annotated[
    bool, typer.Option("--full", help="All sections instead of the first screen.", rich_help_panel=_REPORT)
]


class View(msgspec.Struct, frozen=True):
    """What is shown; without sections and not in full, the first screen."""

    sections: tuple[str, ...] = ()
    top: int = 0
    """Items of each list; 0 is the first few, or all with --verbose."""
    full: bool = False


def view_wanted(report_format: AnalyzeFormat, sections: list[str] | None, top: int | None, *, full: bool) -> View:
    """The view that options ask for; raises UsageError for what doesn't exist or doesn't go together."""
    if not (sections or top is not None or full):
        return View()
    if report_format not in {AnalyzeFormat.TEXT, AnalyzeFormat.MARKDOWN}:
        raise UsageError(
            f"--section, --top and --full go with --format text and markdown; {report_format} has all of it"
        )
    for name in sections or ():
        if name not in SECTION_NAMES:
            raise UsageError(f"--section {name}: there are {', '.join(SECTION_NAMES)}{meant(name, SECTION_NAMES)}")
    if full and sections:
        raise UsageError("--full shows every section: leave it out, or leave out --section")
    if top is not None and top < 1:
        raise UsageError(f"--top {top}: at least 1 item of each list is shown")
    return View(tuple(dict.fromkeys(sections or (() if top is None else SECTION_NAMES))), top or 0, full)


class Judged:
    """What cuts say about an analysis, under the configuration of its folder."""

    def __init__(self, folder: str, analysis: Analysis) -> None:
        self._analysis = analysis
        self._settings: CutSettings = load_cuts(folder)

    @cached_property
    def cutting(self) -> Cutting:
        """Its cuts."""
        from cutpoint.score.cutting import Cutting

        return Cutting(self._analysis, self._settings.goal, dict(self._settings.weights))

    @cached_property
    def _named(self) -> tuple[Candidate, ...]:
        from cutpoint.cli.cut_naming import configured as configured_cuts

        return configured_cuts(self.cutting, self._settings)

    @cached_property
    def listed(self) -> CutPoints:
        """What `cuts list` lists, without sides."""
        return self.cutting.listed(self._named, is_brief=True)

    @cached_property
    def boundaries(self) -> tuple[Boundary, ...]:
        """Those of the cuts that the configuration names."""
        if not self._named:
            return ()
        from cutpoint.judging import on_disk
        from cutpoint.proposing import propose_cut

        content_of = on_disk(self._analysis.reading.root)
        return tuple(propose_cut(self.cutting, each, content_of).boundary for each in self._named)

    @cached_property
    def summary(self) -> Summary:
        """What to read first."""
        from cutpoint.score.summing_up import summary_of

        return summary_of(self._analysis, self.cutting, self.listed)


def page_of(folder: str, analysis: Analysis, view: View, look: Look, seconds: float | None) -> Page:
    """*analysis* as *view* shows it; *seconds* is how long it took, where that is to be told."""
    services = configured(folder, analysis)
    if view.full:
        from cutpoint.emit.overview import overview_page
        from cutpoint.emit.page import Page, topped

        verbose = look.verbose or view.top > 0
        page = overview_page(analysis, typed=look.typed, verbose=verbose, seconds=seconds, services=services)
        return Page(tuple(topped(page.blocks, view.top))) if view.top else page
    if view.sections:
        from cutpoint.emit.overview import sections_page

        return sections_page(analysis, view.sections, services=services, top=view.top, verbose=look.verbose)
    from cutpoint.emit.first_screen import first_screen

    return first_screen(
        analysis, Judged(folder, analysis).summary, typed=look.typed, width=look.width, verbose=look.verbose
    )
