"""What was lost on the way → the words for it: a run that isn't complete says so, whatever it writes."""

from collections.abc import Sequence

from cutpoint.domain.source import BlindSpot
from cutpoint.emit.page import Heading, Line, Page, Paragraph, count, line, name, strong

_AND_SO = (
    "What it holds is missing here, and may make other things wrong: run it again, or leave it out with --exclude."
)


def losses_line(lost: Sequence[BlindSpot]) -> Line:
    """*lost*, of which there is some, in a line: how many, and the first."""
    more = f" and {len(lost) - 1:,} more" if len(lost) > 1 else ""
    return line(
        strong("This is incomplete"),
        f": {count(len(lost), 'file or folder was', 'files or folders were')} lost on the way, ",
        name(lost[0].path),
        " (",
        name(lost[0].reason),
        f"){more}. {_AND_SO}",
    )


def losses_text(lost: Sequence[BlindSpot]) -> str:
    """The same as bare text; names and reasons are as they are."""
    return "".join(piece.text for piece in losses_line(lost))


def with_losses(page: Page, lost: Sequence[BlindSpot]) -> Page:
    """*page*, which says below its title what was lost, if anything."""
    if not lost:
        return page
    start = 1 if page.blocks and isinstance(page.blocks[0], Heading) else 0
    return Page((*page.blocks[:start], Paragraph(losses_line(lost)), *page.blocks[start:]))
