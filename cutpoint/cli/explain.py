"""`cutpoint explain`: why two apps need each other, or what happens at one line, with all that is known of it."""

from typing import Annotated

import typer

from cutpoint.cli.naming import app_named, as_place, place_named
from cutpoint.cli.options import (
    AnswerFormat,
    AnswerFormatOption,
    OutputOption,
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
from cutpoint.domain.errors import UsageError
from cutpoint.domain.service import Services

_BOTH_WAYS = "ask for two apps (cutpoint explain APP APP) or for a place (cutpoint explain FILE:LINE)"


@tells
def explain(
    what: Annotated[str, typer.Argument(metavar="APP|FILE:LINE", help="An app, or a place such as shop/views.py:12.")],
    other: Annotated[
        str | None, typer.Argument(metavar="APP", help="The other app; there is none when a place is asked for.")
    ] = None,
    folder: Annotated[
        str | None, typer.Argument(metavar="PATH", help="The folder that holds the project; here unless given.")
    ] = None,
    *,
    asked: Asked,
    answer_format: AnswerFormatOption = AnswerFormat.TEXT,
    output: OutputOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> Analysis:
    """Show why two apps need each other, or what happens at FILE:LINE, and how that is known."""
    place = as_place(what)
    if place is not None:
        # With a place, the second argument is the folder already.
        if folder is not None:
            raise UsageError(f"{what} is a place, and after it only PATH may follow: {_BOTH_WAYS}")
        folder = other
    elif other is None:
        raise UsageError(f"{what} alone is not enough: {_add_the_line(what)}{_BOTH_WAYS}")
    analysis = run_analysis(load_options(folder or ".", asked), quiet=quiet).analysis
    services = configured(folder or ".", analysis)
    look = Look(typed(folder or ".", asked), verbose=verbose, is_file=output not in {None, "-"}, doubts=analysis.doubts)
    answer = (
        _explained_apps(analysis, what, other or "", answer_format, look, services)
        if place is None
        else _explained_place(analysis, place, answer_format, look, services)
    )
    write(answer, output, quiet=quiet)
    return analysis


def _add_the_line(what: str) -> str:
    return f"add the line, as in {what}:12; " if what.endswith(".py") else ""


def _explained_apps(
    analysis: Analysis, what: str, other: str, answer_format: AnswerFormat, look: Look, services: Services | None
) -> str:
    from cutpoint.emit.belonging import Belonging
    from cutpoint.emit.explained_apps import explained_apps_json, explained_apps_page

    one, two = app_named(analysis, what), app_named(analysis, other)
    if one == two:
        raise UsageError(f"{what} and {other} are the same app: {_BOTH_WAYS}")
    if answer_format is AnswerFormat.JSON:
        return explained_apps_json(analysis, one, two, Belonging(services, analysis))
    return look.text_of(explained_apps_page(analysis, one, two))


def _explained_place(
    analysis: Analysis, place: tuple[str, int], answer_format: AnswerFormat, look: Look, services: Services | None
) -> str:
    from cutpoint.emit.belonging import Belonging
    from cutpoint.emit.explained_place import explained_place_json, explained_place_page

    at = place_named(analysis, *place)
    if answer_format is AnswerFormat.JSON:
        return explained_place_json(analysis, at, Belonging(services, analysis))
    return look.text_of(explained_place_page(analysis, at, verbose=look.verbose))
