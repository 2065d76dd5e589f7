"""Options go in, the Project that lies at their root comes out."""

import os

from cutpoint.discover.django_roots import django_roots_of
from cutpoint.discover.ignore import IgnoreLevel, levels_above
from cutpoint.discover.ignore_patterns import IgnorePatterns, read_patterns
from cutpoint.discover.libraries.pins import pin_files_of
from cutpoint.discover.packages import packages_asked_for, packages_found, packages_with_bundled
from cutpoint.discover.roles import role_reader
from cutpoint.discover.settings_hints import settings_hints_of
from cutpoint.discover.source_folders import source_folders_of
from cutpoint.discover.submodules import absent_submodules
from cutpoint.discover.walk import Tree, Walker
from cutpoint.domain.errors import NotAMonolithError, UsageError
from cutpoint.domain.project import Options, Project
from cutpoint.domain.source import BlindSpot


def discover(options: Options) -> Project:
    """What lies at the root of *options*: its Python files, Django roots, packages and hints at its settings.

    Raises UsageError for a root, a pattern or a packages folder that cannot be used, and NotAMonolithError for a root
    without Python files.
    """
    root = os.path.abspath(options.root)
    _refuse_unusable(root)
    asked_for = packages_asked_for(options.packages)
    tree = _walk(root, options)
    if not tree.files:
        raise NotAMonolithError(_no_python(root, tree))
    django_roots = django_roots_of(tree.files)
    packages = asked_for or packages_found(root, django_roots, tree.virtualenvs)
    source_folders, config_spots = source_folders_of(root, tree.files)
    return Project(
        root=root,
        files=tree.files,
        django_roots=django_roots,
        packages=packages_with_bundled(root, packages, tree.bundled),
        blind_spots=tuple(sorted((*tree.blind_spots, *config_spots, *absent_submodules(root)))),
        settings_hints=settings_hints_of(root, django_roots),
        source_folders=source_folders,
        templates=tree.templates,
        pin_files=pin_files_of(root, django_roots, _below(root, options.django_root)),
    )


def _below(root: str, folder: str | None) -> str | None:
    """*folder* as seen from *root*, with `/`."""
    return None if folder is None else os.path.relpath(folder, root).replace(os.sep, "/")


def _refuse_unusable(root: str) -> None:
    try:
        root.encode("utf-8")
    except UnicodeEncodeError:
        shown = os.fsencode(root).decode("utf-8", "backslashreplace")
        raise UsageError(f"{shown}: its name is not valid UTF-8. Rename it, or reach it by a link.") from None
    if not os.path.lexists(root):
        raise UsageError(f"{root}: there is no such folder. Give the folder that holds the Django project.")
    if not os.path.isdir(root):
        if os.path.isfile(root):
            raise UsageError(f"{root}: this is a file. Give the folder that holds it: {os.path.dirname(root)}")
        raise UsageError(f"{root}: this is not a folder. Give the folder that holds the Django project.")
    try:
        with os.scandir(root):
            pass
    except OSError as error:
        raise UsageError(
            f"{root}: the folder cannot be listed ({error.strerror}). Allow this user to read it."
        ) from None


def _walk(root: str, options: Options) -> Tree:
    role_of = role_reader(_patterns("test pattern", options.test_patterns))
    exclude = IgnoreLevel(_patterns("exclude pattern", options.exclude))
    tree = Walker(root, role_of, levels_above(root), exclude).walk()
    if tree.files or not tree.ignored:
        return tree
    # Folders that tools generate often hold a .gitignore with `*`; who points at one wants it read.
    unfiltered = Walker(root, role_of, (), exclude, reads_gitignore=False).walk()
    if not unfiltered.files:
        return tree
    spot = BlindSpot(".gitignore", 0, "gitignore-hides-all", "it hides every Python file, so it was not followed")
    return Tree(
        files=unfiltered.files,
        virtualenvs=unfiltered.virtualenvs,
        bundled=unfiltered.bundled,
        templates=unfiltered.templates,
        blind_spots=(*unfiltered.blind_spots, spot),
        ignored=unfiltered.ignored,
    )


def _patterns(what: str, lines: tuple[str, ...]) -> IgnorePatterns:
    patterns, invalid = read_patterns(lines)
    if invalid:
        raise UsageError(f"{what} {invalid[0]!r}: not a valid pattern in .gitignore syntax. Correct or remove it.")
    return patterns


def _no_python(root: str, tree: Tree) -> str:
    if tree.ignored:
        return (
            f"{root}: every Python file in it is excluded. "
            "Loosen the exclude patterns, or give the folder that holds manage.py."
        )
    return f"{root}: there is no Python file in it. Give the folder that holds manage.py."
