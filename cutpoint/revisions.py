"""Options + Revision → Analysis: the monolith as it was, seen with the eyes and the installed packages of today."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

import msgspec

from cutpoint.discover.interest import is_read
from cutpoint.discover.project import discover
from cutpoint.disk.reading import read_inside
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.errors import UsageError
from cutpoint.domain.project import Options, Project
from cutpoint.domain.revision import Revision
from cutpoint.earlier_runs import at_root, cache_of, key_of_revision, recall_quickly, remember_quick
from cutpoint.parse.cache import Cache
from cutpoint.passing_folder import passing_folder
from cutpoint.pipeline import Note, Progress, analyze_project
from cutpoint.unpack.unpack import unpack

_Answer: TypeAlias = tuple[Analysis, str | None]
"""An analysis, and the key under which it is kept if it is the revision's alone."""

_INSTALLED = ("*.dist-info/entry_points.txt", "*.egg-info/entry_points.txt")
_LARGEST = 1 << 20


def analyze_revision(
    options: Options, revision: Revision, progress: Progress | None = None, note: Note | None = None
) -> Analysis:
    """What there was to know in *revision* about the monolith that *options* names: paths and root are those of today.

    Raises what `analyze` raises, and UsageError when git cannot read the revision.
    """
    report = progress or (lambda _stage, _done, _total: None)
    report("discover", 0, 0)
    now = discover(options)
    with cache_of(options, note or (lambda _sentence: None)) as cache:
        if cache is None:
            return _from_objects(options, revision, now, None, report)[0]
        quick = key_of_revision(options, revision, now)
        known = recall_quickly(cache, quick, now.root)
        if known is not None:
            return known
        analysis, key = _from_objects(options, revision, now, cache, report)
        if key is not None:
            remember_quick(cache, quick, key)
        return analysis


def _from_objects(options: Options, revision: Revision, now: Project, cache: Cache | None, report: Progress) -> _Answer:
    report("unpack", 0, 0)
    with passing_folder() as folder:
        unpacked = unpack(revision, folder, is_read)
        _bring_installed(now.root, unpacked.root)
        there = _moved(options, now.root, unpacked.root)
        try:
            project = discover(msgspec.structs.replace(there, packages=()))
            spots = tuple(sorted({*project.blind_spots, *unpacked.blind_spots}))
            project = msgspec.structs.replace(project, packages=now.packages, blind_spots=spots)
            analysis, key = analyze_project(project, there, cache, report)
        except UsageError as error:
            said = str(error).replace(unpacked.root, f"{now.root} in {revision.name}")
            raise type(error)(said) from None
    return at_root(analysis, now.root), key if unpacked.is_lasting else None


def _moved(options: Options, old: str, new: str) -> Options:
    """*options* for the same project at *new* instead of *old*."""

    def moved(folder: str) -> str:
        return new + folder[len(old) :] if f"{folder}/".startswith(f"{old}/") else folder

    return msgspec.structs.replace(
        options,
        root=new,
        django_root=None if options.django_root is None else moved(options.django_root),
        python_path=tuple(moved(folder) for folder in options.python_path),
    )


def _bring_installed(root: str, unpacked: str) -> None:
    """What installing the project in place has left beside it counts as installed, as its packages do."""
    for pattern in _INSTALLED:
        for file in Path(root).glob(pattern):
            path = file.relative_to(root)
            place = Path(unpacked, path)
            if os.path.lexists(place.parent):
                continue
            with suppress(OSError):
                content = read_inside(root, str(path), _LARGEST)
                place.parent.mkdir()
                place.write_bytes(content)
