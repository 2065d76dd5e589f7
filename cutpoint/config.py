"""`[tool.cutpoint]` in PATH/pyproject.toml + what the command line asked for → Options; every mistake reported at once."""

import difflib
import os
import re
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from cutpoint.domain.errors import ConfigError, UsageError
from cutpoint.domain.project import Options

CONFIG_FILE = "pyproject.toml"
MOST_WORKERS = 256

_MODULE = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*", re.UNICODE)
# A pyproject.toml is a few kilobytes; one of megabytes is not ours to parse.
_LARGEST_FILE = 4 * 1024 * 1024


class Asked(msgspec.Struct, frozen=True):
    """What the command line says; empty where it is silent. Folders as typed: relative to PATH, or else to where we are."""

    root: str | None = None
    settings: str | None = None
    path: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    use_cache: bool = True
    cache_dir: str | None = None
    workers: int | None = None


class _Table(msgspec.Struct, frozen=True):
    """`[tool.cutpoint]`, checked: folders absolute."""

    root: str | None = None
    settings: str | None = None
    path: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    cache_dir: str | None = None
    workers: int | None = None


def load_options(folder: str, asked: Asked) -> Options:
    """The options for analyzing *folder*: the command line's where it speaks, then the configuration's, then defaults.

    Raises UsageError for what the command line got wrong, and ConfigError for everything that the configuration did.
    """
    root = _monolith(folder)
    table = _read_table(root)
    mistakes: list[str] = []
    django_root = _one_folder(root, "--root", asked.root, mistakes)
    if django_root is not None and not _inside(django_root, root):
        mistakes.append(f"--root {asked.root} is not inside {folder}: analyze a folder that holds both")
    python_path = tuple(_folders(root, "--path", asked.path, mistakes))
    packages = tuple(_folders(root, "--packages", asked.packages, mistakes))
    if asked.settings is not None and not _MODULE.fullmatch(asked.settings):
        mistakes.append(f"--settings {asked.settings} is not a dotted module name such as shop.settings")
    if mistakes:
        raise UsageError("\n".join(mistakes))
    return Options(
        root=root,
        django_root=django_root or table.root,
        settings=asked.settings or table.settings,
        python_path=python_path or table.path,
        packages=packages or table.packages,
        exclude=asked.exclude or table.exclude,
        test_patterns=table.tests,
        cache_dir=_cache_dir(asked, table),
        workers=asked.workers or table.workers,
    )


def _monolith(folder: str) -> str:
    if not os.path.lexists(folder):
        raise UsageError(f"there is no {folder}: give the folder that holds manage.py")
    if not Path(folder).is_dir():
        raise UsageError(f"{folder} is not a folder: give the folder that holds manage.py")
    return os.path.abspath(folder)


def _cache_dir(asked: Asked, table: _Table) -> str | None:
    if not asked.use_cache:
        return None
    if asked.cache_dir is not None:
        return str(Path(asked.cache_dir).absolute())
    if table.cache_dir is not None:
        return table.cache_dir
    import platformdirs

    return platformdirs.user_cache_dir("cutpoint")


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


def _inside(folder: str, root: str) -> bool:
    return Path(folder).resolve().is_relative_to(Path(root).resolve())


def _read_table(root: str) -> _Table:
    file = Path(root, CONFIG_FILE)
    try:
        if not file.is_file() or file.stat().st_size > _LARGEST_FILE:
            return _Table()
    except OSError:
        # A folder that may not be entered is discover's to speak of.
        return _Table()
    try:
        text = file.read_bytes().decode("utf-8-sig", errors="surrogateescape")
    except OSError as error:
        raise ConfigError([f"{CONFIG_FILE} cannot be read: {error.strerror}"]) from error
    # The file belongs to the project, so what is wrong with it is only our matter when it speaks to us.
    if "cutpoint" not in text:
        return _Table()
    try:
        document = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise ConfigError([f"{CONFIG_FILE} is not valid TOML: {str(error) or 'nested too deeply'}"]) from error
    tool = document.get("tool")
    table = tool.get("cutpoint") if isinstance(tool, dict) else None
    if table is None:
        return _Table()
    if not isinstance(table, dict):
        raise ConfigError([f"{CONFIG_FILE}: tool.cutpoint must be a table: write [tool.cutpoint] above its keys"])
    return _checked(root, text, table)


def _checked(root: str, text: str, table: dict[str, object]) -> _Table:
    mistakes: list[str] = []
    values: dict[str, object] = {}
    for key, value in table.items():
        place = f"{CONFIG_FILE}:{_line_of(key, text)}: {key}"
        check = _CHECKS.get(key)
        if check is None:
            nearest = difflib.get_close_matches(key, _CHECKS, n=1, cutoff=0.5)
            advice = f"did you mean {nearest[0]}?" if nearest else f"there are {', '.join(_CHECKS)}"
            mistakes.append(f"{place} is no key of [tool.cutpoint]; {advice}")
            continue
        try:
            values[key.replace("-", "_")] = check(root, value)
        except ValueError as error:
            mistakes.append(f"{place} {error}")
    if mistakes:
        raise ConfigError(mistakes)
    return msgspec.convert(values, _Table)


def _line_of(key: str, text: str) -> int:
    in_table = False
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if stripped.startswith("["):
            in_table = stripped.replace(" ", "").startswith("[tool.cutpoint")
        elif in_table and re.match(rf"[\"']?{re.escape(key)}[\"']?\s*[.=]", stripped):
            return number
    return 1


def _text(_root: str, value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(f"must be a text in quotes, not {_shown(value)}")
    return value


def _module(root: str, value: object) -> str:
    text = _text(root, value)
    if not _MODULE.fullmatch(text):
        raise ValueError(f'must be a dotted module name such as "shop.settings", not {_shown(text)}')
    return text


def _texts(root: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f"must be a list of texts, not {_shown(value)}; write it in [ ]")
    return tuple(_text(root, item) for item in value)


def _folder(root: str, value: object) -> str:
    folder = Path(root, _text(root, value))
    if not folder.is_dir():
        raise ValueError(f"names no folder: there is no {_shown(value)} beside {CONFIG_FILE}")
    return os.path.normpath(folder)


def _folder_inside(root: str, value: object) -> str:
    folder = _folder(root, value)
    if not _inside(folder, root):
        raise ValueError(f"must stay inside the project, and {_shown(value)} does not")
    return folder


def _folder_list(root: str, value: object) -> tuple[str, ...]:
    return tuple(_folder(root, item) for item in _texts(root, value))


def _place_inside(root: str, value: object) -> str:
    # The analyzed tree may be a stranger's: its configuration must not make us write outside of it.
    text = _text(root, value)
    if not _inside(str(Path(root, text)), root):
        raise ValueError(
            f"must stay inside the project, and {_shown(value)} does not; use --cache-dir for another place"
        )
    return os.path.normpath(Path(root, text))


def _count(_root: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MOST_WORKERS:
        raise ValueError(f"must be a number from 1 to {MOST_WORKERS}, not {_shown(value)}")
    return value


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


_CHECKS: dict[str, Callable[[str, object], object]] = {
    "root": _folder_inside,
    "settings": _module,
    "path": _folder_list,
    "packages": _folder_list,
    "exclude": _texts,
    "tests": _texts,
    "cache-dir": _place_inside,
    "workers": _count,
}
