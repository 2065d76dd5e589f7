"""A judged tree, held against the baseline, an earlier revision or nothing: what `check`, `baseline` and `diff` share."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from cutpoint import __version__
from cutpoint.domain.doubt import about_apps
from cutpoint.domain.doubt import then as then_doubted
from cutpoint.judge.verdicts import against_baseline, against_nothing, against_revision
from cutpoint.judging import Sketches, judge, on_disk

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.baseline import Baseline
    from cutpoint.domain.finding import Finding
    from cutpoint.domain.gate import Gate
    from cutpoint.domain.verdict import Verdict


_ABSENT = "absent-submodule"
_MISSING = "missing-object"
_UNKNOWN_PAST = (
    "another cutpoint made this baseline, and the code of that time can't be had (no git, or a shallow clone): "
    "what only this cutpoint sees counts as new; with the whole history (fetch-depth: 0), it would be told apart"
)


class Lazily(Mapping[str, str]):
    """A mapping that is made when somebody first asks: most runs never do, and git takes its time."""

    def __init__(self, make: Callable[[], Mapping[str, str]]) -> None:
        self._make = make
        self._made: Mapping[str, str] | None = None

    def _get(self) -> Mapping[str, str]:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __getitem__(self, key: str) -> str:
        return self._get()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._get())

    def __len__(self) -> int:
        return len(self._get())


class Case:
    """A tree as the rules see it, with all that a verdict on it may need."""

    def __init__(
        self,
        analysis: Analysis,
        gate: Gate,
        content_of: Callable[[str], bytes | None] | None = None,
        *,
        is_past: bool = False,
    ) -> None:
        """*content_of* gives files by their path in reports, by default from the disk.

        Raises ConfigError when the configured services don't fit the project.
        """
        self.analysis = analysis
        self.gate = gate
        self.judged = judge(analysis, gate, is_past=is_past)
        self.sketch_of = Sketches(analysis, content_of or on_disk(analysis.reading.root))

    def against_baseline(
        self,
        baseline: Baseline,
        *,
        renamed: Mapping[str, str],
        today: str,
        then: Callable[[], Case | None],
    ) -> Verdict:
        """The verdict when *baseline* is what was accepted on the tree that *then* gives, if it can be had."""
        notes: list[str] = []
        past: list[Case] = []

        def seen_then() -> tuple[Finding, ...] | None:
            if set(baseline.tools) <= {__version__}:
                return None
            case = then()
            if case is None:
                notes.append(_UNKNOWN_PAST)
                return None
            past.append(case)
            return case.judged.findings

        verdict = against_baseline(
            self.judged,
            baseline,
            self.gate,
            code=self.sketch_of,
            renamed=renamed,
            today=today,
            seen_then=seen_then,
        )
        for case in past:
            verdict = _with_losses(verdict, case, "the code that the baseline was made of")
        return self._with_gaps(msgspec.structs.replace(verdict, notes=(*verdict.notes, *notes)))

    def against_revision(self, then: Case, name: str, renamed: Mapping[str, str]) -> Verdict:
        """The verdict when what *then* had, the tree of the revision *name*, is accepted."""
        verdict = against_revision(
            self.judged,
            then.judged,
            self.gate,
            name,
            code_then=then.sketch_of,
            code=self.sketch_of,
            renamed=renamed,
        )
        return self._with_gaps(_with_losses(verdict, then, name))

    def against_nothing(self) -> Verdict:
        """The verdict when nothing is accepted."""
        return self._with_gaps(against_nothing(self.judged, self.gate))

    def but_for_what_was_left_out(self, verdict: Verdict) -> Verdict:
        """*verdict* of a run that was told to leave something out: what is accepted there and still lies there isn't gone."""
        analyzed = {module.name for module in self.analysis.catalog.modules}
        left = {gone.entry.key.module for gone in verdict.gone} - analyzed - {""}
        folders = {_folder_of(module.path, module.name) for module in self.analysis.catalog.modules}
        root = self.analysis.reading.root
        there = [
            name for name in sorted(left) if any(_is_module(root, each, name) for each in folders if each is not None)
        ]
        if not there:
            return verdict
        more = f" and {len(there) - 1:,} modules more were" if len(there) > 1 else " was"
        note = f"{there[0]}{more} left out by --exclude: what is accepted there is not stale"
        return msgspec.structs.replace(verdict, notes=(*verdict.notes, note), is_whole=False)

    def _with_gaps(self, verdict: Verdict) -> Verdict:
        """*verdict* that says which parts of the project aren't there, so that what wasn't found may not be gone."""
        absent = [spot for spot in self.analysis.blind_spots if spot.kind == _ABSENT]
        notes = [
            f"{spot.path} is a submodule, and {spot.reason}; what is accepted there is not stale" for spot in absent
        ]
        doubts = about_apps(self.analysis.doubts)
        return msgspec.structs.replace(
            verdict,
            notes=(*verdict.notes, *notes),
            doubts=(*doubts, *then_doubted(verdict.doubts, doubts)),
            is_whole=verdict.is_whole and not absent,
        )


def _with_losses(verdict: Verdict, then: Case, name: str) -> Verdict:
    """*verdict* that says what is missing of the past, by the run or in git: it makes everything new that was there."""
    lost = [spot for spot in then.analysis.lost if spot.is_lost_by_the_run or spot.kind == _MISSING]
    return msgspec.structs.replace(
        verdict,
        unread=(*verdict.unread, *(f"{spot.path} in {name}: {spot.reason}" for spot in lost)),
        doubts=about_apps(then.analysis.doubts),
        is_complete=verdict.is_complete and not lost,
        has_lost=verdict.has_lost or any(spot.is_lost_by_the_run for spot in lost),
    )


def renamed_modules(pairs: tuple[tuple[str, str], ...], before: Analysis | None, after: Analysis) -> dict[str, str]:
    """Renamed files, old and new path → old and new name of their modules; *before* knows the old ones, if anybody does."""
    names = {module.path: module.name for module in after.catalog.modules}
    old = {module.path: module.name for module in before.catalog.modules} if before is not None else {}
    found: dict[str, str] = {}
    for source, target in pairs:
        name = names.get(target)
        was = old.get(source) or (_as_beside(source, target, name) if name else None)
        if name and was:
            found[was] = name
    return found


def _folder_of(path: str, module: str) -> str | None:
    """What comes before the *module* in its *path*: the folder on the Python path that it was found in."""
    stem = os.path.splitext(path)[0].removesuffix("/__init__")
    inside = module.replace(".", "/")
    return stem[: -len(inside)] if f"/{stem}".endswith(f"/{inside}") else None


def _is_module(root: str, folder: str, module: str) -> bool:
    path = os.path.join(root, folder, *module.split("."))
    return os.path.isfile(f"{path}.py") or os.path.isfile(os.path.join(path, "__init__.py"))


def _as_beside(source: str, target: str, name: str) -> str | None:
    """The name that the module *source* had, if it lay on the same Python path as *target*, the module *name*."""
    stem = _stem(target)
    if not stem.endswith(name):
        return None
    folder = stem[: -len(name)]
    return _stem(source)[len(folder) :] if _stem(source).startswith(folder) else None


def _stem(path: str) -> str:
    return os.path.splitext(path)[0].removesuffix("/__init__").replace("/", ".")
