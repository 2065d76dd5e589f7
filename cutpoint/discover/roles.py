"""A path goes in, the file's role comes out.

A file is a *test* when its name is `conftest.py`, `test.py`, `tests.py`, `test_*.py`, `*_test.py` or `*_tests.py`, when
it lies anywhere below a folder named `test`, `tests`, `testing`, `testsuite`, `__tests__`, `test_*` or `*_tests`, or
when a pattern of `test_patterns` matches the file or a folder around it.
It is a *migration* when its folder is named `migrations` or `south_migrations` and its name is neither `__init__.py`
nor `conftest.py` nor `test_*.py`; that goes before the folders around it. Everything else is *code*.
So is what lies in an installed app that is called like tests, or in a package called like tests that holds installed
models (an app about school tests or test runs has `exams/test/models.py`), but for its own tests: see `code_of_apps`.
"""

from collections.abc import Callable, Iterable

import msgspec

from cutpoint.discover.ignore_patterns import IgnorePatterns
from cutpoint.domain.source import Role, SourceFile

_TEST_FOLDERS = frozenset({"test", "tests", "testing", "testsuite", "__tests__"})
_TEST_FILES = frozenset({"conftest.py", "test.py", "tests.py"})
_MIGRATION_FOLDERS = frozenset({"migrations", "south_migrations"})


def role_reader(further: IgnorePatterns) -> Callable[[str], Role]:
    """A function that tells the role of a path relative to the root, with *further* patterns for tests."""
    of_folder: dict[str, bool] = {"": False}

    def holds_tests(folder: str) -> bool:
        known = of_folder.get(folder)
        if known is None:
            parent, _, name = folder.rpartition("/")
            known = _names_test_folder(name) or further.verdict(f"{folder}/", f"{name}/") is True or holds_tests(parent)
            of_folder[folder] = known
        return known

    def role_of(path: str) -> Role:
        folder, _, name = path.rpartition("/")
        if further.verdict(path, name) is True:
            return Role.TEST
        if folder.rpartition("/")[2] in _MIGRATION_FOLDERS and _may_be_migration(name):
            return Role.MIGRATION
        if _names_test_file(name) or holds_tests(folder):
            return Role.TEST
        return Role.CODE

    return role_of


def code_of_apps(files: Iterable[SourceFile], folders: Iterable[str], further: IgnorePatterns) -> list[SourceFile]:
    """Those of *files* that are code because they lie in one of *folders*, which the running project loads, with that role."""
    found = []
    homes = [folder for folder in folders if folder and _names_test_folder(folder.rpartition("/")[2])]
    for file in files:
        home = next((home for home in homes if file.path.startswith(f"{home}/")), None)
        if (
            home is None
            or file.role is not Role.TEST
            or further.verdict(file.path, file.path.rpartition("/")[2]) is True
        ):
            continue
        *folders_inside, name = file.path[len(home) + 1 :].split("/")
        if not _names_test_file(name) and not any(map(_names_test_folder, folders_inside)):
            found.append(msgspec.structs.replace(file, role=Role.CODE))
    return found


def home_of_models(path: str) -> str:
    """The folder to which the models in the file at *path* belong: its own, or the one around a package `models`."""
    folder = path.rpartition("/")[0]
    around, _, name = folder.rpartition("/")
    return around if name == "models" else folder


def _names_test_folder(name: str) -> bool:
    return name in _TEST_FOLDERS or name.startswith("test_") or name.endswith("_tests")


def _names_test_file(name: str) -> bool:
    return name in _TEST_FILES or name.startswith("test_") or name.endswith(("_test.py", "_tests.py"))


def _may_be_migration(name: str) -> bool:
    return name not in ("__init__.py", "conftest.py") and not name.startswith("test_")
