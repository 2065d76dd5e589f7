"""`cutpoint propose`: the API that would replace a seam, as a library, as contracts and as a plan."""

from typing import Annotated

import typer

from cutpoint.cli.cuts import GoalOption
from cutpoint.cli.options import PathArgument, QuietOption
from cutpoint.cli.output import Look, write
from cutpoint.cli.run import run_analysis
from cutpoint.cli.understanding import tells
from cutpoint.config import Asked, load_cuts, load_options
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.errors import UsageError
from cutpoint.telling import tell

_WHICH = "Which cut"


@tells
def propose(
    folder: PathArgument = ".",
    *,
    cut: Annotated[
        str | None,
        typer.Option(
            "--cut",
            metavar="ID",
            help="An id of `cuts list`, a name of the configuration, or an app.",
            rich_help_panel=_WHICH,
        ),
    ] = None,
    take: Annotated[
        list[str] | None,
        typer.Option(
            "--take",
            metavar="MODEL|APP",
            help="In its place: what is to be taken out; may be repeated.",
            rich_help_panel=_WHICH,
        ),
    ] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option("--keep", metavar="MODEL|APP", help="What is to stay; may be repeated.", rich_help_panel=_WHICH),
    ] = None,
    output: Annotated[str, typer.Option("--output", metavar="DIR", help="The folder that gets the proposal.")],
    force: Annotated[bool, typer.Option("--force", help="Overwrite what was edited by hand.")] = False,
    goal: GoalOption = None,
    asked: Asked,
    quiet: QuietOption = False,
) -> Analysis:
    """Propose the API across a cut of the project in PATH: operations, a library, contracts, and the way there."""
    if (cut is None) is (not take):
        raise UsageError("say which cut: --cut ID, or --take MODEL or APP")
    if cut is not None and keep:
        raise UsageError("--keep goes with --take: a cut says itself what stays")
    options = load_options(folder, asked)
    settings = load_cuts(folder)
    analysis = run_analysis(options, quiet=quiet).analysis
    from cutpoint.cli.cut_naming import cut_named, sides_named
    from cutpoint.emit.proposal.proposal import proposal_files
    from cutpoint.emit.proposal.summary import summary_page
    from cutpoint.judging import on_disk
    from cutpoint.proposal_folder import write_proposal
    from cutpoint.proposing import propose_cut
    from cutpoint.score.cutting import Cutting

    cutting = Cutting(analysis, goal or settings.goal, dict(settings.weights))
    if cut is not None:
        candidate = cut_named(cutting, settings, cut)
    else:
        candidate = cutting.asked(sides_named(cutting.subjects, take or (), keep or ()))
    boundary = propose_cut(cutting, candidate, on_disk(analysis.reading.root)).boundary
    written = write_proposal(proposal_files(boundary), output, output, force=force)
    for path in written.kept:
        tell(f"{output}/{path} was edited by hand: it is proposed no more, and stays")
    if not quiet:
        page = summary_page(boundary, output, len(written.changed), len(written.removed))
        write(Look("", verbose=False, is_file=False, doubts=analysis.doubts).text_of(page), None)
    return analysis
