r"""`cutpoint init`: a commented `[tool.cutpoint]` in pyproject.toml, to be filled in where the defaults are wrong."""

import os
import tomllib
from pathlib import Path
from typing import Annotated

import typer

from cutpoint.cli.options import PathArgument
from cutpoint.cli.output import write
from cutpoint.config import CONFIG_FILE, LARGEST_FILE, OWN_FILE
from cutpoint.disk.reading import place_inside, read_regular
from cutpoint.disk.replacing import replace_content
from cutpoint.domain.errors import ConfigError, UsageError
from cutpoint.emit.safe import safe
from cutpoint.telling import tell

TEMPLATE = """\
[tool.cutpoint]
# What `cutpoint analyze` reads here; options on the command line win. Folders are relative to this file.
# `cutpoint doctor` shows how the project is understood without any of this.

# The Django root, where this folder holds several.
# root = "backend"

# The settings module, as in DJANGO_SETTINGS_MODULE.
# settings = "shop.settings"

# What of the settings can't be read: apps, URLs, the user model, and where migrations lie.
# installed-apps = ["shop", "billing"]
# root-urlconf = "shop.urls"
# auth-user-model = "shop.User"
# migration-modules = { shop = "shop.moved_migrations" }

# Folders that come first on the Python path.
# path = ["src"]

# A virtual environment or site-packages with what the project has installed.
# packages = [".venv"]

# What to leave out, in .gitignore syntax.
# exclude = ["legacy/"]

# What else is test code, in .gitignore syntax; usual names are known.
# tests = ["qa/"]

# Whether what test code and migrations do to tables counts.
# include-tests = true
# include-migrations = true

# How many worker processes read.
# workers = 4

# What code does that can't be read well enough: docs/reference/configuration.md has all kinds of hints.
#     [[tool.cutpoint.hints.writes]]
#     call = "legacy.db.bulk_upsert"
#     table = "orders_order"
"""


def init(
    folder: PathArgument = ".",
    print_only: Annotated[bool, typer.Option("--print", help="Print it, and write nothing.")] = False,
) -> None:
    """Add a commented section for cutpoint to PATH/pyproject.toml; the file is created where there is none."""
    if print_only:
        write(TEMPLATE, None)
        return
    if not Path(folder).is_dir():
        raise UsageError(f"{folder} is not a folder: give the folder that holds the project")
    if os.path.lexists(Path(folder, OWN_FILE)):
        raise UsageError(
            f"{Path(folder, OWN_FILE)} configures cutpoint already: edit that, or see all keys with --print"
        )
    file = Path(folder, CONFIG_FILE)
    try:
        existed = os.path.lexists(file)
        # A link in the project may lead to another file of it, and to none of anybody else's.
        place = Path(place_inside(folder, CONFIG_FILE))
        content = read_regular(str(place), LARGEST_FILE).decode() if existed else ""
        replace_content(place, _with_table(content, str(file)).encode())
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot write {file}: {getattr(error, 'strerror', None) or 'it is not UTF-8'}") from error
    tell(f"{'added [tool.cutpoint] to' if existed else 'created'} {safe(str(file))}")


def _with_table(content: str, file: str) -> str:
    tool = _parsed(content, file).get("tool")
    if isinstance(tool, dict) and "cutpoint" in tool:
        raise UsageError(f"{file} has a [tool.cutpoint] already: edit that, or see all keys with --print")
    newline = "\r\n" if "\r\n" in content else "\n"
    kept = content.rstrip()
    extended = (f"{kept}{newline}{newline}" if kept else "") + TEMPLATE.replace("\n", newline)
    try:
        _parsed(extended, file)
    except ConfigError as error:
        # `tool = {...}` on one line can't be extended by a table further down.
        raise UsageError(
            f"{file} defines `tool` in a way that no table can be added to: add one by hand, see --print"
        ) from error
    return extended


def _parsed(content: str, file: str) -> dict[str, object]:
    try:
        return tomllib.loads(content)
    except (ValueError, RecursionError) as error:
        raise ConfigError([f"{file} is not valid TOML: {str(error) or 'nested too deeply'}"]) from error
