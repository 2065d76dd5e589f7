"""`cutpoint baseline create|update|prune|show`: what is accepted for now, so that only what is new fails."""

from typing import Annotated, TypeAlias

import typer

from cutpoint.baseline_folder import finish_baseline, is_there, read_baseline, write_baseline
from cutpoint.cli.days import today
from cutpoint.cli.gating import Gated, baseline_of, gated, verdict_with
from cutpoint.cli.options import (
    AnswerFormat,
    AnswerFormatOption,
    OutputOption,
    PathArgument,
    QuietOption,
    VerboseOption,
    typed,
)
from cutpoint.cli.output import Look, write
from cutpoint.cli.understanding import understands
from cutpoint.config import Asked
from cutpoint.domain.baseline import is_day
from cutpoint.domain.doubt import about_apps
from cutpoint.domain.errors import EXIT_BROKEN, IncompleteError, UsageError
from cutpoint.domain.finding import Severity
from cutpoint.judge.debt import Terms, Update, created, pruned, updated
from cutpoint.relate.services import services_of

baseline = typer.Typer(
    help="Record what is accepted for now, so that `check` fails on what is new.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)

_TERMS = "What is said about entries"
BaselineOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--baseline", metavar="DIR", help="The folder of the baseline, by default cutpoint-baseline in PATH."),
]
ReasonOption: TypeAlias = Annotated[
    str, typer.Option("--reason", metavar="TEXT", help="Why it is accepted.", rich_help_panel=_TERMS)
]
OwnerOption: TypeAlias = Annotated[
    str, typer.Option("--owner", metavar="TEXT", help="Who looks after it.", rich_help_panel=_TERMS)
]
ExpiresOption: TypeAlias = Annotated[
    str,
    typer.Option(
        "--expires", metavar="DAY", help="The last day on which it is accepted, as 2027-01-31.", rich_help_panel=_TERMS
    ),
]
LinkOption: TypeAlias = Annotated[
    str, typer.Option("--link", metavar="URL", help="Where it is talked about.", rich_help_panel=_TERMS)
]
IncompleteOption: TypeAlias = Annotated[
    bool, typer.Option("--allow-incomplete", help="Go on when a file could not be read or parsed.")
]


@baseline.command()
@understands
def create(
    folder: PathArgument = ".",
    *,
    baseline_folder: BaselineOption = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the baseline that is there.")] = False,
    failing: Annotated[
        bool, typer.Option("--failing", help="Only what fails the check; warnings and notes aren't recorded.")
    ] = False,
    allow_incomplete: IncompleteOption = False,
    reason: ReasonOption = "",
    owner: OwnerOption = "",
    expires: ExpiresOption = "",
    link: LinkOption = "",
    asked: Asked,
    quiet: QuietOption = False,
) -> None:
    """Accept all that is there now, or with --failing what fails the check."""
    from cutpoint.emit.baseline_page import created_page

    terms = _terms(reason, owner, expires, link)
    project = gated(folder, asked, baseline_folder, quiet=quiet)
    finish_baseline(project.folder, project.called)
    if is_there(project.folder) and not force:
        raise UsageError(
            f"there is a baseline in {project.called} already: `cutpoint baseline update` follows the code, "
            "and --force replaces what was accepted, with all reasons"
        )
    _refuse_gaps(project.case.judged.unread, allow_incomplete=allow_incomplete)
    made = created(project.case.judged, project.case.sketch_of, terms, failing=failing)
    written = write_baseline(made, project.folder, project.called)
    if not quiet:
        page = created_page(made, project.called, len(written.changed), typed=_shown(folder, asked, baseline_folder))
        write(_look(project, verbose=False).text_of(page), None)


