"""A verdict → the text of a report in the format that was asked for."""

import inspect
import os

from cutpoint.cli.options import Format
from cutpoint.cli.output import Look
from cutpoint.cli.reports import CheckFormat
from cutpoint.domain.errors import EXIT_BROKEN
from cutpoint.domain.verdict import Against, Verdict
from cutpoint.emit.page import Page, Paragraph


def verdict_text(verdict: Verdict, report_format: CheckFormat, look: Look, *, root: str, quiet: bool) -> str:
    """*verdict* in *report_format*; forges want paths from the repository's top, in which the analyzed *root* lies."""
    match report_format:
        case CheckFormat.TEXT:
            from cutpoint.emit.verdicts.verdict_page import verdict_headline, verdict_page

            if quiet:
                return look.text_of(Page((Paragraph(verdict_headline(verdict)),)))
            if verdict.against is Against.NOTHING and verdict.exit_code == EXIT_BROKEN and not look.verbose:
                from cutpoint.emit.verdicts.first_contact import first_contact

                return look.text_of(first_contact(verdict, typed=look.typed))
            return look.text_of(verdict_page(verdict, typed=look.typed, verbose=look.verbose))
        case CheckFormat.JSON:
            from cutpoint.emit.verdicts.verdict_json import verdict_json

            return verdict_json(verdict)
        case CheckFormat.SARIF:
            from cutpoint.emit.verdicts.sarif import verdict_sarif

            return verdict_sarif(verdict, prefix=_prefix(root), explained=_explained())
        case CheckFormat.GITHUB:
            from cutpoint.emit.verdicts.github import verdict_github

            return verdict_github(verdict, prefix=_prefix(root))
        case CheckFormat.GITLAB:
            from cutpoint.emit.verdicts.gitlab import verdict_gitlab

            return verdict_gitlab(verdict, prefix=_prefix(root))
        case CheckFormat.JUNIT:
            from cutpoint.emit.verdicts.junit import verdict_junit

            return verdict_junit(verdict, prefix=_prefix(root))
        case CheckFormat.MARKDOWN:
            from cutpoint.emit.verdicts.sticky_comment import verdict_markdown

            return verdict_markdown(verdict, typed=look.typed, verbose=look.verbose)


def difference_text(verdict: Verdict, report_format: Format, look: Look) -> str:
    """What changed, in *report_format*."""
    match report_format:
        case Format.TEXT:
            from cutpoint.emit.verdicts.difference_page import difference_page

            return look.text_of(difference_page(verdict, verbose=look.verbose))
        case Format.MARKDOWN:
            from cutpoint.emit.doubts import with_doubts
            from cutpoint.emit.markdown_page import markdown_page
            from cutpoint.emit.verdicts.difference_page import difference_page

            return markdown_page(with_doubts(difference_page(verdict, verbose=look.verbose), verdict.doubts))
        case Format.JSON:
            from cutpoint.emit.verdicts.verdict_json import verdict_json

            return verdict_json(verdict)


def _explained() -> dict[str, str]:
    """What each rule judges, why, and what to do, by its name."""
    from cutpoint.judge.findings import rule_files

    return {file.RULE.name: inspect.cleandoc(file.__doc__ or "").partition("\n\n")[2] for file in rule_files()}


def _prefix(root: str) -> str:
    """The way from the top of the repository down to *root*; empty where it is the top, or where there is none.

    A folder or file called .git marks the top: nothing of git is run for this.
    """
    top = root
    while not os.path.lexists(os.path.join(top, ".git")):
        above = os.path.dirname(top)
        if above == top:
            return ""
        top = above
    inside = os.path.relpath(root, top).replace(os.sep, "/")
    return "" if inside == "." else inside
