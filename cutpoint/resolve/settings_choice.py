"""Which settings module counts, and which folders are on the Python path: told from what the files say."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.errors import NotAMonolithError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cutpoint.domain.facts import FileFacts
    from cutpoint.domain.project import Options, Project

# Roots that show how to use a reusable app, and are not the monolith itself.
_SIDE_SHOWS = re.compile(
    r"(^|/)(examples?|demos?|docs?|tests?|testing|sandbox|samples?|benchmarks?|templates?)(_\w+)?(/|$)"
)


class Choice(msgspec.Struct, frozen=True):
    """How the project is entered: *path* entries are relative to the root, `.` for itself."""

    django_root: str | None
    settings: str | None
    found_by: str
    python_path: tuple[str, ...]
    candidates: tuple[str, ...]
    named_in: str | None = None
    """The Python file that names the settings, relative to the root."""
    holder: str | None = None
    """The class in the module that holds the settings, if one is named."""


def choose(project: Project, options: Options, facts: Mapping[str, FileFacts]) -> Choice:
    """The settings module to read and the Python path to read it with; raises NotAMonolithError when it must be asked."""
    module, _, named = (options.settings or "").partition(":")
    choice = _chosen(project, msgspec.structs.replace(options, settings=module or None), facts)
    holder = named or _first_class(facts, choice)
    return msgspec.structs.replace(choice, holder=holder) if holder else choice


def _first_class(facts: Mapping[str, FileFacts], choice: Choice) -> str | None:
    """The class that DJANGO_CONFIGURATION is set to, in the file that knows best."""
    found = [
        (path != choice.named_in, _rank(path), path.count("/"), path, name)
        for path, file_facts in facts.items()
        for kind, name, _ in file_facts.clues
        if kind == "settings-class" and not _is_placeholder(path)
    ]
    return min(found)[-1] if found else None


def _chosen(project: Project, options: Options, facts: Mapping[str, FileFacts]) -> Choice:
    django_root = _django_root(project, options)
    hints = _hints(project, facts)
    wanted = list(options.python_path)
    entries = [_relative(project.root, entry) for entry in wanted if is_inside(project.root, entry)]
    entries += [entry for entry in (django_root,) if entry is not None]
    entries += list(project.source_folders)
    if options.settings:
        files = _files_of(project, options.settings, entries)
        if not files and _is_outside(options):
            path = _unique([*entries, "."])
            return Choice(
                django_root, options.settings, "--settings names it, and --path leads to it", path, _names(hints)
            )
        if not files:
            raise UsageError(_no_settings(options.settings, project, facts))
        path = _with_root(entries, options.settings, files[0])
        return Choice(django_root, options.settings, "--settings names it", path, _names(hints))
    for module, named_in, line, why in hints:
        files = _files_of(project, module, [*entries, _folder(named_in)])
        if files and (
            django_root is None
            or len(hints) == 1
            or _inside(named_in, django_root)
            or not _any_inside(hints, django_root)
        ):
            _refuse_disagreement(project, hints, (module, named_in), options)
            python_path = _with_root(_without_package(project, entries, django_root, files[0]), module, files[0])
            found_by = f"{named_in}:{line} {why}"
            return Choice(django_root, module, found_by, python_path, _names(hints), named_in)
    looks_like = _settings_by_look(project, facts, django_root)
    if looks_like is not None:
        module, entry = looks_like
        return Choice(django_root, module, "it assigns INSTALLED_APPS", _unique([*entries, entry, "."]), _names(hints))
    return Choice(django_root, None, "no settings were found", _unique([*entries, "."]), _names(hints))


def _refuse_disagreement(
    project: Project, hints: list[tuple[str, str, int, str]], chosen: tuple[str, str], options: Options
) -> None:
    """Of files that nothing makes better than each other, none is believed when they name different settings."""
    module, named_in = chosen
    rank = _rank_of_hint(named_in)
    if options.goes_on or rank <= _RANK_OF_SERVERS or rank in _RANKS_OF_TRIALS:
        return
    others = [
        (name, path, line)
        for name, path, line, _ in hints
        if _rank_of_hint(path) == rank and _files_of(project, name, [".", _folder(path)])
    ]
    if len({module, *(name for name, *_ in others)}) > 1:
        listed = "".join(f"\n  --settings {name}   ({path}:{line})" for name, path, line in others)
        raise UsageError(f"several settings modules are named in {project.root}; choose one:{listed}")


def _django_root(project: Project, options: Options) -> str | None:
    if options.django_root is not None:
        return _relative(project.root, options.django_root)
    roots = list(project.django_roots)
    if len(roots) > 1 and not options.settings:
        main = [root for root in roots if not _SIDE_SHOWS.search(root)]
        if "." in roots:
            main = ["."]
        if len(main) > 1:
            listed = "".join(f"\n  --root {root}" for root in main)
            raise NotAMonolithError(
                f"several Django roots (folders with a manage.py) lie in {project.root}; choose one:{listed}"
            )
        roots = main
    if options.settings:
        # With settings named, the root is the one from which they are found, if any is.
        paths = {file.path for file in project.files}
        stem = options.settings.replace(".", "/")
        roots = [root for root in roots if paths & {_joined(root, f"{stem}.py"), _joined(root, f"{stem}/__init__.py")}]
    return roots[0] if roots else None


def _hints(project: Project, facts: Mapping[str, FileFacts]) -> list[tuple[str, str, int, str]]:
    """(settings module, path, line, why), best first."""
    found: list[tuple[int, int, str, str, int, str]] = []
    for path, file_facts in facts.items():
        for kind, module, line in file_facts.clues:
            if kind == "settings-module" and not _is_placeholder(path):
                found.append((_rank(path), path.count("/"), path, module, line, "sets DJANGO_SETTINGS_MODULE"))
    for module, path, line in project.settings_hints:
        found.append((_rank_of_hint(path), path.count("/"), path, module, line, "names it"))
    return [(module, path, line, why) for _, _, path, module, line, why in sorted(found)]


_RANK_OF_SERVERS = 1
_RANK_OF_TESTS, _RANK_OF_SIDE_SHOWS = _RANKS_OF_TRIALS = 4, 6


def _rank_of_hint(path: str) -> int:
    if path.endswith(".py"):
        return _rank(path)
    is_for_tests = PurePosixPath(path).name in ("pytest.ini", ".pytest.ini", "setup.cfg", "tox.ini", "pyproject.toml")
    return _RANK_OF_TESTS if is_for_tests else 3


def _rank(path: str) -> int:
    name = PurePosixPath(path).name
    if _SIDE_SHOWS.search(str(PurePosixPath(path).parent)):
        return _RANK_OF_SIDE_SHOWS
    if name == "manage.py":
        return 0
    if name in ("wsgi.py", "asgi.py"):
        return 1
    return 2 if name.startswith("celery") else 5


def _is_placeholder(path: str) -> bool:
    return "project_template" in path or "{{" in path


def _names(hints: list[tuple[str, str, int, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(module for module, *_ in hints))


def _files_of(project: Project, module: str, entries: list[str]) -> list[str]:
    """Files that the dotted *module* may be, those below *entries* first."""
    stem = module.replace(".", "/")
    endings = (f"{stem}.py", f"{stem}/__init__.py")
    matching = [f.path for f in project.files if f.path.endswith(endings) and _at_boundary(f.path, endings)]

    def rank(path: str) -> tuple[int, int, str]:
        exact = [index for index, entry in enumerate(entries) if any(path == _joined(entry, e) for e in endings)]
        return (exact[0] if exact else len(entries), path.count("/"), path)

    return sorted(matching, key=rank)


def _at_boundary(path: str, endings: tuple[str, str]) -> bool:
    return any(path == ending or path.endswith(f"/{ending}") for ending in endings)


def _joined(entry: str, path: str) -> str:
    return path if entry == "." else f"{entry}/{path}"


def _with_root(entries: list[str], module: str, file: str) -> tuple[str, ...]:
    """*entries* and the folder from which *module* is found in *file*."""
    stem = module.replace(".", "/")
    position = file.rfind(stem)
    above = file[:position].rstrip("/") or "."
    return _unique([*entries, above, "."])


def _without_package(project: Project, entries: list[str], django_root: str | None, settings: str) -> list[str]:
    """*entries* without a Django root that is a package itself, unless the settings are found from there."""
    is_package = any(file.path == f"{django_root}/__init__.py" for file in project.files)
    if django_root is None or not is_package:
        return entries
    above_settings = str(PurePosixPath(settings).parent)
    inside = _inside(above_settings, django_root) and above_settings != django_root
    return entries if inside else [entry for entry in entries if entry != django_root]


def _unique(entries: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entries))


def _folder(path: str) -> str:
    return str(PurePosixPath(path).parent)


def _inside(path: str, folder: str) -> bool:
    return folder == "." or path.startswith(f"{folder}/")


def _any_inside(hints: list[tuple[str, str, int, str]], folder: str) -> bool:
    return any(_inside(path, folder) for _, path, *_ in hints)


def _settings_by_look(
    project: Project, facts: Mapping[str, FileFacts], django_root: str | None
) -> tuple[str, str] | None:
    """(module, path entry) of the likeliest file that assigns INSTALLED_APPS."""
    found = []
    for file in project.files:
        file_facts = facts.get(file.path)
        if file_facts is None or not any(kind == "assigns-apps" for kind, *_ in file_facts.clues):
            continue
        if _is_placeholder(file.path) or (django_root and not _inside(file.path, django_root)):
            continue
        name = PurePosixPath(file.path).name
        side = bool(_SIDE_SHOWS.search(_folder(file.path))) or "test" in name
        found.append((side, "settings" not in file.path, file.path.count("/"), file.path))
    if not found:
        return None
    path = min(found)[-1]
    top = _top_of_packages({f.path for f in project.files}, path)
    stem = path[len(top) + 1 :] if top != "." else path
    return stem.removesuffix("/__init__.py").removesuffix(".py").replace("/", "."), top


def _top_of_packages(paths: set[str], path: str) -> str:
    """The first folder above *path* that is no package: what has to be on the Python path."""
    folder = _folder(path)
    while folder != "." and f"{folder}/__init__.py" in paths:
        folder = _folder(folder)
    return folder


def is_inside(root: str, folder: str) -> bool:
    """Whether *folder* is *root* or lies below it."""
    return folder == root or folder.startswith(f"{root}/")


def _is_outside(options: Options) -> bool:
    """Whether the settings lie in a --path folder outside the root."""
    stem = (options.settings or "").replace(".", "/")
    homes = [Path(entry) for entry in options.python_path if not is_inside(options.root, entry)]
    return any((home / f"{stem}.py").is_file() or (home / stem / "__init__.py").is_file() for home in homes)


def _relative(root: str, folder: str) -> str:
    if folder == root:
        return "."
    return folder.removeprefix(f"{root}/") if folder.startswith(f"{root}/") else folder


def _no_settings(module: str, project: Project, facts: Mapping[str, FileFacts]) -> str:
    seen = sorted(
        file.path
        for file in project.files
        if file.path in facts and any(kind == "assigns-apps" for kind, *_ in facts[file.path].clues)
    )
    listed = "".join(f"\n  {path}" for path in seen[:10])
    hint = f"; files that assign INSTALLED_APPS:{listed}" if seen else "; no file assigns INSTALLED_APPS"
    return f"no module {module} lies below {project.root}{hint}"
