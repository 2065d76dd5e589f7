"""The options that several commands share, and how they become the request that `config` understands."""

import shlex
from enum import StrEnum
from typing import Annotated, TypeAlias

import typer

from cutpoint.config import MOST_WORKERS, Asked
from cutpoint.domain.access import Certainty

_UNDERSTANDING = "How the project is understood"
_REPORT = "The report"
_RUNNING = "How it runs"


class Format(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


class AnalyzeFormat(StrEnum):
    """How the report about a whole project is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


class PageFormat(StrEnum):
    """How a report is written that only people read."""

    TEXT = "text"
    MARKDOWN = "markdown"


class AnswerFormat(StrEnum):
    """How the answer to a question is written."""

    TEXT = "text"
    JSON = "json"


PathArgument: TypeAlias = Annotated[str, typer.Argument(metavar="PATH", help="The folder that holds the project.")]
ProjectOption: TypeAlias = Annotated[str | None, typer.Option("--project", metavar="DIR", hidden=True)]
"""PATH as it was given before it was an argument everywhere; it goes with the next version."""
TableArgument: TypeAlias = Annotated[
    str, typer.Argument(metavar="NAME", help="A table, a model's label such as shop.Order, or a model's bare name.")
]
RootOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--root",
        metavar="DIR",
        help="The Django root, where PATH holds several. Folders are looked up inside PATH first, then from here.",
        rich_help_panel=_UNDERSTANDING,
    ),
]
SettingsOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--settings",
        metavar="MODULE",
        help="The settings module, as in DJANGO_SETTINGS_MODULE; MODULE:CLASS where a class holds them.",
        rich_help_panel=_UNDERSTANDING,
    ),
]
SetOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="KEY=VALUE",
        help="A setting that can't be read: installed-apps, root-urlconf, auth-user-model or migration-modules; may be repeated.",
        rich_help_panel=_UNDERSTANDING,
    ),
]
AppsFromFoldersOption: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--apps-from-folders",
        help="Take packages with models for the apps, where INSTALLED_APPS can't be read.",
        rich_help_panel=_UNDERSTANDING,
    ),
]
PythonPathOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--path",
        metavar="DIR",
        help="A folder that comes first on the Python path; may be repeated.",
        rich_help_panel=_UNDERSTANDING,
    ),
]
PackagesOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--packages",
        metavar="DIR",
        help="A virtual environment or site-packages with what the project has installed; may be repeated.",
        rich_help_panel=_UNDERSTANDING,
    ),
]
ExcludeOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude",
        metavar="PATTERN",
        help="What to leave out, in .gitignore syntax; may be repeated.",
        rich_help_panel=_UNDERSTANDING,
    ),
]
IncludeTestsOption: TypeAlias = Annotated[
    bool | None,
    typer.Option(
        "--include-tests/--no-include-tests",
        help="Report what test code does to tables, too; by default it doesn't count.",
        rich_help_panel=_UNDERSTANDING,
    ),
]
IncludeMigrationsOption: TypeAlias = Annotated[
    bool | None,
    typer.Option(
        "--include-migrations/--no-include-migrations",
        help="Report what migrations do to tables, too; by default they don't count.",
        rich_help_panel=_UNDERSTANDING,
    ),
]
CertaintyOption: TypeAlias = Annotated[
    Certainty,
    typer.Option("--certainty", help="Leave out what is less certain than this.", rich_help_panel=_REPORT),
]
AnswerFormatOption: TypeAlias = Annotated[
    AnswerFormat, typer.Option("--format", help="How the answer is written.", rich_help_panel=_REPORT)
]
FormatOption: TypeAlias = Annotated[
    Format, typer.Option("--format", help="How the report is written.", rich_help_panel=_REPORT)
]
AnalyzeFormatOption: TypeAlias = Annotated[
    AnalyzeFormat, typer.Option("--format", help="How the report is written.", rich_help_panel=_REPORT)
]
NoSourceOption: TypeAlias = Annotated[
    bool,
    typer.Option("--no-source", help="With --format html: leave lines of the source out.", rich_help_panel=_REPORT),
]
LinkTemplateOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--link-template",
        metavar="URL",
        help="With --format html: where places lead, as https://git.example/shop/blob/main/{path}#L{line}"
        " or vscode://file/{root}/{path}:{line}.",
        rich_help_panel=_REPORT,
    ),
]
PageFormatOption: TypeAlias = Annotated[
    PageFormat, typer.Option("--format", help="How the report is written.", rich_help_panel=_REPORT)
]
OutputOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write the report here.", rich_help_panel=_REPORT),
]
QuietOption: TypeAlias = Annotated[
    bool,
    typer.Option("--quiet", "-q", help="Only the report asked for, or only its headline.", rich_help_panel=_REPORT),
]
VerboseOption: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--verbose",
        "-v",
        help="All edges, places, reasons and blind spots instead of the first few.",
        rich_help_panel=_REPORT,
    ),
]
NoCacheOption: TypeAlias = Annotated[
    bool, typer.Option("--no-cache", help="Neither read nor write the cache.", rich_help_panel=_RUNNING)
]
CacheDirOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--cache-dir",
        metavar="DIR",
        help="Where the cache lies; by default in the user's cache folder.",
        rich_help_panel=_RUNNING,
    ),
]
WorkersOption: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=1,
        max=MOST_WORKERS,
        help="Worker processes; by default one per core.",
        rich_help_panel=_RUNNING,
    ),
]
OldWorkersOption: TypeAlias = Annotated[int | None, typer.Option("--workers", min=1, max=MOST_WORKERS, hidden=True)]
"""The same as it was called before; it goes with the next version."""
StrictOption: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--strict", help="Exit with 3 when a file could not be read or parsed, or was lost.", rich_help_panel=_RUNNING
    ),
]
TimingsOption: TypeAlias = Annotated[
    bool, typer.Option("--timings", help="Say how long it took.", rich_help_panel=_RUNNING)
]


def typed(folder: str, asked: Asked, *further: tuple[str, str | None]) -> str:
    """*folder* and the options for understanding, quoted: what a further command needs to see the same project.

    *further* are (option, value) of the command's own.
    """
    words = [folder]
    for option, values in (
        ("--root", (asked.root,)),
        ("--settings", (asked.settings,)),
        ("--set", asked.given),
        ("--path", asked.path),
        ("--packages", asked.packages),
        ("--exclude", asked.exclude),
        *((option, (value,)) for option, value in further),
    ):
        for value in values:
            words += [option, value] if value is not None else []
    for word, included in (("include-tests", asked.include_tests), ("include-migrations", asked.include_migrations)):
        if included is not None:
            words.append(f"--{word}" if included else f"--no-{word}")
    if asked.apps_from_folders:
        words.append("--apps-from-folders")
    return shlex.join(words)
