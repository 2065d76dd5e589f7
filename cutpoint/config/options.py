"""What the command line asked for + the configuration → Options: the first wins where it speaks."""

import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from cutpoint.config.given import given_settings
from cutpoint.config.table import Table, read_table
from cutpoint.config.values import is_inside, names_settings
from cutpoint.domain.cut_settings import CutSettings
from cutpoint.domain.errors import ConfigError, UsageError
from cutpoint.domain.gate import BASELINE_FOLDER, Gate
from cutpoint.domain.project import Options


class Asked(msgspec.Struct, frozen=True):
    """What the command line says; empty where it is silent. Folders as typed: relative to PATH, or else to where we are."""

    root: str | None = None
    settings: str | None = None
    given: tuple[str, ...] = ()
    """`KEY=VALUE` as typed."""
    apps_from_folders: bool = False
    path: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    include_tests: bool | None = None
    include_migrations: bool | None = None
    use_cache: bool = True
    cache_dir: str | None = None
    workers: int | None = None
    verbose: bool = False


def load_options(folder: str, asked: Asked, *, is_judged: bool = False, goes_on: bool = False) -> Options:
    """The options for analyzing *folder*: the command line's where it speaks, then the configuration's, then defaults.

    Raises UsageError for what the command line got wrong, and ConfigError for everything that the configuration did; what is
    wrong about services and rules is left to those who judge by them, if *is_judged*. With *goes_on*, unknown settings end no run.
    """
    root = _monolith(folder)
    table = read_table(root)
    if not is_judged:
        _refuse(table)
    mistakes: list[str] = []
    django_root = _one_folder(root, "--root", asked.root, mistakes)
    if django_root is not None and not is_inside(django_root, root):
        mistakes.append(f"--root {asked.root} is not inside {folder}: analyze a folder that holds both")
    python_path = tuple(_folders(root, "--path", asked.path, mistakes))
    packages = tuple(_folders(root, "--packages", asked.packages, mistakes))
    if asked.settings is not None and not names_settings(asked.settings):
        mistakes.append(f"--settings {asked.settings} is not a dotted module name such as shop.settings")
    given = {**dict(table.given), **given_settings(root, asked.given, mistakes)}
    if mistakes:
        raise UsageError("\n".join(mistakes))
    cache_dir, cache_refused = _cache_dir(root, asked, table)
    return Options(
        root=root,
        django_root=django_root or table.root,
        settings=asked.settings or table.settings,
        given=tuple(sorted(given.items())),
        apps_from_folders=asked.apps_from_folders,
        goes_on=goes_on,
        python_path=python_path or table.path,
        packages=packages or table.packages,
        exclude=asked.exclude or table.exclude,
        test_patterns=table.tests,
        include_tests=table.include_tests if asked.include_tests is None else asked.include_tests,
        include_migrations=table.include_migrations if asked.include_migrations is None else asked.include_migrations,
        hints=table.hints,
        cache_dir=cache_dir,
        cache_refused=cache_refused,
        tells_of_cache=asked.verbose,
        workers=asked.workers or table.workers,
    )


def load_gate(folder: str) -> Gate:
    """How the configuration in *folder* wants the project judged, with its mistakes about that.

    Raises what `load_options` raises.
    """
    root = _monolith(folder)
    table = read_table(root)
    baseline = table.baseline or os.path.join(root, BASELINE_FOLDER)
    return Gate(table.services, table.rules, baseline, table.mistakes, table.places, table.cuts.cuts)


def load_cuts(folder: str) -> CutSettings:
    """How the configuration in *folder* wants cuts scored, and those it names; raises what `load_options` raises."""
    table = read_table(_monolith(folder))
    _refuse(table)
    return table.cuts


def _refuse(table: Table) -> None:
    if table.mistakes:
        raise ConfigError(list(table.mistakes))


def _monolith(folder: str) -> str:
    if not os.path.lexists(folder):
        raise UsageError(f"there is no {folder}: give the folder that holds manage.py")
    if not Path(folder).is_dir():
        raise UsageError(f"{folder} is not a folder: give the folder that holds manage.py")
    return os.path.abspath(folder)


def _cache_dir(root: str, asked: Asked, table: Table) -> tuple[str | None, str]:
    """Where the cache lies, if there is to be one, and why there is none after all."""
    if not asked.use_cache:
        return None, ""
    if asked.cache_dir is not None:
        return str(Path(asked.cache_dir).absolute()), ""
    import platformdirs

    folder = table.cache_dir or platformdirs.user_cache_dir("cutpoint")
    if not is_inside(folder, root):
        return folder, ""
    # Whoever writes the cache decides what is reported, and the tree may be a stranger's.
    return None, (
        f"the cache {folder} lies inside the project, whose authors could put answers into it, so it is not used; "
        f"name it with --cache-dir if you trust it"
    )


def _one_folder(root: str, option: str, given: str | None, mistakes: list[str]) -> str | None:
    found = list(_folders(root, option, () if given is None else (given,), mistakes))
    return found[0] if found else None


def _folders(root: str, option: str, given: Iterable[str], mistakes: list[str]) -> Iterable[str]:
    for text in given:
        # Inside PATH first, so that one command line means the same from wherever it is called.
        for candidate in (Path(root, text), Path(text)):
            if candidate.is_dir():
                yield os.path.normpath(candidate.absolute())
                break
        else:
            mistakes.append(f"{option} {text} is no folder, neither inside {root} nor from here")
