"""Page → text as it was asked for: for a terminal, a pipe or a text file; the whole result in one line."""

from cutpoint.domain.analysis import Analysis
from cutpoint.domain.service import Services
from cutpoint.emit.overview import headline, overview_page
from cutpoint.emit.page import Page, Paragraph
from cutpoint.emit.terminal_page import colored_page, plain_page


def text_report(
    analysis: Analysis,
    *,
    typed: str = ".",
    width: int = 80,
    color: bool = False,
    verbose: bool = False,
    seconds: float | None = None,
    services: Services | None = None,
) -> str:
    """What to know about a monolith in a minute, in lines of about *width* columns.

    *typed* is the path with its options as typed and quoted, for the commands at the end.
    """
    page = overview_page(analysis, typed=typed, verbose=verbose, seconds=seconds, services=services)
    return colored_page(page, width) if color else plain_page(page, width)


def text_headline(analysis: Analysis) -> str:
    """The whole result in one line, however wide."""
    return plain_page(Page((Paragraph(headline(analysis)),)), width=10_000).lstrip()
