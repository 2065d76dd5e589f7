"""What was typed → the page that people click through: the project, and how it was at a revision, drawn and written."""

import os
import re
from collections.abc import Callable, Mapping

from cutpoint.cli.output import write
from cutpoint.cli.run import Run, run_analysis
from cutpoint.cli.services import configured
from cutpoint.config import Asked, load_cuts, load_gate, load_options
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.errors import UsageError
from cutpoint.domain.project import Options
from cutpoint.domain.service import Services

# What a browser would run in the page, or read from the disk, is no place of the source.
_REFUSED = frozenset({"javascript", "data", "vbscript", "blob", "about", "view-source"})
_TEMPLATE = re.compile(r"(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]*):[^\s<>\"']+")


class PageWanted:
    """A page of a project, and where it goes."""

    def __init__(
        self,
        folder: str,
        asked: Asked,
        output: str | None,
        *,
        quiet: bool,
        no_source: bool = False,
        link: str | None = None,
        since: str | None = None,
        cut: str | None = None,
    ) -> None:
        """*cut* is one to open with. Raises UsageError when no file is named, or *link* is no template."""
        if output is None:
            raise UsageError("--format html: name the file with --output report.html, or - for stdout")
        self._folder = folder
        self._asked = asked
        self._output = output
        self._quiet = quiet
        self._no_source = no_source
        self._link = checked_template(link)
        self._since = since
        self._cut = cut

    def write(self, start_of: Callable[[Analysis, Services | None], Mapping[str, str]] | None = None) -> Run:
        """Analyze, draw and write; *start_of* gives the state in which the page opens."""
        options = load_options(self._folder, self._asked)
        settings = load_cuts(self._folder)
        past = self._past(options)
        run = run_analysis(options, quiet=self._quiet)
        from cutpoint.charting import chart
        from cutpoint.cli.cut_naming import configured as configured_cuts
        from cutpoint.cli.cut_naming import cut_named
        from cutpoint.emit.html.page import html_page
        from cutpoint.judging import on_disk
        from cutpoint.score.cutting import Cutting, id_of

        services = configured(self._folder, run.analysis)
        start = None if start_of is None else start_of(run.analysis, services)
        cutting = Cutting(run.analysis, settings.goal, dict(settings.weights))
        named = configured_cuts(cutting, settings)
        if self._cut is not None:
            asked = cut_named(cutting, settings, self._cut)
            start = {"view": "cuts", "cut": id_of(asked.models)}
            # What is asked for is shown, whether it would be proposed or not.
            named = (asked, *(each for each in named if each.models != asked.models))
        drawn = chart(
            cutting,
            services,
            named,
            content_of=None if self._no_source else on_disk(run.analysis.reading.root),
            link=self._link,
            start=start,
            past=past,
        )
        write(html_page(drawn), self._output, quiet=self._quiet)
        return run

    def _past(self, options: Options) -> tuple[str, Analysis, Services | None] | None:
        if self._since is None:
            return None
        from cutpoint.relate.services import services_of
        from cutpoint.unpack.revision import revision_of

        revision = revision_of(os.path.abspath(self._folder), self._since)
        analysis = run_analysis(options, quiet=self._quiet, revision=revision).analysis
        gate = load_gate(self._folder)
        services = services_of(analysis.catalog, gate, is_past=True) if gate.services else None
        return revision.name, analysis, services


def checked_template(link: str | None) -> str:
    """*link*, or nothing; raises UsageError for what leads nowhere, or could run."""
    if link is None:
        return ""
    found = _TEMPLATE.fullmatch(link)
    if found is None or found["scheme"].lower() in _REFUSED or "{path}" not in link:
        raise UsageError(
            f"--link-template {link}: write an address with {{path}} and {{line}} in it, such as"
            " https://git.example/shop/blob/main/{path}#L{line} or vscode://file/{root}/{path}:{line}"
        )
    return link
