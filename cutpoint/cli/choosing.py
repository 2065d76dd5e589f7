"""The options by which a run of `check` judges other rules than usual, or fails on less."""

from enum import StrEnum
from typing import Annotated, TypeAlias

import typer

from cutpoint.cli.naming import meant
from cutpoint.domain.errors import UsageError
from cutpoint.domain.finding import Severity
from cutpoint.domain.gate import RULE_NAMES, Choice

_JUDGED = "What is judged"


class FailOn(StrEnum):
    """The least severity that fails the check."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SelectOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="RULE", help="Judge only this rule; may be repeated.", rich_help_panel=_JUDGED),
]
IgnoreOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="RULE", help="Leave this rule out; may be repeated.", rich_help_panel=_JUDGED),
]
FailOnOption: TypeAlias = Annotated[
    FailOn, typer.Option("--fail-on", help="The least severity that fails the check.", rich_help_panel=_JUDGED)
]


def choice_of(select: list[str] | None, ignore: list[str] | None, fail_on: FailOn) -> Choice:
    """What the options say; raises UsageError for rules that there are not, and when no rule is left."""
    for option, names in (("--select", select), ("--ignore", ignore)):
        for name in names or ():
            if name not in RULE_NAMES:
                raise UsageError(f"{option} {name}: there are {', '.join(RULE_NAMES)}{meant(name, RULE_NAMES)}")
    chosen = set(select or RULE_NAMES) - set(ignore or ())
    if not chosen:
        raise UsageError("--select and --ignore leave no rule to judge by")
    return Choice(tuple(select or ()), tuple(ignore or ()), Severity(fail_on))
