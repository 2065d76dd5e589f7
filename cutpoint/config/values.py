"""One value of `[tool.cutpoint]` → the same, checked: each check raises ValueError with what follows the key's name."""

import os
import re
from pathlib import Path

MOST_WORKERS = 256

_DOTTED = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*", re.UNICODE)


def is_dotted(text: str) -> bool:
    """Whether *text* is a dotted name, such as that of a module."""
    return _DOTTED.fullmatch(text) is not None


def names_settings(text: str) -> bool:
    """Whether *text* is a dotted module name, or `module:Class` of settings that a class holds."""
    module, colon, holder = text.partition(":")
    return is_dotted(module) and (not colon or (is_dotted(holder) and "." not in holder))


def is_inside(folder: str, root: str) -> bool:
    """Whether *folder* lies in *root*, links followed."""
    # Not `resolve`, which refuses links that lead in a circle.
    return Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(root))


def shown(value: object) -> str:
    """*value* as a mistake shows it: not longer than a line."""
    try:
        text = repr(value)
    except ValueError:
        # What TOML writes as a hexadecimal number may have more digits than Python shows.
        return "a number of thousands of digits"
    return text if len(text) <= 60 else f"{text[:57]}..."


def text(_root: str, value: object) -> str:
    """A text that says something."""
    if not isinstance(value, str) or not value:
        raise ValueError(f"must be a text in quotes, not {shown(value)}")
    return value


def module(root: str, value: object) -> str:
    """A dotted module name."""
    name = text(root, value)
    if not is_dotted(name):
        raise ValueError(f'must be a dotted module name such as "shop.settings", not {shown(name)}')
    return name


def settings(root: str, value: object) -> str:
    """A dotted module name, with the class that holds the settings if there is one."""
    name = text(root, value)
    if not names_settings(name):
        raise ValueError(f'must be a dotted module name such as "shop.settings", not {shown(name)}')
    return name


def apps(root: str, value: object) -> tuple[str, ...]:
    """A list of dotted names."""
    names = texts(root, value)
    for name in names:
        if not is_dotted(name):
            raise ValueError(f"must be a list of dotted names, and {shown(name)} is none")
    return names


def label(root: str, value: object) -> str:
    """A model as settings name one."""
    name = text(root, value)
    if not is_dotted(name) or name.count(".") != 1:
        raise ValueError(f'must be a label such as "shop.User", not {shown(name)}')
    return name


def modules_of_apps(root: str, value: object) -> tuple[tuple[str, str | None], ...]:
    """App labels with the modules of their migrations; an app without migrations has false."""
    if not isinstance(value, dict):
        raise ValueError(f'must be a table such as {{ shop = "shop.migrations" }}, not {shown(value)}')
    return tuple((app, None if said is False else module(root, said)) for app, said in value.items())


def texts(root: str, value: object) -> tuple[str, ...]:
    """A list of texts."""
    if not isinstance(value, list):
        raise ValueError(f"must be a list of texts, not {shown(value)}; write it in [ ]")
    return tuple(text(root, item) for item in value)


def folder_inside(root: str, value: object) -> str:
    """A folder in the project."""
    folder = _folder(root, value)
    if not is_inside(folder, root):
        raise ValueError(f"must stay inside the project, and {shown(value)} does not")
    return folder


def folders(root: str, value: object) -> tuple[str, ...]:
    """A list of folders, wherever they lie."""
    return tuple(_folder(root, item) for item in texts(root, value))


def place_inside(root: str, value: object) -> str:
    """A path in the project, where there may be nothing yet."""
    # The analyzed tree may be a stranger's: its configuration must not make us write outside of it.
    place = text(root, value)
    if not is_inside(str(Path(root, place)), root):
        raise ValueError(
            f"must stay inside the project, and {shown(value)} does not; use --cache-dir for another place"
        )
    return os.path.normpath(Path(root, place))


def workers(_root: str, value: object) -> int:
    """A number of worker processes."""
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MOST_WORKERS:
        raise ValueError(f"must be a number from 1 to {MOST_WORKERS}, not {shown(value)}")
    return value


def yes_or_no(_root: str, value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError(f"must be true or false, not {shown(value)}")
    return value


def _folder(root: str, value: object) -> str:
    folder = Path(root, text(root, value))
    if not folder.is_dir():
        raise ValueError(f"names no folder: there is no {shown(value)} beside pyproject.toml")
    return os.path.normpath(folder)
