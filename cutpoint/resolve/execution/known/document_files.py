"""Settings that stand in documents: what json, tomllib, yaml and their kin read, and dynaconf."""

from __future__ import annotations

import json
import posixpath
import re
import tomllib
from typing import TYPE_CHECKING, Any

import yaml

from cutpoint.domain.values import LARGEST, Content, Mapping, Place, Sequence, Unknown, Unread, Value
from cutpoint.resolve.execution.places import below_root

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cutpoint.domain.scope import Environment
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.execution.known.signature import KnownFunction

_MALFORMED = (ValueError, RecursionError, yaml.YAMLError)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc] # which of the two is known at run time
    """The safe loader, in C where there is one; it gives up on mappings that are merged into each other without end."""

    _merged = 0

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Put what `<<` names into *node*: a few lines that name each other several times would make very many."""
        super().flatten_mapping(node)
        self._merged += len(node.value)
        if self._merged > LARGEST:
            raise yaml.YAMLError("a document of too many values")


def _parsed_yaml(data: bytes) -> Any:  # noqa: ANN401 (what a document holds)
    try:
        return yaml.load(data, _Loader)  # noqa: S506 (it is the safe one)
    except (yaml.YAMLError, RecursionError, MemoryError):
        raise
    except Exception as error:
        # `!!timestamp x`: its constructors trust that a value has the form of its tag.
        raise ValueError(f"a value that is not of its tag: {error}") from error


def _parsed_toml(data: bytes) -> Any:  # noqa: ANN401
    return tomllib.loads(data.decode())


_FORMATS: dict[str, Callable[[bytes], Any]] = {
    ".toml": _parsed_toml,
    ".yaml": _parsed_yaml,
    ".yml": _parsed_yaml,
    ".json": json.loads,
}


def _read(run: Interpreter, path: str, parse: Callable[[bytes], Any]) -> Value:
    """The value of the document at *path*, where `/` is the root; Unknown when there is none, or it is malformed."""
    at = below_root(path)
    if at is None:
        return Unknown(f"{path} lies outside of the tree")
    data = run.document(at)
    if isinstance(data, Unread):
        return Unknown(data.reason)
    try:
        return _Lines(at, data).valued(parse(data))
    except _MALFORMED as error:
        return Unknown(f"{at} is malformed", Place(at, _line_of(error)))


_LINE_IN_TEXT = re.compile(r"\(at line (\d+),")


def _line_of(error: Exception) -> int:
    """The line on which a parser gave up, where it says so; else 0."""
    mark = getattr(error, "problem_mark", None)
    told = _LINE_IN_TEXT.search(str(error)) if isinstance(error, tomllib.TOMLDecodeError) else None
    line = mark.line + 1 if mark is not None else int(told[1]) if told else getattr(error, "lineno", 0)
    return int(line)


class _Lines:
    """Turns what a parser gives into values that know on which line of the document they stand."""

    def __init__(self, path: str, data: bytes) -> None:
        self._path = path
        self._lines = data.decode("utf-8", "replace").splitlines()
        self._left = LARGEST

    def valued(self, given: Any) -> Value:  # noqa: ANN401
        # An alias of YAML stands for its value wherever it is named, so a short document may hold very many.
        self._left -= 1
        if self._left < 0:
            return Unknown("a document of too many values", Place(self._path, 0))
        if isinstance(given, dict):
            return Mapping({key: self.valued(value) for key, value in given.items() if isinstance(key, str | int)})
        if isinstance(given, list):
            return Sequence([self.valued(item) for item in given], [self._place(item) for item in given])
        if isinstance(given, str | int | float | bool | None):
            return given
        return Unknown("a value of a document", Place(self._path, 0))

    def _place(self, item: object) -> Place:
        text = item if isinstance(item, str) else ""
        line = next((number for number, line in enumerate(self._lines, start=1) if text and text in line), 0)
        return Place(self._path, line)


def _loads(parse: Callable[[bytes], Any]) -> KnownFunction:
    def load(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
        source = run.plain(a[0]) if a else None
        return _read(run, source.path, parse) if type(source) is Content else Unknown("a document", place)

    return load


_MERGE = "dynaconf_merge"


def _dynaconf(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, env: Environment | None) -> Value:
    """`DjangoDynaconf(__name__)`: what the documents say wins over the names of the module."""
    del a
    if env is None:
        return NotImplemented
    names = env.module.env
    layered = run.truth(k.get("environments", True))[0] is not False
    for path in _dynaconf_files(run, k, place.path):
        document = _read(run, path, _FORMATS[posixpath.splitext(path)[1]])
        if type(document) is not Mapping:
            run.blind(
                env.module, place.line, "unreadable-setting", getattr(document, "reason", f"{path} is no mapping")
            )
            continue
        for section in _sections(run, document, k) if layered else [document]:
            for key, value in section.items.items():
                name = str(key).upper()
                names[name] = _merged(run, names.get(name), value)
    return None


def _sections(run: Interpreter, document: Mapping, k: dict[str, Value]) -> Iterator[Mapping]:
    """Those that count where nothing else is said: `default`, `development` and `global`."""
    chosen = run.plain(k.get("env", "development"))
    for wanted in ("default", str(chosen).lower(), "global"):
        for name, section in document.items.items():
            inside = run.plain(section)
            if str(name).lower() == wanted and type(inside) is Mapping:
                yield inside


def _dynaconf_files(run: Interpreter, k: dict[str, Value], beside: str) -> list[str]:
    """The documents that are there, in the order in which they win: beside the settings, and in the folders above."""
    given = run.plain(k.get("settings_files", k.get("SETTINGS_FILES_FOR_DYNACONF")))
    listed = given.items if type(given) is Sequence else given if type(given) is tuple else (given,)
    names = [str(name) for name in map(run.plain, listed) if isinstance(name, str)]
    names = names or [f"settings{local}{ending}" for local in ("", ".local") for ending in _FORMATS]
    folder = posixpath.dirname(beside)
    folders = [folder]
    while folder:
        folder = posixpath.dirname(folder)
        folders.append(folder)
    found = []
    for name in names:
        if posixpath.splitext(name)[1] not in _FORMATS or posixpath.basename(name).startswith(".secrets"):
            continue
        places = (
            [name]
            if name.startswith("/")
            else [posixpath.join(home, inside, name) for home in folders for inside in ("", "config")]
        )
        found += [path for path in places if _may_be_there(run, path)][:1]
    return found


def _may_be_there(run: Interpreter, path: str) -> bool:
    """Whether the file is there, readable or not; of one outside of the tree there is no knowing."""
    at = below_root(path)
    held = run.document(at) if at is not None else None
    return type(held) is not Unread or held.is_there


def _merged(run: Interpreter, before: Value, value: Value) -> Value:
    """*value*, behind what was there *before* when it says so: a list with `dynaconf_merge` in it, or `{dynaconf_merge = […]}`."""
    old = run.plain(before)
    if type(value) is Mapping and _MERGE in value.items:
        more = run.plain(value.items[_MERGE])
        if type(more) is Sequence:
            value = Sequence([*more.items, _MERGE], [*more.places, None])
        else:
            kept = {key: item for key, item in value.items.items() if key != _MERGE}
            return Mapping({**old.items, **kept}) if type(old) is Mapping else Mapping(kept)
    if type(value) is Sequence and _MERGE in value.items:
        pairs = [(item, at) for item, at in zip(value.items, value.places, strict=True) if item != _MERGE]
        begun = Sequence([], [])
        if type(old) in (Sequence, tuple):
            items = list(old) if type(old) is tuple else old.items
            places = [None] * len(items) if type(old) is tuple else old.places
            begun = Sequence(list(items), list(places))
        begun.extend([item for item, _ in pairs], [at for _, at in pairs])
        return begun
    return value


KEPT = {"dynaconf.contrib.django_dynaconf_v2.load": "dynaconf.DjangoDynaconf"}

FUNCTIONS: dict[str, KnownFunction] = {
    **dict.fromkeys(("json.load", "json.loads", "simplejson.load", "ujson.load"), _loads(json.loads)),
    **dict.fromkeys(
        [f"{module}.{name}" for module in ("tomllib", "tomli", "toml") for name in ("load", "loads")],
        _loads(_parsed_toml),
    ),
    **dict.fromkeys(("yaml.safe_load", "yaml.load", "yaml.full_load"), _loads(_parsed_yaml)),
    **dict.fromkeys(
        ("dynaconf.DjangoDynaconf", "dynaconf.contrib.DjangoDynaconf", "dynaconf.contrib.django_dynaconf_v2.load"),
        _dynaconf,
    ),
}
