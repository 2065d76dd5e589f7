"""`cutpoint cuts list|find|show|compare` and `what-if`: where the project can be cut, and what that costs."""

from typing import Annotated, TypeAlias

import typer

from cutpoint.cli.cut_texts import Wanted, write_difference, write_point
from cutpoint.cli.options import (
    AnswerFormat,
    AnswerFormatOption,
    OutputOption,
    PathArgument,
    ProjectOption,
    QuietOption,
    VerboseOption,
)
from cutpoint.cli.run import run_analysis
from cutpoint.cli.understanding import tells
from cutpoint.config import Asked, load_cuts, load_options
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.cut_settings import GOAL_NAMES, GROUPING_NAMES, CutSettings, NamedCut
from cutpoint.domain.errors import UsageError

cuts = typer.Typer(help="Propose cuts, with what each would cost.", no_args_is_help=True, rich_markup_mode="rich")

_SCORE = "How it is scored"
GoalOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--goal", metavar="GOAL", help=f"What counts most: {', '.join(GOAL_NAMES)}.", rich_help_panel=_SCORE),
]
BlindOption: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--blind", help="Read nothing from names, labels and paths: only from what code does.", rich_help_panel=_SCORE
    ),
]


GroupByOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--group-by",
        metavar="WHAT",
        help="What belongs together: app, package or words; by default apps, and what is within an app that holds most.",
        rich_help_panel=_SCORE,
    ),
]


class _Session:
    """An analyzed project, ready to be cut."""

    def __init__(
        self,
        folder: str,
        asked: Asked,
        goal: str | None,
        *,
        quiet: bool,
        blind: bool = False,
        group_by: str | None = None,
    ) -> None:
        if group_by is not None and group_by not in GROUPING_NAMES:
            raise UsageError(f"--group-by {group_by}: there are {', '.join(GROUPING_NAMES)}")
        if goal is not None and goal not in GOAL_NAMES:
            raise UsageError(f"--goal {goal}: there are {', '.join(GOAL_NAMES)}")
        options = load_options(folder, asked)
        self.settings: CutSettings = load_cuts(folder)
        self.analysis = run_analysis(options, quiet=quiet).analysis
        from cutpoint.score.cutting import Cutting

        self.cutting = Cutting(
            self.analysis,
            goal or self.settings.goal,
            dict(self.settings.weights),
            blind=blind,
            group_by=group_by or "",
        )


