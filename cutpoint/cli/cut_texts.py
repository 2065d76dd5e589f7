"""Cut points → the text that was asked for, written where it was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from cutpoint.cli.options import AnswerFormat, typed
from cutpoint.cli.output import Look, write

if TYPE_CHECKING:
    from cutpoint.config import Asked
    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.cut import CutPoint


class Wanted:
    """How and where an answer about cuts is to be written."""

    def __init__(
        self,
        folder: str,
        asked: Asked,
        answer_format: AnswerFormat,
        output: str | None,
        analysis: Analysis,
        *,
        quiet: bool,
        verbose: bool,
    ) -> None:
        self.complete = analysis.is_complete
        self.doubts = analysis.doubts
        self.is_json = answer_format is AnswerFormat.JSON
        self.look = Look(
            typed(folder, asked), verbose=verbose, is_file=output not in {None, "-"}, doubts=analysis.doubts
        )
        self.folder = folder
        self._output = output
        self._quiet = quiet

    def look_on(self, stream: TextIO) -> Look:
        """How the same answer would look on *stream*, without the doubts that it ends with."""
        return Look(self.look.typed, verbose=self.look.verbose, is_file=False, stream=stream)

    def write(self, text: str) -> None:
        """There, as a whole."""
        write(text, self._output, quiet=self._quiet)


def write_point(point: CutPoint, wanted: Wanted) -> None:
    """One cut with all that is to be said about it."""
    from cutpoint.emit.cuts.cut_page import cut_page
    from cutpoint.emit.cuts.cuts_json import cuts_json

    if wanted.is_json:
        wanted.write(cuts_json([point], complete=wanted.complete, doubts=wanted.doubts))
    else:
        wanted.write(wanted.look.text_of(cut_page(point, verbose=wanted.look.verbose)))


def write_questions(point: CutPoint, wanted: Wanted) -> None:
    """What could be asked about a cut, for whoever can't be asked; as JSON it is the cut, which holds its questions."""
    from cutpoint.emit.cuts.question_page import questions_page

    if wanted.is_json:
        write_point(point, wanted)
    else:
        wanted.write(wanted.look.text_of(questions_page(point.questions)))


def write_difference(before: CutPoint, after: CutPoint, wanted: Wanted) -> None:
    """What differs between two."""
    from cutpoint.emit.cuts.difference_page import difference_json, difference_page

    if wanted.is_json:
        wanted.write(difference_json(before, after, complete=wanted.complete, doubts=wanted.doubts))
    else:
        wanted.write(wanted.look.text_of(difference_page(before, after, verbose=wanted.look.verbose)))
