"""A plan and the trees that it was made for → what `cutpoint check --since` says of every plant."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.planted_writes.plan import A_COMMIT, Plant, Project, texts_after, texts_before

_KEPT = (".py", ".toml", ".cfg", ".ini", ".txt")
_LEFT_OUT = {".git", "node_modules", "static", "locale"}
_GIT = ("git", "-c", "user.name=plants", "-c", "user.email=plants@localhost", "-c", "core.autocrlf=false")
_CODES = {0, 1, 3, 4}
"""A verdict, whatever it is."""


class Judged(NamedTuple):
    """What is said of a plant."""

    plant: Plant
    is_caught: bool
    """A new error says that the app writes the table of the other one, at one of the planted lines or by one of them."""
    said: tuple[str, ...]
    """All that is said of its lines."""


class Checkout:
    """A copy of *tree* in a git repository below *work*, in which commits with plants come and go."""

    def __init__(self, project: Project, tree: Path, work: Path) -> None:
        self._project = project
        self._root = work / project.name
        self._cache = work / "cache"
        _copy(tree, self._root)
        self._git("init", "--quiet")
        self._commit("as it is")
        self._git("tag", "start")

    def judged(self, plants: Iterable[Plant]) -> Iterator[Judged]:
        """What is said of *plants*, which stand in the order of their commits."""
        waiting = [*plants]
        for first in range(0, len(waiting), A_COMMIT):
            yield from self._commit_of(waiting[first : first + A_COMMIT])

    def _commit_of(self, plants: list[Plant]) -> Iterator[Judged]:
        paths = {each.path for plant in plants for each in (plant.base, plant.new, plant.deleted) if each}
        originals = {path: (self._root / path).read_bytes().decode() for path in paths if (self._root / path).is_file()}
        before, after = texts_before(plants, originals), texts_after(plants, originals)
        self._write({**originals, **before})
        self._commit("before")
        self._write({**originals, **after})
        self._commit("new writes")
        verdict = self._verdict(self._root.parent / f"{self._project.name}-{plants[0].number}.json")
        for plant in plants:
            yield _judged(plant, verdict)
        self._git("reset", "--quiet", "--hard", "start")

    def _verdict(self, kept: Path) -> dict[str, Any]:
        asked = ("check", ".", "--since", "HEAD~1", "--format", "json", "-q", "--cache-dir", str(self._cache))
        done = subprocess.run(
            [sys.executable, "-m", "cutpoint", *asked, *self._project.options],
            cwd=self._root,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode in _CODES, done.stderr
        kept.write_text(done.stdout, encoding="utf-8")
        verdict: dict[str, Any] = json.loads(done.stdout)
        return verdict

    def _write(self, texts: dict[str, str]) -> None:
        for path, text in texts.items():
            place = self._root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(text.encode())

    def _commit(self, message: str) -> None:
        self._git("add", "--all", "--force")
        self._git("commit", "--quiet", "--allow-empty", "--message", message)

    def _git(self, *words: str) -> None:
        subprocess.run([*_GIT, *words], cwd=self._root, check=True)


def _judged(plant: Plant, verdict: dict[str, Any]) -> Judged:
    there = [
        finding
        for finding in verdict["findings"]
        if any(_lies_in(plant, place) for place in (finding, *finding["related"]))
    ]
    # Where several places of one function do the same, which of them is new can't be told: their number is.
    more = [growth["key"] for growth in verdict["new"] if growth["severity"] == "error"]
    wanted = (plant.app, plant.owner, plant.table)
    is_caught = any(
        finding["key"] in more and tuple(finding["key"][name] for name in ("source", "target", "subject")) == wanted
        for finding in there
    )
    return Judged(plant, is_caught, tuple(map(_shown, there)))


def _shown(finding: dict[str, Any]) -> str:
    key = finding["key"]
    words = (finding["state"], finding["severity"], key["source"], "->", key["target"], key["action"], key["subject"])
    return " ".join(words)


def _lies_in(plant: Plant, place: dict[str, Any]) -> bool:
    return place["path"] == plant.new.path and plant.new.holds(place["line"])


def _copy(source: Path, folder: Path) -> None:
    for place, folders, files in os.walk(source):
        folders[:] = sorted(set(folders) - _LEFT_OUT)
        for name in files:
            if name.endswith(_KEPT):
                target = folder / os.path.relpath(place, source) / name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(Path(place, name), target)
