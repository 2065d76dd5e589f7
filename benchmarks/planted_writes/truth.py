"""What a running Django said about a project → its apps, its models and how they lead to each other.

The dump is a JSON file, gzipped: `name`, `settings_module`, `path`, `apps` with `label`, `path` and `first` (the project's own),
and `models` with `label`, `app`, `cls`, `module`, `file`, `table`, `managers` and `fields` (`n` name, `c` class, `col` column,
`to`, `kind`, `related_name`, `null`).
"""

import ast
import gzip
import json
import re
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

_LITERALS = {
    "CharField": '"planted"',
    "TextField": '"planted"',
    "SlugField": '"planted"',
    "IntegerField": "1",
    "PositiveIntegerField": "1",
    "SmallIntegerField": "1",
    "BigIntegerField": "1",
    "BooleanField": "True",
}
_DJANGO = "django.db.models.fields"
_TEST = re.compile(r"(^|/)(tests?|testing|testutils?|[a-z]+_tests?)/|(^|/)(tests?|test_\w+|\w+_tests?|conftest)\.py$")


class Field(NamedTuple):
    """A plain column, and a literal that fits it."""

    name: str
    column: str
    literal: str


class Relation(NamedTuple):
    """A way from a row: its attribute, the model at the other end, and for many-to-many the table of the pairs."""

    name: str
    to: str
    can_be_null: bool = False
    cascades: bool = False
    """Whether the rows at the other end go along when this one is deleted."""
    table: str = ""


class Model(NamedTuple):
    """A model of the project itself, that its file declares with a class statement."""

    label: str
    app: str
    name: str
    module: str
    path: str
    home: str
    """The module that its file is: a package may say that what its modules declare is its own."""
    table: str
    manager: str
    is_child: bool
    """Its rows lie in two tables: the model inherits from another one that has a table."""
    deletes: bool
    """Whether it leaves it to Django to delete a row."""
    fields: tuple[Field, ...]
    required: tuple[str, ...]
    """Columns of foreign keys that may not be null."""
    keys: tuple[Relation, ...]
    reverse: tuple[Relation, ...]
    many: tuple[Relation, ...]