@baseline.command()
@understands
def update(
    folder: PathArgument = ".",
    *,
    baseline_folder: BaselineOption = None,
    accept_new: Annotated[
        bool, typer.Option("--accept-new", help="Accept what is new, too; needs --reason.", rich_help_panel=_TERMS)
    ] = False,
    allow_incomplete: IncompleteOption = False,
    reason: ReasonOption = "",
    owner: OwnerOption = "",
    expires: ExpiresOption = "",
    link: LinkOption = "",
    asked: Asked,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Follow the code: drop what is gone, rename what moved, and add what is newly seen, but nothing that is new."""
    terms = _terms(reason, owner, expires, link)
    if accept_new and not reason.strip():
        raise UsageError('--accept-new needs --reason "…": why is this new coupling accepted?')
    if not accept_new and any(terms):
        raise UsageError("--reason, --owner, --expires and --link speak of new entries: add --accept-new")
    project = gated(folder, asked, baseline_folder, quiet=quiet)
    finish_baseline(project.folder, project.called)
    known = read_baseline(project.folder, project.called)
    verdict = verdict_with(project, known)
    _refuse_gaps(verdict.unread, allow_incomplete=allow_incomplete)
    changed = updated(
        project.case.judged,
        known,
        verdict,
        sketch_of=project.case.sketch_of,
        terms=terms,
        accept_new=accept_new,
        services=services_of(project.case.analysis.catalog, project.case.gate),
    )
    _write(project, changed, _shown(folder, asked, baseline_folder), quiet=quiet, verbose=verbose)
    if any(growth.severity is Severity.ERROR for growth in changed.refused):
        raise typer.Exit(EXIT_BROKEN)


@baseline.command()
@understands
def prune(
    folder: PathArgument = ".",
    *,
    baseline_folder: BaselineOption = None,
    allow_incomplete: IncompleteOption = False,
    asked: Asked,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Drop what is gone, and touch nothing else."""
    project = gated(folder, asked, baseline_folder, quiet=quiet)
    finish_baseline(project.folder, project.called)
    known = read_baseline(project.folder, project.called)
    verdict = verdict_with(project, known)
    _refuse_gaps(verdict.unread, allow_incomplete=allow_incomplete)
    changed = pruned(known, verdict)
    _write(project, changed, _shown(folder, asked, baseline_folder), quiet=quiet, verbose=verbose)


@baseline.command()
def show(
    folder: PathArgument = ".",
    *,
    baseline_folder: BaselineOption = None,
    answer_format: AnswerFormatOption = AnswerFormat.TEXT,
    output: OutputOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Show what the baseline accepts, by services; nothing is analyzed."""
    from cutpoint.emit.baseline_page import baseline_json, baseline_page

    place = baseline_of(folder, baseline_folder)
    known = read_baseline(place.folder, place.called)
    if answer_format is AnswerFormat.JSON:
        text = baseline_json(known, place.called)
    else:
        look = Look(folder, verbose=verbose, is_file=output not in {None, "-"})
        text = look.text_of(baseline_page(known, place.called, today=today(), verbose=verbose))
    write(text, output, quiet=quiet)


def _write(project: Gated, changed: Update, shown: str, *, quiet: bool, verbose: bool) -> None:
    from cutpoint.emit.baseline_page import update_page

    written = write_baseline(changed.baseline, project.folder, project.called)
    if quiet:
        return
    page = update_page(
        project.called,
        added=changed.added,
        refused=changed.refused,
        moved=changed.moved,
        removed=changed.removed,
        inside=changed.inside,
        files=len(written.changed) + len(written.removed),
        typed=shown,
        verbose=verbose,
    )
    write(_look(project, verbose=verbose).text_of(page), None)


def _look(project: Gated, *, verbose: bool) -> Look:
    return Look("", verbose=verbose, is_file=False, doubts=about_apps(project.case.analysis.doubts))


def _terms(reason: str, owner: str, expires: str, link: str) -> Terms:
    if expires and not is_day(expires):
        raise UsageError(f"--expires {expires} is no day: write it as 2027-01-31")
    return Terms(reason.strip(), owner.strip(), expires, link.strip())


def _refuse_gaps(unread: tuple[str, ...], *, allow_incomplete: bool) -> None:
    if unread and not allow_incomplete:
        more = f" and {len(unread) - 1:,} more" if len(unread) > 1 else ""
        raise IncompleteError(
            f"{unread[0]}{more}: what is in files that can't be read or parsed would be missing from the baseline.\n"
            "Mend them, leave them out with --exclude, or go on with --allow-incomplete."
        )


def _shown(folder: str, asked: Asked, baseline_folder: str | None) -> str:
    return typed(folder, asked, ("--baseline", baseline_folder))
