"""`cutpoint who-writes` and `cutpoint who-reads`: every line that writes, or reads, a table, by app."""

from collections.abc import Callable

from cutpoint.cli.options import (
    AnswerFormat,
    AnswerFormatOption,
    CertaintyOption,
    OutputOption,
    PathArgument,
    QuietOption,
    TableArgument,
    VerboseOption,
    typed,
)
from cutpoint.cli.output import Look, write
from cutpoint.cli.run import run_analysis
from cutpoint.cli.services import configured
from cutpoint.cli.understanding import tells
from cutpoint.cli.users import users_answer
from cutpoint.config import Asked, load_options
from cutpoint.domain.access import Certainty
from cutpoint.domain.analysis import Analysis

_HELP = {
    True: "Show which lines of which apps write the table or model NAME of the project in PATH.",
    False: "Show which lines of which apps read the table or model NAME of the project in PATH, or join it.",
}


def users_command(*, writes: bool) -> Callable[..., None]:
    """The command that shows who writes a table, or who reads it: they differ in nothing else."""

    def who_uses(
        name: TableArgument,
        folder: PathArgument = ".",
        *,
        asked: Asked,
        certainty: CertaintyOption = Certainty.POSSIBLE,
        answer_format: AnswerFormatOption = AnswerFormat.TEXT,
        output: OutputOption = None,
        quiet: QuietOption = False,
        verbose: VerboseOption = False,
    ) -> Analysis:
        analysis = run_analysis(load_options(folder, asked), quiet=quiet).analysis
        look = Look(typed(folder, asked), verbose=verbose, is_file=output not in {None, "-"}, doubts=analysis.doubts)
        answer = users_answer(
            analysis,
            name,
            writes=writes,
            certainty=certainty,
            answer_format=answer_format,
            look=look,
            services=configured(folder, analysis),
        )
        write(answer, output, quiet=quiet)
        return analysis

    who_uses.__doc__ = _HELP[writes]
    return tells(who_uses)
