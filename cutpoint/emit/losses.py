"""What makes a report doubtful as a whole → the words for it at the top of whatever is written."""

from collections.abc import Sequence

from cutpoint.domain.analysis import Analysis
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


def doubts_of(analysis: Analysis) -> tuple[Line, ...]:
    """A line for each reason to doubt the report as a whole: what was lost, guessed apps, settings and URLs known in part."""
    settings = analysis.catalog.settings
    lines = [losses_line(analysis.lost)] if analysis.lost else []
    if settings.apps_from == "folders" and settings.module is not None:
        lines.append(line(strong("The apps are guessed"), _GUESSED, name("--set installed-apps=shop,billing"), "."))
    for kinds, what in _PARTS:
        spots = [spot for spot in analysis.blind_spots if spot.kind in kinds]
        if spots and not (settings.apps_from == "folders" and "unreadable-setting" in kinds):
            first = f"{spots[0].path}:{spots[0].line}" if spots[0].line else spots[0].path
            more = f" and {len(spots) - 1:,} more" if len(spots) > 1 else ""
            lines.append(line(strong(what), ": ", name(first), f" ({spots[0].reason}){more}."))
    return tuple(lines)


_GUESSED = ": INSTALLED_APPS can't be read, so every package with models or an AppConfig counts as one. Say them with "
_PARTS = (
    ({"unreadable-setting"}, "INSTALLED_APPS is known in part"),
    ({"urls-at-run-time", "view-at-run-time", "url-limit"}, "URL patterns are known in part"),
)


def doubts_text(analysis: Analysis) -> str:
    """The same as bare text, a line each; names and reasons are as they are."""
    return "\n".join("".join(piece.text for piece in each) for each in doubts_of(analysis))


def with_doubts(page: Page, analysis: Analysis) -> Page:
    """*page*, which says below its title what makes it doubtful, if anything."""
    start = 1 if page.blocks and isinstance(page.blocks[0], Heading) else 0
    return Page((*page.blocks[:start], *map(Paragraph, doubts_of(analysis)), *page.blocks[start:]))
