"""Analysis → the section that says what to do next: commands that exist, with what is known already filled in."""

import shlex
from collections.abc import Iterator

from cutpoint.domain.access import Bucket
from cutpoint.domain.analysis import Analysis
from cutpoint.emit.page import Block, Entries, Entry, Heading, Line, command, count, line, name


def next_steps(analysis: Analysis, *, typed: str, verbose: bool) -> Iterator[Block]:
    """What would make this report truer first, and then what else there is to see."""
    steps = [*_repairs(analysis, typed)]
    if not verbose:
        steps.append(Entry(line(command(f"cutpoint analyze {typed} -v")), (line("every edge and every blind spot"),)))
    steps.append(
        Entry(
            line(command(f"cutpoint analyze {typed} --format json --output cutpoint.json")),
            (line("every model, table, relation, import and access, for your own questions"),),
        )
    )
    steps.append(
        Entry(
            line(command(f"cutpoint doctor {typed}")),
            (line("how the project was understood: settings, apps, Python path, packages"),),
        )
    )
    if analysis.shared_tables:
        steps.append(_who_writes(analysis, typed))
    yield Heading(line("Next"))
    yield Entries(tuple(steps))


def _who_writes(analysis: Analysis, typed: str) -> Entry:
    most = max(analysis.shared_tables, key=lambda table: (table.bucket is Bucket.OWN, table.sites_to_move))
    return Entry(
        line(command(f"cutpoint who-writes {shlex.quote(most.table)} {typed}")),
        (line("every line that writes this table, by app; cutpoint explain says why"),),
    )


def _repairs(analysis: Analysis, typed: str) -> Iterator[Entry]:
    settings = analysis.catalog.settings
    if settings.module is None:
        best = shlex.quote(settings.candidates[0]) if settings.candidates else "MODULE"
        yield Entry(
            line(command(f"cutpoint analyze {typed} --settings {best}")),
            (line("read the apps from the settings instead of assuming them"),),
        )
    if not analysis.reading.packages and analysis.catalog.missing_packages:
        yield Entry(line(command(f"cutpoint analyze {typed} --packages VENV")), (_missing(analysis),))


def _missing(analysis: Analysis) -> Line:
    packages = analysis.catalog.missing_packages
    return line(
        "where VENV is the project's virtual environment or its site-packages: models of ",
        name(packages[0][0]),
        f" and {count(len(packages) - 1, 'other package')}" if len(packages) > 1 else "",
        " are unknown without it",
    )
