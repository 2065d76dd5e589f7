"""Verdict → workflow commands, which GitHub Actions shows as annotations beside the lines of a pull request.

    ::error file=payments/tasks.py,line=41,endLine=41,title=cross-write%3A payments → orders::Updates orders_order. …

GitHub shows ten annotations of each type per step and drops the others without a word: so there are never more here,
and the last of ten says how many are left to the lines below. Those are no commands, whatever names and reasons hold.
"""

from collections.abc import Iterator
from typing import NamedTuple

from cutpoint.domain.finding import Severity
from cutpoint.domain.verdict import Verdict
from cutpoint.emit.page import count
from cutpoint.emit.safe import safe
from cutpoint.emit.verdicts.endings import ending_of
from cutpoint.emit.verdicts.sentences import beside, message_of, told
from cutpoint.emit.verdicts.states import State, Stated, stated
from cutpoint.emit.verdicts.troubles import pair_of, troubles_of

MOST_OF_A_TYPE = 10
MOST_LINES = 1_000
_MOST_OF_A_TITLE = 200
_DOUBT = "cutpoint: doubt"
_TYPES = ("error", "warning", "notice")


class _Annotation(NamedTuple):
    type: str
    title: str
    message: str
    path: str = ""
    line: int = 0
    end_line: int = 0


def verdict_github(verdict: Verdict, *, prefix: str = "") -> str:
    """Commands and lines for the log of a step; *prefix* leads from the repository's root to the analyzed folder."""
    of_run = [*_of_run(verdict)]
    doubts = [annotation for annotation in of_run if annotation.title == _DOUBT]
    # Before all others: of each type, GitHub shows the first ten.
    annotations = [*doubts, *_of_findings(verdict, prefix), *(each for each in of_run if each not in doubts)]
    commands: list[str] = []
    rest: list[_Annotation] = []
    for type_ in _TYPES:
        of_type = [annotation for annotation in annotations if annotation.type == type_]
        shown = of_type if len(of_type) <= MOST_OF_A_TYPE else of_type[: MOST_OF_A_TYPE - 1]
        left = of_type[len(shown) :]
        rest += left
        commands += map(_command, shown)
        if left:
            commands.append(_command(_about_the_rest(type_, len(left))))
    first = [*map(_command, doubts)]
    commands = [*first, *(each for each in commands if each not in first)]
    lines = [f"cutpoint check: {ending_of(verdict)}.", f"exit code {verdict.exit_code}", *_rest(rest)]
    return "".join(f"{line}\n" for line in (*commands, *map(_line, lines)))


def _of_findings(verdict: Verdict, prefix: str) -> Iterator[_Annotation]:
    for one in sorted(stated(verdict), key=lambda one: (one.finding.severity is not Severity.ERROR, one.finding)):
        type_ = _type(one)
        if type_ is not None:
            place = beside(one.finding.place, prefix)
            title = told(f"{one.finding.key.rule}: {pair_of(one.finding.key)}", _MOST_OF_A_TITLE)
            yield _Annotation(type_, title, message_of(one), place.path, place.line, place.end_line)


def _type(one: Stated) -> str | None:
    """Notes are counted in other outputs and shown on request, so that they don't take the room of what matters."""
    if one.fails:
        return "error"
    return "warning" if one.state is State.NEW and one.finding.severity is Severity.WARNING else None


def _of_run(verdict: Verdict) -> Iterator[_Annotation]:
    quiet: dict[str, list[str]] = {}
    for trouble in troubles_of(verdict):
        if trouble.kind == "expired":
            # Their findings have annotations of their own, with a line.
            continue
        if trouble.level == "note":
            quiet.setdefault(trouble.kind, []).append(trouble.text)
        else:
            yield _Annotation(trouble.level, f"cutpoint: {trouble.kind}", trouble.text)
    for kind, texts in quiet.items():
        more = f" And {len(texts) - 1:,} more." if len(texts) > 1 else ""
        yield _Annotation("notice", f"cutpoint: {kind}", texts[0] + more)


def _about_the_rest(type_: str, left: int) -> _Annotation:
    return _Annotation(
        type_,
        f"cutpoint: {left:,} more",
        f"GitHub shows {MOST_OF_A_TYPE} of a type per step: {left:,} more stand in the log of this step, below these.",
    )


def _rest(rest: list[_Annotation]) -> Iterator[str]:
    if not rest:
        return
    yield f"{count(len(rest), 'annotation')} more than GitHub shows of this step:"
    for annotation in rest[:MOST_LINES]:
        where = f"{annotation.path}:{annotation.line}: " if annotation.path else ""
        yield f"{annotation.type}: {told(where, 2_000)}{annotation.title}: {annotation.message}"
    if len(rest) > MOST_LINES:
        yield f"{len(rest) - MOST_LINES:,} more are left out here; --format json has all."


def _command(annotation: _Annotation) -> str:
    properties = [("title", annotation.title)]
    if annotation.path:
        properties = [
            ("file", annotation.path),
            ("line", str(annotation.line)),
            ("endLine", str(annotation.end_line)),
            *properties,
        ]
    written = ",".join(f"{key}={_escaped_property(value)}" for key, value in properties)
    return f"::{annotation.type} {written}::{_escaped(annotation.message)}"


def _line(text: str) -> str:
    """A line that is no command: made harmless as a whole, too, because `#` and `#[error]` may meet where two parts do."""
    return safe(text)


def _escaped(text: str) -> str:
    return safe(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
