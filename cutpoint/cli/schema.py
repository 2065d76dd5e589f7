"""`cutpoint schema`: the JSON Schema of the report."""

from cutpoint.cli.options import OutputOption, QuietOption
from cutpoint.cli.output import write


def schema(output: OutputOption = None, quiet: QuietOption = False) -> None:
    """Print the JSON Schema of what `analyze --format json` writes."""
    from cutpoint.emit.json_report import json_schema

    write(json_schema(), output, quiet=quiet)
