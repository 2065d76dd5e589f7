"""`cutpoint graph`: one graph at one level, as a drawing, a page, a matrix, or data for other tools."""

from enum import StrEnum
from typing import Annotated, NamedTuple

import typer

from cutpoint.cli.options import CertaintyOption, OutputOption, PathArgument, QuietOption, VerboseOption, typed
from cutpoint.cli.output import Look, write
from cutpoint.cli.page import PageWanted
from cutpoint.cli.run import run_analysis
from cutpoint.cli.services import configured
from cutpoint.cli.understanding import tells
from cutpoint.config import Asked, load_cuts, load_options
from cutpoint.domain.access import Certainty
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.crossing import Crossing
from cutpoint.domain.errors import UsageError
from cutpoint.domain.picture import KINDS, LEVELS, Level, Of, Picture
from cutpoint.domain.service import Services


class GraphFormat(StrEnum):
    """How a picture is written."""

    TEXT = "text"
    DOT = "dot"
    HTML = "html"
    MERMAID = "mermaid"
    GRAPHML = "graphml"
    JSON = "json"
    CSV = "csv"


_WHAT = "What is drawn"


@tells
def graph(
    folder: PathArgument = ".",
    *,
    of: Annotated[Of, typer.Option("--of", help="Of what.", rich_help_panel=_WHAT)] = Of.QUERIES,
    level: Annotated[
        Level | None,
        typer.Option(
            "--level",
            help="What a node stands for; without it services where some are configured, else apps.",
            rich_help_panel=_WHAT,
        ),
    ] = None,
    cut: Annotated[
        str | None,
        typer.Option(
            "--cut",
            metavar="ID",
            help="With --of cut: an id of `cuts list`, a name of the configuration, or an app.",
            rich_help_panel=_WHAT,
        ),
    ] = None,
    focus: Annotated[
        str | None,
        typer.Option("--focus", metavar="NODE", help="Only what lies around this one.", rich_help_panel=_WHAT),
    ] = None,
    depth: Annotated[
        int, typer.Option("--depth", metavar="N", min=0, help="With --focus: how many steps.", rich_help_panel=_WHAT)
    ] = 1,
    between: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--between", metavar="A B", help="Only the ways by which A comes to need B.", rich_help_panel=_WHAT
        ),
    ] = None,
    only: Annotated[
        str | None,
        typer.Option(
            "--only",
            metavar="KINDS",
            help="Kinds of lines, with commas between: writes,joins.",
            rich_help_panel=_WHAT,
        ),
    ] = None,
    certainty: CertaintyOption = Certainty.INFERRED,
    graph_format: Annotated[GraphFormat, typer.Option("--format", help="How it is written.")] = GraphFormat.TEXT,
    asked: Asked,
    output: OutputOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> Analysis:
    """Draw what needs what in the project in PATH: imports, relations, queries, calls, or what crosses a cut."""
    _refuse(of, level, cut)
    if graph_format is GraphFormat.HTML:
        wanted_start = _Start(of, level, focus, between, only, certainty)
        page = PageWanted(folder, asked, output, quiet=quiet, cut=cut)
        return page.write(lambda analysis, services: _start(analysis, services, wanted_start)).analysis
    options = load_options(folder, asked)
    analysis = run_analysis(options, quiet=quiet).analysis
    services = configured(folder, analysis)
    crossing = None if cut is None else _crossing(folder, analysis, cut)
    from cutpoint.draw.draw import draw
    from cutpoint.draw.narrowing import between as ways_between
    from cutpoint.draw.narrowing import focused, only_kinds

    wanted = level or (Level.SERVICE if services is not None else Level.APP)
    picture = draw(analysis, services, of, wanted, crossing=crossing, certainty=certainty)
    if only is not None:
        picture = only_kinds(picture, _words(only))
    if between is not None:
        picture = ways_between(picture, *between)
    if focus is not None:
        picture = focused(picture, focus, depth)
    look = Look(typed(folder, asked), verbose=verbose, is_file=output not in {None, "-"}, doubts=analysis.doubts)
    write(_text(picture, graph_format, look), output, quiet=quiet)
    return analysis


