"""What makes a report doubtful as a whole → the words for it at the top of whatever is written."""

from collections.abc import Iterable

from cutpoint.domain.doubt import Doubt
from cutpoint.emit.page import Heading, Line, Page, Paragraph, Piece, line, name, strong


def line_of(doubt: Doubt) -> Line:
    """*doubt* in a line: its title, what there is to say, and the first place."""
    pieces: list[str | Piece] = [strong(doubt.title), f": {doubt.said}"]
    if doubt.place:
        more = f" and {doubt.further:,} more" if doubt.further else ""
        between = ", " if doubt.said else ""
        pieces += [between, name(doubt.place), " (", name(doubt.reason), f"){more}"]
    return line(*pieces, f". {doubt.advice}".rstrip())


def text_of(doubt: Doubt) -> str:
    """The same as bare text; names and reasons are as they are."""
    return "".join(piece.text for piece in line_of(doubt))


def with_doubts(page: Page, doubts: Iterable[Doubt]) -> Page:
    """*page*, which says below its title what makes it doubtful, if anything."""
    start = 1 if page.blocks and isinstance(page.blocks[0], Heading) else 0
    said = (Paragraph(line_of(doubt)) for doubt in doubts)
    return Page((*page.blocks[:start], *said, *page.blocks[start:]))
