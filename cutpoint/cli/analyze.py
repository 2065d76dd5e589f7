"""`cutpoint analyze`: what the project is made of, as a page to read or to click through, as JSON, or as Markdown."""

from typing import Annotated

import typer

from cutpoint.cli.options import (
    AnalyzeFormat,
    AnalyzeFormatOption,
    LinkTemplateOption,
    NoSourceOption,
    OutputOption,
    PathArgument,
    QuietOption,
    TimingsOption,
    VerboseOption,
    typed,
)
from cutpoint.cli.output import Look, write
from cutpoint.cli.page import PageWanted
from cutpoint.cli.run import Run, run_analysis
from cutpoint.cli.services import configured
from cutpoint.cli.understanding import tells
from cutpoint.cli.views import FullOption, Judged, SectionOption, TopOption, page_of, view_wanted
from cutpoint.config import Asked, load_options
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.errors import UsageError
from cutpoint.emit.page import Page
from cutpoint.telling import tell


@tells
def analyze(
    folder: PathArgument = ".",
    *,
    asked: Asked,
    report_format: AnalyzeFormatOption = AnalyzeFormat.TEXT,
    output: OutputOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    timings: TimingsOption = False,
    no_source: NoSourceOption = False,
    link_template: LinkTemplateOption = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="REF", help="With --format html: also show what changed since this revision."),
    ] = None,
    section: SectionOption = None,
    top: TopOption = None,
    full: FullOption = False,
) -> Analysis:
    """Say what to know first about the Django project in PATH: what was seen, the best cut, tables that several apps write."""
    view = view_wanted(report_format, section, top, full=full)
    if report_format is AnalyzeFormat.HTML:
        wanted = PageWanted(folder, asked, output, quiet=quiet, no_source=no_source, link=link_template, since=since)
        run = wanted.write()
        return _concluded(run, timings=timings)
    if no_source or link_template is not None or since is not None:
        raise UsageError("--no-source, --link-template and --since go with --format html; `cutpoint diff` writes prose")
    run = run_analysis(load_options(folder, asked), quiet=quiet)
    look = Look(typed(folder, asked), verbose=verbose, is_file=output not in {None, "-"})
    if quiet and output is None and report_format is AnalyzeFormat.TEXT:
        from cutpoint.emit.text_report import text_headline

        write(text_headline(run.analysis), None)
    else:
        seconds = run.seconds if timings else None
        if report_format is AnalyzeFormat.JSON:
            write(_json(folder, run.analysis, seconds), output, quiet=quiet)
        else:
            page = page_of(folder, run.analysis, view, look, seconds)
            write(_text(page, report_format, look), output, quiet=quiet)
    return _concluded(run, timings=timings)


def _concluded(run: Run, *, timings: bool) -> Analysis:
    if timings:
        _show_timings(run)
    return run.analysis


def _json(folder: str, analysis: Analysis, seconds: float | None) -> bytearray:
    from cutpoint.emit.json_report import report_of
    from cutpoint.emit.json_text import encoded_json

    judged = Judged(folder, analysis)
    return encoded_json(
        report_of(
            analysis,
            seconds=seconds,
            services=configured(folder, analysis),
            summary=judged.summary,
            cut_points=judged.listed.cut_points[:MOST_CUT_POINTS],
            boundaries=judged.boundaries,
        )
    )


def _text(page: Page, report_format: AnalyzeFormat, look: Look) -> str:
    if report_format is AnalyzeFormat.MARKDOWN:
        from cutpoint.emit.markdown_page import markdown_page

        return markdown_page(page)
    return look.text_of(page)


MOST_CUT_POINTS = 5


def _show_timings(run: Run) -> None:
    for stage, seconds in (*run.stages, ("altogether", run.seconds)):
        tell(f"{seconds:8.2f} s  {stage}")