class _Start(NamedTuple):
    """What was asked for, as far as it decides how a page opens."""

    of: Of
    level: Level | None
    focus: str | None
    between: tuple[str, str] | None
    only: str | None
    certainty: Certainty


def _start(analysis: Analysis, services: Services | None, wanted: _Start) -> dict[str, str]:
    """The state of the page that shows the same picture."""
    if wanted.of is Of.CUT:
        return {}
    from cutpoint.draw.draw import draw
    from cutpoint.draw.narrowing import between, node_named, only_kinds

    level = wanted.level or (Level.SERVICE if services is not None else Level.APP)
    picture = draw(analysis, services, wanted.of, level, certainty=wanted.certainty)
    kinds = KINDS[wanted.of]
    if wanted.only is not None:
        words = [word.casefold() for word in _words(wanted.only)]
        picture = only_kinds(picture, words)
        kinds = tuple(kind for kind in kinds if not {kind, f"{kind}s"}.isdisjoint(words))
    found = {"of": str(wanted.of), "kinds": ",".join(kinds), "certainty": str(wanted.certainty)}
    if level not in {Level.SERVICE, Level.APP}:
        found["inside"] = str(level)
    if level is not Level.SERVICE:
        opened = [f"service:{name}" for name in services.names] if services is not None else []
        ours = [app.label for app in analysis.catalog.apps if app.ours]
        opened += [f"app:{label}" for label in ours] if level is not Level.APP else []
        found["open"] = "\n".join(opened)
    if wanted.focus is not None:
        found["sel"] = f"node\t{node_named(picture, wanted.focus, '--focus').id}"
    if wanted.between is not None:
        between(picture, *wanted.between)
        found["from"], found["to"] = (node_named(picture, name, "--between").id for name in wanted.between)
    return found


def _words(only: str) -> list[str]:
    return [word.strip() for word in only.split(",") if word.strip()]


def _refuse(of: Of, level: Level | None, cut: str | None) -> None:
    """Raise UsageError for what does not go together, before anything is analyzed."""
    if of is Of.CUT and cut is None:
        raise UsageError("--of cut: say which with --cut ID; `cutpoint cuts list` shows ids")
    if of is not Of.CUT and cut is not None:
        raise UsageError(f"--cut {cut} goes with --of cut, not with --of {of}")
    if level is not None and level not in LEVELS[of]:
        raise UsageError(f"--level {level}: --of {of} has {', '.join(LEVELS[of])}; it knows nothing smaller")


def _crossing(folder: str, analysis: Analysis, cut: str) -> Crossing:
    from cutpoint.cli.cut_naming import cut_named
    from cutpoint.score.crossing import crossing_of
    from cutpoint.score.cutting import Cutting, id_of, name_of

    settings = load_cuts(folder)
    cutting = Cutting(analysis, settings.goal, dict(settings.weights))
    candidate = cut_named(cutting, settings, cut)
    name = candidate.name or name_of(candidate.models, cutting.facts)
    return crossing_of(cutting.parting(candidate), id_of(candidate.models), name)


def _text(picture: Picture, graph_format: GraphFormat, look: Look) -> str:
    match graph_format:
        case GraphFormat.TEXT:
            from cutpoint.emit.pictures.text import picture_page

            return look.text_of(picture_page(picture, verbose=look.verbose))
        case GraphFormat.DOT:
            from cutpoint.emit.pictures.dot import dot

            return dot(picture)
        case GraphFormat.MERMAID:
            from cutpoint.emit.pictures.mermaid import mermaid

            return mermaid(picture)
        case GraphFormat.GRAPHML:
            from cutpoint.emit.pictures.graphml import graphml

            return graphml(picture)
        case GraphFormat.JSON:
            from cutpoint.emit.pictures.node_link_json import node_link_json

            return node_link_json(picture)
        case GraphFormat.CSV:
            from cutpoint.emit.pictures.csv import csv

            return csv(picture)
        case GraphFormat.HTML:
            raise ValueError("a page is written by PageWanted")
