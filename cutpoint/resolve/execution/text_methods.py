"""Methods of texts and of paths, carried out on known values."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from cutpoint.domain.objects import Native
from cutpoint.domain.values import Content, PathText, Sequence, Unknown, Value, check_size
from cutpoint.resolve.execution.places import ABOVE_ROOT, path_at
from cutpoint.resolve.execution.scripts import files_at
from cutpoint.resolve.execution.targets import iterate
from cutpoint.resolve.execution.texts import formatted, joined, put_together

if TYPE_CHECKING:
    from cutpoint.resolve.execution.interpreter import Interpreter

# Methods whose result is never much longer than what goes in.
_TEXT_METHODS = frozenset(
    [
        "lower",
        "upper",
        "title",
        "capitalize",
        "swapcase",
        "strip",
        "lstrip",
        "rstrip",
        "split",
        "rsplit",
        "splitlines",
        "startswith",
        "endswith",
        "partition",
        "rpartition",
        "removeprefix",
        "removesuffix",
        "isdigit",
        "isidentifier",
        "find",
        "index",
        "count",
        "casefold",
    ]
)


def text_method(run: Interpreter, text: str, name: str) -> Value:
    """A method of a text."""

    def call(arguments: list[Value], keywords: dict[str, Value]) -> Value:
        known = [run.plain(argument) for argument in arguments]
        match name:
            case "join":
                items, _ = iterate(run, arguments[0] if arguments else (), None)
                parts = [run.plain(item) for item in items]
                if all(isinstance(part, str) for part in parts):
                    return joined(text, parts)
                if arguments and type(run.plain(arguments[0])) in (Sequence, tuple):
                    return put_together([piece for part in parts for piece in (text, part)][1:], run.here)
            case "format":
                return formatted(text, known, {key: run.plain(value) for key, value in keywords.items()})
            case "replace" if len(known) >= 2 and all(isinstance(part, str) for part in known[:2]):
                check_size(len(text) + text.count(known[0]) * len(known[1]))
                return text.replace(known[0], known[1])
            case "rjust" | "ljust" | "center" | "zfill":
                return _padded(text, name, known)
            case _ if (
                name in _TEXT_METHODS and not keywords and all(isinstance(k, str | int | tuple | None) for k in known)
            ):
                return _text_method(text, name, known)
        kind = "path" if isinstance(text, PathText) else "text"
        return Unknown(f"the {kind} method {name}", run.here)

    return Native(call)


# The widest text that padding may make.
_WIDEST = 1_000


def _padded(text: str, name: str, known: list[Value]) -> Value:
    if known and type(known[0]) is int and known[0] <= _WIDEST and all(isinstance(fill, str) for fill in known[1:]):
        return _text_method(text, name, known)
    return Unknown("a padded text")


def _text_method(text: str, name: str, known: list[Value]) -> Value:
    try:
        result = getattr(text, name)(*known)
    except (TypeError, ValueError):
        return Unknown(f"the text method {name} on unknown values")
    return Sequence(result) if isinstance(result, list) else result


def path_method(run: Interpreter, path: PathText, name: str) -> Value:
    """A method or attribute of a pathlib path; None when a text has the same."""
    match name:
        case "parent":
            return Unknown(ABOVE_ROOT) if path == "/" else PathText(posixpath.dirname(path) or "/")
        case "parents":
            chain, current = [], str(path)
            while current not in ("/", ""):
                current = posixpath.dirname(current) or "/"
                chain.append(PathText(current))
            return tuple(chain)
        case "name":
            return posixpath.basename(path)
        case "stem":
            return posixpath.basename(path).rpartition(".")[0] or posixpath.basename(path)
        case "resolve" | "absolute" | "as_posix" | "expanduser":
            return Native(lambda _arguments, _keywords: path)
        case "joinpath":
            return Native(lambda arguments, _: _joined(path, [run.plain(argument) for argument in arguments]))
        case "open" | "read_text" | "read_bytes":
            return Native(lambda _arguments, _keywords: Content(path))
        case "exists" | "is_file" | "is_dir":
            return Native(lambda _arguments, _keywords: is_there(run, path))
        case "suffix":
            return posixpath.splitext(path)[1]
    return None


def is_there(run: Interpreter, path: str) -> Value:
    """Whether there is a file at *path*: a tree that was checked out does not have all that lies beside it where it runs."""
    return bool(files_at(run, path)) or Unknown("a file that only run time has")


_KEPT = frozenset({"read", "decode", "encode", "strip", "rstrip", "replace", "__enter__"})


def content_method(content: Content, name: str) -> Value:
    """A method or attribute of an open file, or of the text that was read from it; None for what would need the text itself."""
    if name == "name":
        return PathText(content.path)
    if name in _KEPT:
        return Native(lambda _arguments, _keywords: content)
    return Native(lambda _arguments, _keywords: None) if name in ("close", "seek") else None


def _joined(path: PathText, parts: list[Value]) -> Value:
    if all(isinstance(part, str) for part in parts):
        return path_at(posixpath.join(path, *parts))
    return Unknown("a path with unknown parts")
