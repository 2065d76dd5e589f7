"""Folders go in, the folders with installed packages that belong to the analyzed project come out."""

import glob
import os
from collections.abc import Iterable

from cutpoint.domain.errors import UsageError

_VIRTUALENV_NAMES = (".venv", "venv", "env", ".env", ".virtualenv", "virtualenv")
_INSIDE_VIRTUALENV = ("lib/python3.*/site-packages", "lib64/python3.*/site-packages", "Lib/site-packages")


def packages_asked_for(folders: Iterable[str]) -> tuple[str, ...]:
    """The folders of `--packages`, each replaced by its site-packages when it is a virtual environment.

    Raises UsageError for one that is no folder.
    """
    found: list[str] = []
    for folder in folders:
        if not os.path.isdir(folder):
            what = "is not a folder" if os.path.lexists(folder) else "does not exist"
            raise UsageError(
                f"--packages {folder}: it {what}. "
                "Give a folder that holds installed packages, such as .venv/lib/python3.12/site-packages."
            )
        found.extend(_site_packages_of(folder) or (folder,))
    return _each_once(found)


def packages_found(root: str, django_roots: Iterable[str], virtualenvs: Iterable[str]) -> tuple[str, ...]:
    """Installed packages of the virtual environments that lie in *root* or in a Django root.

    *virtualenvs* are those that a walk met, relative to *root*. Django roots come before the root.
    """
    starts = [os.path.normpath(os.path.join(root, folder)) for folder in django_roots]
    starts.append(root)
    met = [os.path.join(root, virtualenv) for virtualenv in virtualenvs]
    found: list[str] = []
    for start in starts:
        for name in _VIRTUALENV_NAMES:
            folder = os.path.join(start, name)
            if os.path.isfile(os.path.join(folder, "pyvenv.cfg")):
                found.extend(_site_packages_of(folder))
        for folder in met:
            if os.path.dirname(folder) == start:
                found.extend(_site_packages_of(folder))
        found.extend(_folders(start, "__pypackages__/*/lib"))
    return _each_once(found)


def packages_with_bundled(root: str, packages: Iterable[str], bundled: Iterable[str]) -> tuple[str, ...]:
    """*packages*, and behind them the folders below *root* into which the project has installed what it ships along."""
    return _each_once([*packages, *(os.path.join(root, folder) for folder in bundled)])


def _site_packages_of(virtualenv: str) -> tuple[str, ...]:
    return tuple(found for pattern in _INSIDE_VIRTUALENV for found in _folders(virtualenv, pattern))


def _folders(start: str, pattern: str) -> list[str]:
    found = glob.glob(os.path.join(glob.escape(start), pattern))
    return [folder for folder in sorted(found, key=_by_version) if os.path.isdir(folder)]


def _by_version(folder: str) -> tuple[list[int], str]:
    # The newest Python first: 3.12 comes before 3.9.
    digits = "".join(letter if letter.isdigit() else " " for letter in folder.rpartition("python3")[2])
    return [-int(number) for number in digits.split()[:1]], folder


def _each_once(folders: Iterable[str]) -> tuple[str, ...]:
    # lib64 is often a link to lib.
    return tuple({os.path.realpath(folder): folder for folder in reversed(list(folders))}.values())[::-1]
