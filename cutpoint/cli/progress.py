"""`cutpoint progress`: where a cut stands, step by step, over git history too, and by when at this rate."""

from typing import Annotated

import typer

from cutpoint.cli.days import today
from cutpoint.cli.naming import meant
from cutpoint.cli.options import (
    AnswerFormat,
    AnswerFormatOption,
    OutputOption,
    PathArgument,
    QuietOption,
    VerboseOption,
    typed,
)
from cutpoint.cli.output import Look, write
from cutpoint.cli.run import run_analysis
from cutpoint.cli.understanding import tells
from cutpoint.config import Asked, load_cuts, load_options
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.boundary import Step
from cutpoint.domain.cut import Candidate
from cutpoint.domain.cut_settings import CutSettings
from cutpoint.domain.errors import EXIT_BROKEN, UsageError
from cutpoint.domain.progress import Count, Past, Progress, forecast
from cutpoint.domain.project import Options

MOST_REVISIONS = 50


@tells
def progress(
    folder: PathArgument = ".",
    *,
    cut: Annotated[
        str, typer.Option("--cut", metavar="ID", help="An id of `cuts list`, a name of the configuration, or an app.")
    ],
    step: Annotated[
        str | None,
        typer.Option("--step", metavar="STEP", help="Look at one step, and exit with 1 while anything is left of it."),
    ] = None,
    history: Annotated[
        int,
        typer.Option(
            "--history",
            metavar="N",
            min=0,
            max=MOST_REVISIONS,
            help="Look at N earlier revisions, too, spread over the branch.",
        ),
    ] = 0,
    asked: Asked,
    answer_format: AnswerFormatOption = AnswerFormat.TEXT,
    output: OutputOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> Analysis:
    """Show where a cut of the project in PATH stands: what is left of each step of the way."""
    options = load_options(folder, asked)
    settings = load_cuts(folder)
    analysis = run_analysis(options, quiet=quiet).analysis
    candidate, cut_point, steps = _steps_now(analysis, settings, cut)
    if step is not None and step not in {each.id for each in steps}:
        names = [each.id for each in steps]
        raise UsageError(f"--step {step}: there is no step called so{meant(step, names)}; there are {', '.join(names)}")
    past, was_complete = _past(options, settings, candidate, history, quiet=quiet)
    complete = analysis.is_complete and was_complete
    from cutpoint.emit.progress_page import progress_json, progress_page
    from cutpoint.emit.report import SCHEMA_VERSION

    found = Progress(
        SCHEMA_VERSION,
        candidate.name or cut,
        cut_point,
        steps,
        past,
        forecast(steps, past, today()),
        complete,
        analysis.doubts,
    )
    if answer_format is AnswerFormat.JSON:
        text = progress_json(found)
    else:
        look = Look(typed(folder, asked), verbose=verbose, is_file=output not in {None, "-"}, doubts=analysis.doubts)
        text = look.text_of(progress_page(found, step=step, verbose=verbose))
    write(text, output, quiet=quiet)
    if step is not None and any(each.id == step and each.remaining for each in steps):
        raise typer.Exit(EXIT_BROKEN)
    return analysis


def _steps_now(analysis: Analysis, settings: CutSettings, cut: str) -> tuple[Candidate, str, tuple[Step, ...]]:
    from cutpoint.cli.cut_naming import cut_named
    from cutpoint.proposing import steps_of_cut
    from cutpoint.score.cutting import Cutting, id_of

    cutting = Cutting(analysis, settings.goal, dict(settings.weights))
    candidate = cut_named(cutting, settings, cut)
    return candidate, id_of(candidate.models), steps_of_cut(cutting, candidate)


def _past(
    options: Options, settings: CutSettings, candidate: Candidate, history: int, *, quiet: bool
) -> tuple[tuple[Past, ...], bool]:
    """What was left then for the models that leave now, as far as they were there; and whether nothing was lost."""
    if not history:
        return (), True
    from cutpoint.proposing import steps_of_cut
    from cutpoint.score.cutting import Cutting
    from cutpoint.unpack.history import commits_behind
    from cutpoint.unpack.revision import revision_of

    found: list[Past] = []
    is_complete = True
    for day, commit in commits_behind(options.root, history):
        analysis = run_analysis(options, quiet=quiet, revision=revision_of(options.root, commit)).analysis
        is_complete = is_complete and not any(spot.is_lost_by_the_run for spot in analysis.lost)
        cutting = Cutting(analysis, settings.goal, dict(settings.weights))
        models = tuple(label for label in candidate.models if label in cutting.subjects.models)
        then = steps_of_cut(cutting, Candidate(models, candidate.sources, 1.0, candidate.name))
        found.append(Past(day, commit, tuple(Count(each.id, each.remaining) for each in then)))
    return tuple(found), is_complete
