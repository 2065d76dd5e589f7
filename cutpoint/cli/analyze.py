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
from cutpoint.config import Asked, load_cuts, load_options
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.boundary import Boundary
from cutpoint.domain.cut import CutPoint
from cutpoint.domain.errors import UsageError
from cutpoint.domain.service import Services
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
) -> Analysis:
    """Report apps, models, relations, imports, and who writes what, of the Django project in PATH."""
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
        write(
            _report(
                folder, run, report_format, look, run.seconds if timings else None, configured(folder, run.analysis)
            ),
            output,
            quiet=quiet,
        )
    return _concluded(run, timings=timings)


def _concluded(run: Run, *, timings: bool) -> Analysis:
    if timings:
        _show_timings(run)
    return run.analysis


def _report(
    folder: str, run: Run, report_format: AnalyzeFormat, look: Look, seconds: float | None, services: Services | None
) -> str | bytearray:
    match report_format:
        case AnalyzeFormat.JSON:
            from cutpoint.emit.json_report import report_of
            from cutpoint.emit.json_text import encoded_json

            cut_points, boundaries = _cuts(folder, run.analysis)
            found = run.analysis
            return encoded_json(
                report_of(found, seconds=seconds, services=services, cut_points=cut_points, boundaries=boundaries)
            )
        case AnalyzeFormat.MARKDOWN:
            from cutpoint.emit.markdown_report import markdown_report

            return markdown_report(
                run.analysis, typed=look.typed, verbose=look.verbose, seconds=seconds, services=services
            )
        case AnalyzeFormat.TEXT:
            from cutpoint.emit.text_report import text_report

            return text_report(
                run.analysis,
                typed=look.typed,
                width=look.width,
                color=look.color,
                verbose=look.verbose,
                seconds=seconds,
                services=services,
            )
        case AnalyzeFormat.HTML:
            raise ValueError("a page is written by PageWanted")


MOST_CUT_POINTS = 5


def _cuts(folder: str, analysis: Analysis) -> tuple[tuple[CutPoint, ...], tuple[Boundary, ...]]:
    """The first of what `cuts list` lists, without sides; the boundaries of the cuts that the configuration names."""
    from cutpoint.score.cutting import Cutting

    settings = load_cuts(folder)
    cutting = Cutting(analysis, settings.goal, dict(settings.weights))
    if not settings.cuts:
        return cutting.ranked()[:MOST_CUT_POINTS], ()
    from cutpoint.cli.cut_naming import configured
    from cutpoint.judging import on_disk
    from cutpoint.proposing import propose_cut

    content_of = on_disk(analysis.reading.root)
    named = configured(cutting, settings)
    boundaries = (propose_cut(cutting, each, content_of).boundary for each in named)
    return cutting.ranked(named)[:MOST_CUT_POINTS], tuple(boundaries)


def _show_timings(run: Run) -> None:
    for stage, seconds in (*run.stages, ("altogether", run.seconds)):
        tell(f"{seconds:8.2f} s  {stage}")
