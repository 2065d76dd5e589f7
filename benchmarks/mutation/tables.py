"""Results → tables in Markdown, and lists of what went wrong."""

from collections.abc import Sequence

from benchmarks.mutation.editing import Edited
from benchmarks.mutation.judging import Outcome
from benchmarks.mutation.planting import Result


def planted_table(results: Sequence[Result]) -> str:
    """A row for each kind, and one for all."""
    rows = [
        "| planted | planted | caught by `--since` | caught by the baseline | blind spot | silent |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    rows += [_planted_row(kind, [each for each in results if each.kind == kind]) for kind in _kinds(results)]
    return "\n".join([*rows, _planted_row("**all**", results), ""])


def _planted_row(name: str, results: Sequence[Result]) -> str:
    missed = [each for each in results if {each.since, each.baseline} != {Outcome.CAUGHT}]
    silent = sum(Outcome.SILENT in {each.since, each.baseline} for each in missed)
    since = sum(each.since is Outcome.CAUGHT for each in results)
    baseline = sum(each.baseline is Outcome.CAUGHT for each in results)
    return f"| {name} | {len(results)} | {since} | {baseline} | {len(missed) - silent} | {silent} |"


def shown_result(result: Result) -> str:
    """What was planted, if it was not caught."""
    if {result.since, result.baseline} == {Outcome.CAUGHT}:
        return ""
    return f"{result.kind}: --since {result.since}, baseline {result.baseline}: {result.shown}"


def neutral_table(edits: Sequence[Edited]) -> str:
    """A row for each kind, and one for all."""
    rows = [
        "| neutral | edits | files | false alarms of `--since` | of the baseline | new notes | new blind spots |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    rows += [_neutral_row(kind, [each for each in edits if each.kind == kind]) for kind in sorted(_kinds(edits))]
    return "\n".join([*rows, _neutral_row("**all**", edits), ""])


def _neutral_row(name: str, edits: Sequence[Edited]) -> str:
    figures = (
        sum(each.edits for each in edits),
        sum(each.files for each in edits),
        sum(len(each.since.errors) for each in edits),
        sum(len(each.baseline.errors) for each in edits),
        sum(len({*each.since.notes, *each.baseline.notes}) for each in edits),
        sum(len({*each.since.spots, *each.baseline.spots}) for each in edits),
    )
    return f"| {name} | {' | '.join(map(str, figures))} |"


def shown_noise(edit: Edited) -> str:
    """What was said to be new."""
    lines: list[str] = []
    for what in ("errors", "notes", "spots"):
        since, baseline = getattr(edit.since, what), getattr(edit.baseline, what)
        lines += [f"{edit.kind}: {what}, both: {text}" for text in since if text in baseline]
        lines += [f"{edit.kind}: {what}, --since: {text}" for text in since if text not in baseline]
        lines += [f"{edit.kind}: {what}, baseline: {text}" for text in baseline if text not in since]
    return "\n".join(lines)


def _kinds(results: Sequence[Result] | Sequence[Edited]) -> list[str]:
    return list(dict.fromkeys(each.kind for each in results))
