"""`cutpoint trace`: what an entry point leads to, as a tree of calls with the tables that each line touches."""

from typing import Annotated

import typer

from cutpoint.cli.entry_naming import entry_named
from cutpoint.cli.options import (
    AnswerFormat,
    AnswerFormatOption,
    OutputOption,
    PathArgument,
    ProjectOption,
    QuietOption,
    VerboseOption,
    typed,
)
from cutpoint.cli.output import Look, write
from cutpoint.cli.run import run_analysis
from cutpoint.cli.services import configured
from cutpoint.cli.understanding import tells
from cutpoint.config import Asked, load_options
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.entry_point import EntryKind

_TASKS = (EntryKind.TASK, EntryKind.SCHEDULE)


@tells
def trace(
    entry: Annotated[
        str,
        typer.Argument(
            metavar="ENTRY",
            help="A URL pattern or its name, a view's dotted name, a task, command, GraphQL field …; KIND:NAME where"
            " several have that name.",
        ),
    ],
    folder: PathArgument = ".",
    *,
    project: ProjectOption = None,
    asked: Asked,
    answer_format: AnswerFormatOption = AnswerFormat.TEXT,
    output: OutputOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> Analysis:
    """Show what the entry point ENTRY reads and writes, and the calls that lead there."""
    folder = project or folder
    analysis = run_analysis(load_options(folder, asked), quiet=quiet).analysis
    services = configured(folder, analysis)
    point = entry_named(analysis, entry)

    from cutpoint.domain.flow import unpack_flow
    from cutpoint.emit.trace_page import trace_json, trace_page
    from cutpoint.interpret.tracing import traced

    tasks = {each.function: each.name for each in analysis.entry_points if each.kind in _TASKS}
    found = traced(unpack_flow(analysis.flow), point, tasks)
    if answer_format is AnswerFormat.JSON:
        answer = trace_json(analysis, point, found, services)
    else:
        look = Look(typed(folder, asked), verbose=verbose, is_file=output not in {None, "-"}, doubts=analysis.doubts)
        answer = look.text_of(trace_page(analysis, point, found, services, verbose=verbose))
    write(answer, output, quiet=quiet)
    return analysis
