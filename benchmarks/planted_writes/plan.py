"""Plants ↔ a file of the plan, a line each, that holds all that is planted: what was fixed stays so, whatever becomes of the program."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

A_COMMIT = 20
"""Writes, at most."""
_COLUMNS = ("number", "project", "kind", "channel", "receiver", "app", "table", "owner", "base", "new", "deleted")


class Insertion(NamedTuple):
    """Lines that stand behind so many lines of a file; one that isn't there consists of them."""

    path: str
    after: int
    text: str

    def holds(self, line: int) -> bool:
        """Whether *line* is one of its own, where nothing else is inserted before it."""
        return self.after < line <= self.after + self.text.count("\n")


class Plant(NamedTuple):
    """A write, and the commits before it and with it."""

    number: int
    project: str
    kind: str
    channel: str
    receiver: str
    app: str
    """Of the place that writes."""
    table: str
    owner: str
    """The app of the table."""
    base: Insertion | None
    """What is declared before."""
    new: Insertion
    deleted: Insertion | None
    """What is there before, and goes."""


class Project(NamedTuple):
    """A project of a plan, and how cutpoint is told what Django was told."""

    name: str
    version: str
    options: tuple[str, ...]


def write_plan(path: Path, seed: str, projects: Iterable[Project], plants: Iterable[Plant]) -> None:
    """Write a plan to *path*."""
    with path.open("w", encoding="utf-8") as file:
        file.write(f"# seed {seed}\n")
        for project in projects:
            file.write(f"# {project.name}\t{project.version}\t{' '.join(project.options)}\n")
        file.write("\t".join(_COLUMNS) + "\n")
        for plant in plants:
            file.write("\t".join([*map(str, plant[:8]), *map(json.dumps, plant[8:])]) + "\n")


def read_plan(path: Path) -> tuple[dict[str, Project], list[Plant]]:
    """The projects by name and the plants of the plan at *path*."""
    lines = path.read_text(encoding="utf-8").splitlines()
    heads = [line.removeprefix("# ").split("\t") for line in lines[1:] if line.startswith("# ")]
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    plants = [_plant(*row) for row in rows]
    return {name: Project(name, version, tuple(options.split())) for name, version, options in heads}, plants


def texts_before(plants: Iterable[Plant], originals: Mapping[str, str]) -> dict[str, str]:
    """The files that differ from *originals* before a commit of *plants*."""
    return _with([each for plant in plants for each in (plant.base, plant.deleted) if each], originals)


def texts_after(plants: Iterable[Plant], originals: Mapping[str, str]) -> dict[str, str]:
    """The files that differ from *originals* after it."""
    return _with([each for plant in plants for each in (plant.base, plant.new) if each], originals)


def lines_of(text: str) -> list[str]:
    """The lines of a Python file as its parser counts them, with their ends."""
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]


def _plant(number: str, *said: str) -> Plant:
    project, kind, channel, receiver, app, table, owner, base, new, deleted = said
    place = Insertion(*json.loads(new))
    names = (project, kind, channel, receiver, app, table, owner)
    return Plant(int(number), *names, _insertion(base), place, _insertion(deleted))


def _insertion(text: str) -> Insertion | None:
    said = json.loads(text)
    return Insertion(*said) if said else None


def _with(insertions: list[Insertion], originals: Mapping[str, str]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for each in sorted(insertions, key=lambda each: each.after, reverse=True):
        lines = lines_of(texts.get(each.path, originals.get(each.path, "")))
        if each.after == len(lines) and lines and not lines[-1].endswith("\n"):
            lines[-1] += "\n"
        texts[each.path] = "".join((*lines[: each.after], each.text, *lines[each.after :]))
    return texts
