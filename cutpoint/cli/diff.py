"""`cutpoint diff REF`: what changed in coupling since a revision, as prose for a pull request."""

import os
from typing import Annotated

import typer

from cutpoint.cli.gating import gated, verdict_since
from cutpoint.cli.options import Format, FormatOption, OutputOption, PathArgument, QuietOption, VerboseOption, typed
from cutpoint.cli.output import Look, write
from cutpoint.cli.understanding import understands
from cutpoint.cli.verdict_texts import difference_text
from cutpoint.config import Asked
from cutpoint.unpack.revision import revision_of


@understands
def diff(
    ref: Annotated[str, typer.Argument(metavar="REF", help="The commit, branch or tag to compare with.")],
    folder: PathArgument = ".",
    *,
    asked: Asked,
    report_format: FormatOption = Format.TEXT,
    output: OutputOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Tell what changed in coupling since REF: what is new, gone or moved, and the trend between services."""
    revision = revision_of(os.path.abspath(folder), ref)
    project = gated(folder, asked, None, quiet=quiet)
    verdict = verdict_since(project, revision)
    look = Look(typed(folder, asked), verbose=verbose, is_file=output not in {None, "-"}, doubts=verdict.doubts)
    write(difference_text(verdict, report_format, look), output, quiet=quiet)
