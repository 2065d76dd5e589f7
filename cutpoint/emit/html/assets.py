"""The page's own modules → one script: in the source they import each other, in the page each is a function that gives what it exports."""

from __future__ import annotations

import posixpath
import re
from functools import cache
from importlib.resources import files

ENTRY = "main.js"
LIBRARY_SHA384 = "lyd1lDWZ623YSUJ/wMQH50y+T81dWKJk7ZoFdYWXQS83b0+QpW0pgdfXEnQnXL/X"
"""Of cytoscape.min.js as npm has it; a test compares."""

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "(\.[\w./-]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function\*?|class|const) (\w+)", re.MULTILINE)


@cache
def script() -> str:
    """All modules that `main.js` needs, each after those that it imports, in one strict function."""
    order: dict[str, str] = {}
    _collect(ENTRY, order, ())
    return '(() => {\n"use strict";\n' + "".join(order.values()) + "})();\n"


@cache
def stylesheet() -> str:
    """How the page looks: all sheets, in the order of their names."""
    folder = files(__package__) / "assets" / "styles"
    return "".join(sheet.read_text("utf-8") for sheet in sorted(folder.iterdir(), key=lambda sheet: sheet.name))


@cache
def skeleton() -> str:
    """The page without what is put into it."""
    return _text("page.html")


@cache
def library() -> str:
    """Cytoscape.js, as it is published."""
    return (files(__package__) / "vendor" / "cytoscape.min.js").read_text("utf-8")


def _collect(name: str, order: dict[str, str], above: tuple[str, ...]) -> None:
    if name in order:
        return
    if name in above:
        raise ValueError(f"modules of the page go in a circle: {' → '.join((*above, name))}")
    source = _text(name)
    folder = name.rpartition("/")[0]
    for _, imported in _IMPORT.findall(source):
        _collect(_path(folder, imported), order, (*above, name))
    exports = ", ".join(exported for _, exported in _EXPORT.findall(source))
    body = _EXPORT.sub(r"\1 \2", source)
    body = _IMPORT.sub(lambda found: f"const {_destructured(found[1])} = {_variable(_path(folder, found[2]))};\n", body)
    order[name] = f"const {_variable(name)} = (() => {{\n{body}return {{ {exports} }};\n}})();\n"


def _destructured(names: str) -> str:
    # `{ measure as size }` imports what `{ measure: size }` takes out of an object.
    return names.replace(" as ", ": ")


def _path(folder: str, imported: str) -> str:
    return posixpath.normpath(posixpath.join(folder, imported))


def _variable(name: str) -> str:
    return "$" + re.sub(r"\W", "_", name.removesuffix(".js"))


def _text(name: str) -> str:
    return (files(__package__) / "assets" / name).read_text("utf-8")
