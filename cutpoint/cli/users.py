"""Analysis + name → who writes or reads its table: what `who-writes` and `who-reads` have in common."""

from cutpoint.cli.naming import table_named
from cutpoint.cli.options import AnswerFormat
from cutpoint.cli.output import Look
from cutpoint.domain.access import Certainty
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.service import Services


def users_answer(
    analysis: Analysis,
    name: str,
    *,
    writes: bool,
    certainty: Certainty,
    answer_format: AnswerFormat,
    look: Look,
    services: Services | None,
) -> str:
    """The answer as text; raises UsageError when *name* names nothing, or several things."""
    from cutpoint.emit.belonging import Belonging
    from cutpoint.emit.users import Question, users_json, users_page

    question = Question(table_named(analysis, name), writes, certainty)
    match answer_format:
        case AnswerFormat.JSON:
            return users_json(analysis, question, Belonging(services, analysis))
        case AnswerFormat.TEXT:
            return look.text_of(users_page(analysis, question, verbose=look.verbose))
