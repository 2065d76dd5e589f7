"""Analysis → the end of a command that reported it: what was lost or guessed is said, and with `--strict` any gap is an error."""

import sys

from cutpoint.domain.analysis import Analysis
from cutpoint.domain.doubt import DoubtKind
from cutpoint.domain.errors import IncompleteError
from cutpoint.emit.page import count
from cutpoint.emit.safe import safe


def conclude(analysis: Analysis, *, strict: bool) -> None:
    """Say on stderr what was lost on the way, and that apps are guessed, for those who read no more of it than a table of numbers.

    Raises IncompleteError when *strict*, and a file or folder could not be read, or nothing of a file could be parsed.
    """
    if strict:
        _refuse_gaps(analysis)
    for doubt in analysis.doubts:
        if doubt.kind in {DoubtKind.INCOMPLETE, DoubtKind.GUESSED}:
            from cutpoint.emit.doubts import text_of

            print(f"cutpoint: {safe(text_of(doubt))}", file=sys.stderr)


def _refuse_gaps(analysis: Analysis) -> None:
    lost = analysis.lost
    gaps = max(analysis.reading.parse_failures, len(lost))
    if gaps:
        first = f" (first {lost[0].path}: {lost[0].reason})" if lost else ""
        raise IncompleteError(
            f"{count(gaps, 'file')} could not be read or parsed{first}; --strict asks for all of them.\n"
            "The report is written. -v shows each; leave out with --exclude what isn't really code."
        )
