"""A copy of a monolith in a git repository of its own, with a baseline: it is changed, judged both ways, and set back."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from cutpoint.baseline_folder import read_baseline, write_baseline
from cutpoint.checking import Case
from cutpoint.cli.gating import Gated, Ledgers, verdict_since, verdict_with
from cutpoint.config import Asked, load_gate, load_options
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.verdict import Verdict
from cutpoint.judge.debt import Terms, created
from cutpoint.pipeline import analyze
from cutpoint.unpack.revision import revision_of

BASELINE = "cutpoint-baseline"
_KEPT = (".py", ".toml", ".cfg", ".ini", ".txt")
_GIT = ("git", "-c", "user.name=mutation", "-c", "user.email=mutation@localhost", "-c", "core.autocrlf=false")


class Verdicts(NamedTuple):
    """What both ways of asking say about one state of the tree, and the project as the rules see it."""

    since: Verdict
    baseline: Verdict
    analysis: Analysis


class Project:
    """The copy; `files` are the texts of its Python files as they were committed, by path."""

    def __init__(self, source: Path, folder: Path, cache: Path, asked: Asked) -> None:
        """Copy what cutpoint reads of *source* into *folder*, which must not exist, and accept all that is there."""
        self.name = source.name
        self.root = folder
        _copy(source, folder)
        # Folders that lie in the tree are those of the copy.
        inside = tuple(os.path.relpath(path, source) if Path(path).is_absolute() else path for path in asked.path)
        self._options = load_options(
            str(folder),
            Asked(settings=asked.settings, path=inside, packages=asked.packages, cache_dir=str(cache)),
        )
        self._git("init", "--quiet")
        self.case = self._case()
        self._ledgers = Ledgers(str(folder / BASELINE), BASELINE)
        write_baseline(created(self.case.judged, self.case.sketch_of, Terms()), self._ledgers.folder, BASELINE)
        self._git("add", "--all")
        self._git("commit", "--quiet", "--message", "as it is")
        self.files = {
            module.path: (folder / module.path).read_bytes().decode("utf-8", "surrogateescape")
            for module in self.case.analysis.catalog.modules
        }

    def judged_with(self, texts: Mapping[str, str | None]) -> Verdicts:
        """The verdicts on the tree where *texts* have taken the place of files; None removes one."""
        try:
            for path, text in texts.items():
                self._write(path, text)
            project = Gated(self._case(), self._options, self._ledgers, quiet=True)
            since = verdict_since(project, revision_of(str(self.root), "HEAD"))
            return Verdicts(
                since, verdict_with(project, read_baseline(self._ledgers.folder, BASELINE)), project.case.analysis
            )
        finally:
            self._git("clean", "--quiet", "-d", "--force")
            self._git("checkout", "--quiet", "--", ".")

    def _case(self) -> Case:
        return Case(analyze(self._options), load_gate(str(self.root)))

    def _write(self, path: str, text: str | None) -> None:
        place = self.root / path
        if text is None:
            place.unlink()
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode("utf-8", "surrogateescape"))

    def _git(self, *words: str) -> None:
        subprocess.run([*_GIT, *words], cwd=self.root, check=True)


def _copy(source: Path, folder: Path) -> None:
    for place, folders, files in os.walk(source):
        folders[:] = sorted(set(folders) - {".git", "node_modules", "static", "locale"})
        for name in files:
            if name.endswith(_KEPT):
                target = folder / os.path.relpath(place, source) / name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(Path(place, name), target)
