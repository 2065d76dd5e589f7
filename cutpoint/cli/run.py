"""Options → Analysis, with a progress bar where somebody is looking, and how long each stage took."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import msgspec

from cutpoint.domain.analysis import Analysis
from cutpoint.domain.project import Options
from cutpoint.domain.revision import Revision

_REFRESH_SECONDS = 0.1

Progress = Callable[[str, int, int], None]
Note = Callable[[str], None]
_noted: set[str] = set()
"""What has been said: a command that compares analyzes twice, and says it once."""


class Run(msgspec.Struct, frozen=True):
    """An analysis, and the seconds it took: altogether, and by stage in the order of the stages."""

    analysis: Analysis
    seconds: float
    stages: tuple[tuple[str, float], ...]


def run_analysis(options: Options, *, quiet: bool = False, revision: Revision | None = None) -> Run:
    """Analyze what *options* name, or how it was at *revision*; progress is shown unless *quiet* or nobody is looking."""
    started = time.perf_counter()
    stages: dict[str, float] = {}
    if options.cache_refused and not quiet:
        _say_once(options.cache_refused)
    note = _say_once if options.tells_of_cache else _say_nothing
    with _shown_progress(quiet=quiet) as show:

        def progress(stage: str, done: int, total: int) -> None:
            stages.setdefault(stage, time.perf_counter())
            if show is not None:
                show(stage, done, total)

        analysis = _analyzed(options, revision, progress, note)
    ended = time.perf_counter()
    ends = [*list(stages.values())[1:], ended]
    durations = tuple((stage, end - start) for (stage, start), end in zip(stages.items(), ends, strict=True))
    return Run(analysis, ended - started, durations)


def _analyzed(options: Options, revision: Revision | None, progress: Progress, note: Note) -> Analysis:
    if revision is None:
        from cutpoint.pipeline import analyze

        return analyze(options, progress, note)
    from cutpoint.revisions import analyze_revision

    return analyze_revision(options, revision, progress, note)


def _say_once(sentence: str) -> None:
    if sentence not in _noted and sys.stderr is not None:
        from cutpoint.emit.safe import safe

        _noted.add(sentence)
        print(f"cutpoint: {safe(sentence)}", file=sys.stderr)


def _say_nothing(_sentence: str) -> None:
    pass


@contextmanager
def _shown_progress(*, quiet: bool) -> Iterator[Progress | None]:
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    # Without a thread of its own: worker processes can only be forked from a process that has just one.
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task("", total=None)
        shown, refreshed = "", 0.0

        def show(stage: str, done: int, total: int) -> None:
            nonlocal shown, refreshed
            if stage != shown:
                shown, refreshed = stage, 0.0
                bar.reset(task, description=stage, total=total or None)
            bar.update(task, completed=done, total=total or None)
            # A new stage is shown at once, its progress ten times a second.
            if time.perf_counter() - refreshed > _REFRESH_SECONDS:
                refreshed = time.perf_counter()
                bar.refresh()

        yield show
