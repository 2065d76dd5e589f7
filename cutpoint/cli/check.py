"""`cutpoint check`: fails when something is new that a rule forbids."""

import os
from typing import Annotated

import msgspec
import typer

from cutpoint.cli.choosing import FailOn, FailOnOption, IgnoreOption, SelectOption, choice_of
from cutpoint.cli.gating import gated, verdict_on_baseline, verdict_since
from cutpoint.cli.options import PathArgument, QuietOption, VerboseOption, typed
from cutpoint.cli.output import Look, write
from cutpoint.cli.reports import STDOUT, CheckFormat, reports_wanted
from cutpoint.cli.understanding import understands
from cutpoint.cli.verdict_texts import verdict_text
from cutpoint.config import Asked
from cutpoint.unpack.revision import revision_of

_COMPARED = "What it is compared with"
_REPORT = "The report"


@understands
def check(
    context: typer.Context,
    folder: PathArgument = ".",
    *,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="REF",
            help="Fail on what is new since this commit, branch or tag; then no baseline is needed.",
            rich_help_panel=_COMPARED,
        ),
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option(
            "--baseline",
            metavar="DIR",
            help="The folder of the baseline, by default cutpoint-baseline in PATH.",
            rich_help_panel=_COMPARED,
        ),
    ] = None,
    allow_stale: Annotated[
        bool,
        typer.Option(
            "--allow-stale",
            help="Don't fail when the baseline accepts what is no longer there.",
            rich_help_panel=_COMPARED,
        ),
    ] = False,
    allow_incomplete: Annotated[
        bool,
        typer.Option(
            "--allow-incomplete",
            help="Don't fail when a file could not be read or parsed.",
            rich_help_panel=_COMPARED,
        ),
    ] = False,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    fail_on: FailOnOption = FailOn.ERROR,
    asked: Asked,
    report_format: Annotated[
        list[CheckFormat] | None,
        typer.Option(
            "--format",
            help="How the verdict is written, by default text; may be repeated, each with an --output after it.",
            rich_help_panel=_REPORT,
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write the report of the --format before it here.",
            rich_help_panel=_REPORT,
        ),
    ] = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Fail when the project in PATH has new coupling that a rule forbids: by default, new cross-service writes."""
    wanted = reports_wanted(report_format or (), output or (), context.obj or ())
    # A wrong name is said at once, not after the analysis.
    revision = None if since is None else revision_of(os.path.abspath(folder), since)
    project = gated(folder, asked, baseline, quiet=quiet, choice=choice_of(select, ignore, fail_on))
    if revision is None:
        # One that somebody names is not just not made yet.
        verdict = verdict_on_baseline(project, must_be_there=baseline is not None)
    else:
        verdict = verdict_since(project, revision)
    verdict = msgspec.structs.replace(verdict, allow_stale=allow_stale, allow_unread=allow_incomplete)
    shown = typed(folder, asked, ("--baseline", baseline))
    for report in wanted:
        look = Look(shown, verbose=verbose, is_file=report.output != STDOUT, doubts=verdict.doubts)
        write(
            verdict_text(verdict, report.format, look, root=project.options.root, quiet=quiet),
            report.output,
            quiet=quiet,
        )
    raise typer.Exit(verdict.exit_code)
