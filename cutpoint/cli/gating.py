"""What was typed → the judged project, its baseline and the verdict: the steps that `check`, `baseline` and `diff` share."""

import os

import msgspec

from cutpoint.baseline_folder import is_there, read_baseline
from cutpoint.checking import Case, Lazily, renamed_modules
from cutpoint.cli.days import today
from cutpoint.cli.run import run_analysis
from cutpoint.config import Asked, load_gate, load_options
from cutpoint.disk.reading import place_inside
from cutpoint.domain.baseline import Baseline
from cutpoint.domain.errors import UsageError
from cutpoint.domain.gate import Choice, Gate
from cutpoint.domain.project import Options
from cutpoint.domain.revision import Revision
from cutpoint.domain.verdict import Verdict
from cutpoint.unpack.history import content_at, is_cut_off, last_commit_of
from cutpoint.unpack.renames import renamed_files
from cutpoint.unpack.revision import revision_of


class Ledgers(msgspec.Struct, frozen=True):
    """Where a baseline lies; it may not be there."""

    folder: str
    """Absolute."""
    called: str
    """The same for messages: relative to the project where it lies in it."""


class Gated:
    """A project that was judged, and where its baseline lies."""

    def __init__(
        self, case: Case, options: Options, ledgers: Ledgers, *, quiet: bool, leaves_out: bool = False
    ) -> None:
        """*leaves_out* says that the command line, and not the configuration, narrowed what is analyzed."""
        self.leaves_out = leaves_out
        self.case = case
        self.options = options
        self.folder = ledgers.folder
        self.called = ledgers.called
        self._quiet = quiet

    def case_at(self, revision: Revision) -> Case:
        """The project as it was at *revision*, judged by today's rules."""
        analysis = run_analysis(self.options, quiet=self._quiet, revision=revision).analysis
        return Case(analysis, self.case.gate, content_at(revision), is_past=True)


def gated(folder: str, asked: Asked, baseline: str | None, *, quiet: bool, choice: Choice = Choice()) -> Gated:  # noqa: B008 - it is frozen
    """The project in *folder*, analyzed and judged; *baseline* is what `--baseline` says, *choice* what this run judges."""
    options = load_options(folder, asked, is_judged=True)
    gate = msgspec.structs.replace(load_gate(folder), choice=choice)
    ledgers = _ledgers(options.root, gate, baseline)
    analysis = run_analysis(options, quiet=quiet).analysis
    return Gated(Case(analysis, gate), options, ledgers, quiet=quiet, leaves_out=bool(asked.exclude))


def baseline_of(folder: str, baseline: str | None) -> Ledgers:
    """Where the baseline of the project in *folder* lies."""
    return _ledgers(os.path.abspath(folder), load_gate(folder), baseline)


def verdict_since(project: Gated, revision: Revision) -> Verdict:
    """The verdict against *revision*."""
    then = project.case_at(revision)
    now = project.case
    renamed = Lazily(lambda: renamed_modules(_renamed(project, revision), then.analysis, now.analysis))
    return now.against_revision(then, revision.name, renamed)


def verdict_with(project: Gated, baseline: Baseline) -> Verdict:
    """The verdict against *baseline*."""
    verdict = project.case.against_baseline(
        baseline,
        renamed=Lazily(lambda: _renamed_since_baseline(project)),
        today=today(),
        then=lambda: _case_of_baseline(project),
    )
    if project.leaves_out:
        verdict = project.case.but_for_what_was_left_out(verdict)
    return msgspec.structs.replace(verdict, name=project.called)


def verdict_on_baseline(project: Gated, *, must_be_there: bool = False) -> Verdict:
    """The verdict against the baseline where there is one, else against nothing; raises UsageError if it *must_be_there*."""
    if not must_be_there and not is_there(project.folder):
        return project.case.against_nothing()
    return verdict_with(project, read_baseline(project.folder, project.called))


def _made_at(project: Gated) -> Revision | None:
    """The last commit that touched the baseline; None when it never was in git."""
    commit = last_commit_of(project.options.root, project.folder)
    return None if commit is None else revision_of(project.options.root, commit)


def _case_of_baseline(project: Gated) -> Case | None:
    revision = _made_at(project)
    # Where a shallow clone ends, what is new came with the baseline as well.
    if revision is None or is_cut_off(project.options.root, revision.commit):
        return None
    return project.case_at(revision)


def _renamed_since_baseline(project: Gated) -> dict[str, str]:
    revision = _made_at(project)
    if revision is None:
        return {}
    return renamed_modules(_renamed(project, revision), None, project.case.analysis)


def _renamed(project: Gated, revision: Revision) -> tuple[tuple[str, str], ...]:
    paths = [module.path for module in project.case.analysis.catalog.modules]
    return renamed_files(revision, project.options.root, paths)


def _ledgers(root: str, gate: Gate, baseline: str | None) -> Ledgers:
    folder = gate.baseline if baseline is None else _as_typed(root, baseline)
    inside = os.path.relpath(folder, root)
    if inside.startswith(os.pardir):
        return Ledgers(folder, folder)
    called = inside.replace(os.sep, "/")
    try:
        place = os.path.relpath(place_inside(root, inside), os.path.realpath(root))
    except OSError as error:
        raise UsageError(f"the baseline {called} cannot be used: {error.strerror}; put it where it is named") from error
    return Ledgers(os.path.normpath(os.path.join(root, place)), called)


def _as_typed(root: str, baseline: str) -> str:
    """Inside the project first, then from here; a folder that is nowhere yet is meant inside."""
    inside = os.path.normpath(os.path.join(root, baseline))
    here = os.path.abspath(baseline)
    return here if os.path.isdir(here) and not os.path.isdir(inside) else inside
