"""Analysis → the report as Markdown, for a wiki or a pull request."""

from cutpoint.domain.analysis import Analysis
from cutpoint.domain.service import Services
from cutpoint.emit.markdown_page import markdown_page
from cutpoint.emit.overview import overview_page


def markdown_report(
    analysis: Analysis,
    *,
    typed: str = ".",
    verbose: bool = False,
    seconds: float | None = None,
    services: Services | None = None,
) -> str:
    """The same content as the text report, in GitHub-flavored Markdown."""
    return markdown_page(overview_page(analysis, typed=typed, verbose=verbose, seconds=seconds, services=services))
