"""Several reports of one run: which format goes where, by the order in which they were asked for."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from cutpoint.domain.errors import UsageError

STDOUT = "-"


class CheckFormat(StrEnum):
    """How the verdict is written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    MARKDOWN = "markdown"


_LINES = frozenset({CheckFormat.TEXT, CheckFormat.GITHUB})
"""Formats of lines that may follow one another on stdout."""


class Wanted(NamedTuple):
    """A report: its format, and the file it goes to, or `-` for stdout."""

    format: CheckFormat
    output: str


def reports_wanted(formats: Sequence[CheckFormat], outputs: Sequence[str], words: Iterable[str]) -> tuple[Wanted, ...]:
    """The reports that *formats* and *outputs* ask for, in the order of *words*, the command line's own.

    An output belongs to the format before it, or to the first one when there is none before it. What has no output goes
    to stdout. Raises UsageError for an output without a format of its own, and for several on stdout that don't go
    together.
    """
    order = _order(words)
    if (order.count("format"), order.count("output")) != (len(formats), len(outputs)):
        # A value that looks like an option; then pairs are what is meant most likely.
        order = ["format"] * len(formats) + ["output"] * len(outputs)
    if not formats:
        formats, order = (CheckFormat.TEXT,), ["format", *order]
    wanted = _paired(list(formats), list(outputs), order)
    on_stdout = [report.format for report in wanted if report.output == STDOUT]
    if len(on_stdout) > 1 and not _LINES.issuperset(on_stdout):
        raise UsageError(
            f"{' and '.join(on_stdout)} can't both go to stdout: write --output FILE after one of the formats"
        )
    files = [report.output for report in wanted if report.output != STDOUT]
    twice = sorted({file for file in files if files.count(file) > 1})
    if twice:
        raise UsageError(f"two reports can't go to one file: --output {twice[0]} is there twice")
    return wanted


def _paired(formats: list[CheckFormat], outputs: list[str], order: list[str]) -> tuple[Wanted, ...]:
    found: list[list[str]] = []
    waiting: list[str] = []
    for kind in order:
        if kind == "format":
            found.append([formats.pop(0), *waiting[:1]])
            waiting = waiting[1:]
        else:
            output = outputs.pop(0)
            free = next((pair for pair in reversed(found) if len(pair) == 1), None)
            if free is None:
                waiting.append(output)
            else:
                free.append(output)
    if waiting:
        raise UsageError(f"--output {waiting[0]} has no --format of its own: write one for each output")
    return tuple(Wanted(CheckFormat(pair[0]), pair[1] if len(pair) > 1 else STDOUT) for pair in found)


def _order(words: Iterable[str]) -> list[str]:
    order: list[str] = []
    for word in words:
        if word == "--":
            break
        if word.partition("=")[0] == "--format":
            order.append("format")
        elif word.partition("=")[0] == "--output" or (word.startswith("-o") and not word.startswith("--")):
            order.append("output")
    return order
