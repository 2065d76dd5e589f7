"""Builders for trees on disk."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from cutpoint.discover.project import discover
from cutpoint.domain.project import Options, Project

NOBODY = 65534

MANAGE = """
import os
from django.core.management import execute_from_command_line
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
execute_from_command_line([])
"""


def write(root: Path, files: dict[str, str]) -> Path:
    """Write *files* (path → text) below *root*."""
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return root


def empty(root: Path, *paths: str) -> Path:
    """Empty files at *paths* below *root*."""
    return write(root, dict.fromkeys(paths, ""))


def discovered(root: Path, **options: tuple[str, ...]) -> Project:
    return discover(msgspec.structs.replace(Options(root=str(root)), **options))


def paths_of(project: Project) -> list[str]:
    return [file.path for file in project.files]


def spots_of(project: Project) -> list[tuple[str, str]]:
    return [(spot.path, spot.kind) for spot in project.blind_spots]


@contextmanager
def folder_of_nobody() -> Iterator[Path]:
    """A folder that a user without privileges may enter (pytest's own are for their owner only)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        folder.chmod(0o755)
        yield folder


@contextmanager
def without_privileges() -> Iterator[None]:
    """Root may read everything, so these lines run as nobody."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
