"""os.path and pathlib on texts below the analyzed root, and folders put on sys.path."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from cutpoint.domain.values import PathText, Place, Unknown, Value
from cutpoint.resolve.execution.places import folder_of, path_at
from cutpoint.resolve.execution.targets import iterate

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.scope import Environment
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.execution.known.signature import KnownFunction


def _on_texts(function: Callable[..., Value]) -> KnownFunction:
    def call(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
        texts = [run.plain(argument) for argument in a]
        if texts and all(isinstance(text, str) for text in texts):
            try:
                path = function(*texts)
                return PathText(path) if type(path) is str else path
            except TypeError:
                # More arguments than the function takes.
                return Unknown("a path that cannot be", place)
        return Unknown("a path with unknown parts", place)

    return call


def _insert(run: Interpreter, a: list[Value], _k: dict[str, Value], _p: Place, _e: Environment | None) -> Value:
    folder = run.plain(a[-1]) if a else None
    if isinstance(folder, str):
        run.note_path(folder)
    return None


def _extend(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    for folder in map(run.plain, iterate(run, a[0], place)[0] if a else []):
        if isinstance(folder, str):
            run.note_path(folder)
    return None


def _join(*parts: str) -> Value:
    return path_at(posixpath.join(*parts))


def _absolute(path: str) -> Value:
    return path_at(path if path.startswith("/") else f"/{path}")


FUNCTIONS: dict[str, KnownFunction] = {
    "os.path.join": _on_texts(_join),
    "os.path.dirname": _on_texts(folder_of),
    "os.path.abspath": _on_texts(_absolute),
    "os.path.realpath": _on_texts(_absolute),
    "os.path.normpath": _on_texts(path_at),
    "os.path.basename": _on_texts(posixpath.basename),
    "pathlib.Path": _on_texts(_join),
    "pathlib.PurePath": _on_texts(_join),
    "environ.Path": _on_texts(_join),
    "sys.path.insert": _insert,
    "sys.path.append": _insert,
    "sys.path.extend": _extend,
    "site.addsitedir": _insert,
}
