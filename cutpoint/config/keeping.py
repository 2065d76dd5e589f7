"""A decided cut → `[tool.cutpoint.cuts.NAME]` in PATH/pyproject.toml, or `[cuts.NAME]` in PATH/cutpoint.toml where that is there.

Whatever else stands there stays as it is.
"""

import os
import tomllib
from collections.abc import MutableMapping
from pathlib import Path

import tomlkit
import tomlkit.container
import tomlkit.items
from tomlkit.exceptions import TOMLKitError

from cutpoint.config.table import CONFIG_FILE, LARGEST_FILE, OWN_FILE
from cutpoint.disk.reading import place_inside, read_regular
from cutpoint.disk.replacing import replace_content
from cutpoint.domain.cut_settings import NamedCut
from cutpoint.domain.errors import UsageError

_BOM = "\ufeff"


def keep_cut(folder: str, cut: NamedCut) -> str:
    """Write *cut* into the configuration of *folder*, and return the file's name; it is created where there is none.

    What is listed there already keeps its place and its comments; what is new comes after it. Raises UsageError, with the
    lines to add by hand, when that can't be done.
    """
    is_own = os.path.lexists(os.path.join(folder, OWN_FILE))
    name = OWN_FILE if is_own else CONFIG_FILE
    way = ("cuts", cut.name) if is_own else ("tool", "cutpoint", "cuts", cut.name)
    file = os.path.join(folder, name)
    by_hand = f"add this by hand:\n{_alone(cut, way)}"
    try:
        # A link in the project may lead to another file of it, and to none of anybody else's.
        place = Path(place_inside(folder, name))
        content = read_regular(str(place), LARGEST_FILE).decode() if os.path.lexists(file) else ""
        replace_content(place, _with_cut(content, cut, way).encode())
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UsageError(f"cannot write {file}: {reason}; {by_hand}") from error
    except (TOMLKitError, ValueError, TypeError, RecursionError) as error:
        raise UsageError(f"{file} can't be added to: {str(error) or 'nested too deeply'}; {by_hand}") from error
    return file


def _with_cut(content: str, cut: NamedCut, way: tuple[str, ...]) -> str:
    bom = _BOM if content.startswith(_BOM) else ""
    newline = "\r\n" if "\r\n" in content else "\n"
    text = content.removeprefix(_BOM).replace("\r\n", "\n")
    text = text.rstrip("\n") + "\n\n" if text.strip() else text
    document = tomlkit.parse(text)
    wanted = tomllib.loads(text)
    _write(document, cut, way)
    _write(wanted, cut, way)
    written = tomlkit.dumps(document).rstrip("\n") + "\n"
    if tomllib.loads(written) != wanted:
        raise ValueError("it is laid out in a way that nothing can be added to")
    return bom + written.replace("\n", newline)


def _write(document: MutableMapping[str, object], cut: NamedCut, way: tuple[str, ...]) -> None:
    here = document
    for number, key in enumerate(way, 1):
        is_new = key not in here
        if is_new:
            here[key] = _new_table(here, is_last=number == len(way))
        found = here[key]
        if not isinstance(found, MutableMapping):
            raise ValueError(f"{key} is no table there")
        here = found
    for side, models in (("take", cut.take), ("keep", cut.keep)):
        listed = here.get(side)
        if not isinstance(listed, list):
            if models:
                here[side] = list(models)
            continue
        known = set(listed)
        listed.extend(model for model in models if model not in known)
    if is_new and isinstance(here, tomlkit.items.Table):
        # Between it and whatever comes next.
        here.add(tomlkit.nl())


def _new_table(beside: MutableMapping[str, object], *, is_last: bool) -> MutableMapping[str, object]:
    match beside:
        case tomlkit.items.InlineTable():
            return tomlkit.inline_table()
        case tomlkit.TOMLDocument() | tomlkit.items.Item() | tomlkit.container.OutOfOrderTableProxy():
            return tomlkit.table(is_super_table=not is_last)
        case _:
            return {}


def _alone(cut: NamedCut, way: tuple[str, ...]) -> str:
    document = tomlkit.document()
    _write(document, cut, way)
    return tomlkit.dumps(document)
