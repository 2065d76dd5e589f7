"""`cutpoint schema`: the JSON Schema of the report, or of the verdict."""

from enum import StrEnum
from typing import Annotated

import typer

from cutpoint.cli.options import OutputOption, QuietOption
from cutpoint.cli.output import write


class Described(StrEnum):
    """What there is a schema of."""

    REPORT = "report"
    VERDICT = "verdict"


def schema(
    what: Annotated[
        Described,
        typer.Argument(help="`report` for what `analyze` writes, `verdict` for what `check` and `diff` write."),
    ] = Described.REPORT,
    output: OutputOption = None,
    quiet: QuietOption = False,
) -> None:
    """Print the JSON Schema of what `--format json` writes."""
    from cutpoint.emit.json_report import json_schema
    from cutpoint.emit.verdicts.verdict_json import verdict_schema

    write(json_schema() if what is Described.REPORT else verdict_schema(), output, quiet=quiet)