@cuts.command("list")
@tells
def list_cuts(
    folder: PathArgument = ".",
    *,
    goal: GoalOption = None,
    blind: BlindOption = False,
    group_by: GroupByOption = None,
    asked: Asked,
    answer_format: AnswerFormatOption = AnswerFormat.TEXT,
    output: OutputOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> Analysis:
    """Propose where the project in PATH can be cut, the best cut first."""
    session = _Session(folder, asked, goal, quiet=quiet, blind=blind, group_by=group_by)
    from cutpoint.cli.cut_naming import configured
    from cutpoint.emit.cuts.cuts_json import list_json
    from cutpoint.emit.cuts.list_page import list_page

    wanted = Wanted(folder, asked, answer_format, output, session.analysis, quiet=quiet, verbose=verbose)
    named = configured(session.cutting, session.settings)
    found = session.cutting.listed(named, is_brief=not wanted.is_json)
    if wanted.is_json:
        wanted.write(list_json(found, verbose=verbose, complete=wanted.complete, doubts=wanted.doubts))
    else:
        wanted.write(wanted.look.text_of(list_page(found, wanted.look.typed, verbose=verbose)))
    return session.analysis


@cuts.command("find")
@tells
def find_cut(
    folder: PathArgument = ".",
    *,
    take: Annotated[
        list[str] | None,
        typer.Option(
            "--take",
            metavar="MODEL|APP",
            help="What is to be taken out; the first is the root of that side, further ones are answers. May be repeated.",
        ),
    ] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option("--keep", metavar="MODEL|APP", help="What is to stay, in the same way; may be repeated."),
    ] = None,
    size: Annotated[
        int | None,
        typer.Option("--size", metavar="N", help="About how many models are to leave; by default what is likeliest."),
    ] = None,
    ask: Annotated[
        bool,
        typer.Option("--ask", help="Ask one question at a time, and keep the answers in the configuration."),
    ] = False,
    name: Annotated[
        str | None,
        typer.Option(
            "--name",
            metavar="NAME",
            help="With --ask: the name of the cut in the configuration, to begin or to go on with; by default that of the root.",
        ),
    ] = None,
    goal: GoalOption = None,
    blind: BlindOption = False,
    group_by: GroupByOption = None,
    asked: Asked,
    answer_format: AnswerFormatOption = AnswerFormat.TEXT,
    output: OutputOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> Analysis:
    """Find the side of every model of the project in PATH, from one named model a side or more."""
    session = _Session(folder, asked, goal, quiet=quiet, blind=blind, group_by=group_by)
    from cutpoint.cli.cut_naming import sides_named, size_named

    wanted = Wanted(folder, asked, answer_format, output, session.analysis, quiet=quiet, verbose=verbose)
    if name is not None and not ask:
        raise UsageError(f"--name {name} says under which name answers are kept: it goes with --ask")
    if ask:
        from cutpoint.cli.asking import asked_cut

        begun = NamedCut(name or "", tuple(take or ()), tuple(keep or ()))
        decided = asked_cut(session.cutting, session.settings, begun, size, wanted)
        take, keep = list(decided.take), list(decided.keep)
    named = sides_named(session.cutting.subjects, take or (), keep or ())
    write_point(session.cutting.found(named, size_named(session.cutting.subjects, named, size)), wanted)
    return session.analysis


@cuts.command("show")
@tells
def show_cut(
    cut: Annotated[
        str, typer.Argument(metavar="ID", help="An id of `cuts list`, a name of the configuration, or an app.")
    ],
    folder: PathArgument = ".",
    *,
    project: ProjectOption = None,
    goal: GoalOption = None,
    blind: BlindOption = False,
    group_by: GroupByOption = None,
    asked: Asked,
    answer_format: AnswerFormatOption = AnswerFormat.TEXT,
    output: OutputOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> Analysis:
    """Show one cut with its score breakdown, its sides and all of its work items."""
    folder = project or folder
    session = _Session(folder, asked, goal, quiet=quiet, blind=blind, group_by=group_by)
    from cutpoint.cli.cut_naming import cut_named

    point = session.cutting.cut_point(cut_named(session.cutting, session.settings, cut))
    write_point(point, Wanted(folder, asked, answer_format, output, session.analysis, quiet=quiet, verbose=verbose))
    return session.analysis


@cuts.command("compare")
@tells
def compare_cuts(
    one: Annotated[str, typer.Argument(metavar="A", help="A cut, as for `cuts show`.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Another cut.")],
    folder: PathArgument = ".",
    *,
    project: ProjectOption = None,
    goal: GoalOption = None,
    asked: Asked,
    answer_format: AnswerFormatOption = AnswerFormat.TEXT,
    output: OutputOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> Analysis:
    """Compare two cuts: models, invoice and bill, item by item."""
    folder = project or folder
    session = _Session(folder, asked, goal, quiet=quiet)
    from cutpoint.cli.cut_naming import cut_named

    before, after = (
        session.cutting.cut_point(cut_named(session.cutting, session.settings, text)) for text in (one, other)
    )
    write_difference(
        before, after, Wanted(folder, asked, answer_format, output, session.analysis, quiet=quiet, verbose=verbose)
    )
    return session.analysis


@tells
def what_if(
    folder: PathArgument = ".",
    *,
    move: Annotated[
        list[str] | None,
        typer.Option("--move", metavar="MODEL=APP", help="Or MODEL=take, MODEL=keep; may be repeated."),
    ] = None,
    cut: Annotated[
        str | None, typer.Option("--cut", metavar="ID", help="Of which cut; by default that of the app moved to.")
    ] = None,
    project: ProjectOption = None,
    goal: GoalOption = None,
    asked: Asked,
    answer_format: AnswerFormatOption = AnswerFormat.TEXT,
    output: OutputOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> Analysis:
    """Say what a cut would cost if models were on the other side: before and after, item by item."""
    folder = project or folder
    session = _Session(folder, asked, goal, quiet=quiet)
    from cutpoint.cli.cut_naming import cut_named, moved

    base = None if cut is None else cut_named(session.cutting, session.settings, cut)
    before, after = map(session.cutting.cut_point, moved(session.cutting, base, move or ()))
    write_difference(
        before, after, Wanted(folder, asked, answer_format, output, session.analysis, quiet=quiet, verbose=verbose)
    )
    return session.analysis
