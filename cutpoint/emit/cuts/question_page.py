"""A question of `cuts find` → what is known for and against each answer, and what follows from the unexpected one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.cut import Side
from cutpoint.emit.page import Block, Entries, Entry, Heading, Page, Paragraph, count, line, name, names, places, quiet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.cut import Question, Why
    from cutpoint.emit.page import Line

_FEW = 8
LEAVES = {Side.TAKE: "leave", Side.KEEP: "stay"}
"""What a model does that is on this side."""


def question_page(number: int, question: Question) -> Page:
    """One question of a dialogue, its *number* counted from 1."""
    return Page((Heading(line(f"{number}. ", _asked(question))), *_known(question)))


def questions_page(questions: Iterable[Question]) -> Page:
    """All that could be asked now, for whoever can't be asked."""
    return Page(
        tuple(
            block for question in questions for block in (Heading(line(_asked(question)), level=3), *_known(question))
        )
    )


def _asked(question: Question) -> Line:
    return line("Does ", name(question.model), " leave or stay?")


def _known(question: Question) -> Iterator[Block]:
    other = Side.KEEP if question.expected is Side.TAKE else Side.TAKE
    yield Entries(
        (
            Entry(
                line(f"It seems to {LEAVES[question.expected]}", quiet(f"  {question.certainty:.0%}")),
                _told(question.reasons),
            ),
            Entry(line(f"What would make it {LEAVES[other]}"), _told(question.against)),
        )
    )
    if question.changes:
        left_out = len(question.changes) - _FEW
        more = (f" and {count(left_out, 'other')}",) if left_out > 0 else ()
        yield Paragraph(
            line(
                f"If it is to {LEAVES[other]}, these change sides with it: ", names(question.changes[:_FEW]), *more, "."
            )
        )


def _told(reasons: Iterable[Why]) -> tuple[Line, ...]:
    told = tuple(line(name(reason.why), quiet("  "), places(reason.evidence[:1])) for reason in reasons)
    return told or (line(quiet("nothing was seen that ties it there")),)
