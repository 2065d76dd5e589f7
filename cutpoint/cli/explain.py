"""`cutpoint explain`: what an app needs and who needs it, why two apps need each other, or what happens at one line."""

import os
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

_WAYS = "ask for an app (cutpoint explain APP), for two (cutpoint explain APP APP) or for a place (cutpoint explain FILE:LINE)"


@tells
def explain(
    what: Annotated[str, typer.Argument(metavar="APP|FILE:LINE", help="An app, or a place such as shop/views.py:12.")],
    other: Annotated[
        str | None,
        typer.Argument(
            metavar="APP",
            help="The other app, if it is about two. With one app, PATH is known by a slash or dot: ./shop.",
        ),
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
    """Show what an app needs and who needs it, why two apps need each other, or what happens at FILE:LINE."""
    place = as_place(what)
    if place is not None:
        # With a place, the second argument is the folder already.
        if folder is not None:
            raise UsageError(f"{what} is a place, and after it only PATH may follow: {_WAYS}")
        folder = other
    elif what.endswith(".py"):
        raise UsageError(f"{what} alone is not enough: add the line, as in {what}:12; {_WAYS}")
    elif other is not None and folder is None and _is_path(other):
        other, folder = None, other
    analysis = run_analysis(load_options(folder or ".", asked), quiet=quiet).analysis
    services = configured(folder or ".", analysis)
    look = Look(typed(folder or ".", asked), verbose=verbose, is_file=output not in {None, "-"}, doubts=analysis.doubts)
    if place is not None:
        answer = _explained_place(analysis, place, answer_format, look, services)
    elif other is not None:
        answer = _explained_apps(analysis, what, other, answer_format, look, services)
    else:
        answer = _explained_app(folder or ".", analysis, what, answer_format, look)
    write(answer, output, quiet=quiet)
    return analysis


def _is_path(text: str) -> bool:
    """Whether *text* can't be meant as an app."""
    return os.sep in text or "/" in text or text in {os.curdir, os.pardir}


def _explained_app(folder: str, analysis: Analysis, what: str, answer_format: AnswerFormat, look: Look) -> str:
    from cutpoint.cli.views import Judged
    from cutpoint.domain.cut import Candidate
    from cutpoint.emit.explained_app import explained_app, explained_app_json, explained_app_page
    from cutpoint.score.summing_up import cut_in_short

    app = app_named(analysis, what)
    cutting = Judged(folder, analysis).cutting
    models = cutting.facts.models_of_app.get(app)
    point = cutting.cut_point(Candidate(models, ("app",), 1.0)) if models else None
    found = explained_app(analysis, app, None if point is None else cut_in_short(point, cutting))
    if answer_format is AnswerFormat.JSON:
        return explained_app_json(found)
    return look.text_of(explained_app_page(found, point, typed=look.typed, verbose=look.verbose))


def _explained_apps(
    analysis: Analysis, what: str, other: str, answer_format: AnswerFormat, look: Look, services: Services | None
) -> str:
    from cutpoint.emit.belonging import Belonging
    from cutpoint.emit.explained_apps import explained_apps_json, explained_apps_page

    one, two = app_named(analysis, what), app_named(analysis, other)
    if one == two:
        raise UsageError(f"{what} and {other} are the same app: {_WAYS}")
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
