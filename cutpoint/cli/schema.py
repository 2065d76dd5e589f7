"""`cutpoint schema`: the JSON Schema of the report, of a verdict, of cuts, of what differs between two cuts, or of a boundary."""

from enum import StrEnum
from typing import Annotated

import typer

from cutpoint.cli.options import OutputOption, QuietOption
from cutpoint.cli.output import write


class Described(StrEnum):
    """What there is a schema of."""

    REPORT = "report"
    VERDICT = "verdict"
    CUTS = "cuts"
    DIFFERENCE = "difference"
    BOUNDARY = "boundary"
    PROGRESS = "progress"


def schema(
    what: Annotated[
        Described,
        typer.Argument(
            help="`report` for what `analyze` writes, `verdict` for `check` and `diff`, `cuts` for `cuts list`, `find` and"
            " `show`, `difference` for `cuts compare` and `what-if`, `boundary` for `propose`, `progress` for `progress`."
        ),
    ] = Described.REPORT,
    output: OutputOption = None,
    quiet: QuietOption = False,
) -> None:
    """Print the JSON Schema of what `--format json` writes."""
    from cutpoint.emit.cuts.cuts_json import cuts_schema
    from cutpoint.emit.cuts.difference_page import difference_schema
    from cutpoint.emit.json_report import json_schema
    from cutpoint.emit.progress_page import progress_schema
    from cutpoint.emit.proposal.parts.boundary_json import boundary_schema
    from cutpoint.emit.verdicts.verdict_json import verdict_schema

    schemas = {
        Described.REPORT: json_schema,
        Described.VERDICT: verdict_schema,
        Described.CUTS: cuts_schema,
        Described.DIFFERENCE: difference_schema,
        Described.BOUNDARY: boundary_schema,
        Described.PROGRESS: progress_schema,
    }
    write(schemas[what](), output, quiet=quiet)