class Truth:
    """The dump at *path*, of the tree at *root*."""

    def __init__(self, path: Path, root: Path) -> None:
        with gzip.open(path, "rt") as file:
            self._said: dict[str, Any] = json.load(file)
        self._root = root
        self.name: str = self._said["name"]

    @property
    def version(self) -> str:
        """Of the tree."""
        return str(self._said["commit"] or self._said["version"])

    @cached_property
    def options(self) -> tuple[str, ...]:
        """How cutpoint is told what Django was told."""
        return (
            "--settings",
            self._said["settings_module"],
            *(word for each in self._paths for word in ("--path", each)),
        )

    @cached_property
    def apps(self) -> dict[str, str]:
        """Labels of the project's own apps, by folder; apps of test code left out."""
        return {
            each["path"]: each["label"] for each in self._said["apps"] if each["first"] and not is_test(each["path"])
        }

    def app_of(self, path: str) -> str | None:
        """The innermost app that the file at *path* lies in."""
        folders = [folder for folder in self._folders if path.startswith(f"{folder}/")]
        return self.apps.get(max(folders, key=len)) if folders else None

    @cached_property
    def _folders(self) -> tuple[str, ...]:
        return tuple(each["path"] for each in self._said["apps"] if each["first"])

    @cached_property
    def models(self) -> dict[str, Model]:
        """By label."""
        return {each["label"]: self._model(each) for each in self._ours}

    @cached_property
    def _ours(self) -> list[dict[str, Any]]:
        return [each for each in self._said["models"] if self._is_ours(each)]

    @cached_property
    def _reverse(self) -> dict[str, list[Relation]]:
        reverse: dict[str, list[Relation]] = {}
        for each in self._ours:
            for field in each["fields"]:
                if field.get("kind") == "fk" and _is_django(field) and (name := _reverse_name(each, field)):
                    relation = Relation(
                        name, each["label"], field.get("null", False), field.get("on_delete") == "CASCADE"
                    )
                    reverse.setdefault(field["to"], []).append(relation)
        return reverse

    @cached_property
    def users(self) -> tuple[Model, ...]:
        """The model of users, whosever it is; none where it belongs to test code."""
        label = self._said["settings"]["AUTH_USER_MODEL"].lower()
        said = next(each for each in self._said["models"] if each["label"].lower() == label)
        if is_test(said["file"]):
            return ()
        model = self._model(said)
        # Of what an installed package has, the table of users is all that the gate minds.
        return (model if said["first"] else model._replace(many=()),)

    def module_of(self, path: str) -> str:
        """What the file at *path* is called as a module."""
        folder = max((each for each in self._paths if path.startswith(f"{each}/")), key=len, default="")
        return path.removeprefix(f"{folder}/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def _paths(self) -> list[str]:
        # What lies outside of the tree is written `<outside>`.
        return [each.removeprefix("site-packages/") for each in self._said["path"] if not each.startswith((".", "<"))]

    def _model(self, said: dict[str, Any]) -> Model:
        cls = self._class_of(said)
        model = _model(said, self.module_of(said["file"]), tuple(self._reverse.get(said["label"], ())))
        return model._replace(deletes=cls is None or _method(cls, "delete") is None)

    def _is_ours(self, said: dict[str, Any]) -> bool:
        if not said["first"] or not said["managed"] or said["proxy"] or said["app"] not in self.apps.values():
            return False
        cls = self._class_of(said)
        return cls is not None and not is_test(said["file"]) and not _refuses(cls)

    def _class_of(self, said: dict[str, Any]) -> ast.ClassDef | None:
        path = self._root / said["file"]
        return _class_in(path.read_bytes(), said["cls"]) if path.is_file() else None


def is_test(path: str) -> bool:
    """Whether the file or folder at *path* is test code, by the names that people give it."""
    return _TEST.search(path if path.endswith(".py") else f"{path}/") is not None


def _class_in(text: bytes, name: str) -> ast.ClassDef | None:
    try:
        classes = [node for node in ast.parse(text).body if isinstance(node, ast.ClassDef)]
    except SyntaxError:
        return None
    return next((node for node in classes if node.name == name), None)


def _method(cls: ast.ClassDef, name: str) -> ast.FunctionDef | None:
    return next((node for node in cls.body if isinstance(node, ast.FunctionDef) and node.name == name), None)


def _refuses(cls: ast.ClassDef) -> bool:
    """Whether its rows can't be saved or deleted."""
    methods = filter(None, (_method(cls, name) for name in ("save", "delete")))
    return any(isinstance(method.body[-1], ast.Raise) for method in methods)


def _is_django(field: dict[str, Any]) -> bool:
    name: str = field["c"]
    return name.startswith((_DJANGO, "mptt."))


def _reverse_name(model: dict[str, Any], field: dict[str, Any]) -> str:
    name: str = field.get("related_name") or f"{model['cls'].lower()}_set"
    return name if name.isidentifier() else ""


def _model(said: dict[str, Any], home: str, reverse: tuple[Relation, ...]) -> Model:
    fields = said["fields"]
    keys = [each for each in fields if each.get("kind") in {"fk", "o2o"} and each.get("col")]
    return Model(
        said["label"],
        said["app"],
        said["cls"],
        said["module"],
        said["file"],
        home,
        said["table"],
        said.get("default_manager") or "objects",
        bool(said.get("parents")),
        True,
        tuple(
            Field(each["n"], each.get("col") or each["n"], literal)
            for each in fields
            if each["c"].startswith(_DJANGO) and not each.get("pk") and not each.get("kind")
            if (literal := _LITERALS.get(each["c"].rpartition(".")[2]))
        ),
        tuple(each["col"] for each in keys if not each.get("null") and not each.get("parent_link")),
        tuple(Relation(each["n"], each["to"]) for each in keys if not each.get("parent_link")),
        reverse,
        tuple(
            Relation(each["n"], each["to"], table=each["m2m_table"])
            for each in fields
            if each.get("kind") == "m2m" and each.get("through_auto") and each["c"].startswith(_DJANGO)
        ),
    )
