"""Monoliths of a few lines: written to disk, and resolved inside this process, where no worker has to be started."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import TypeVar

import msgspec

from cutpoint.discover.project import discover
from cutpoint.domain.catalog import App, Catalog, Model
from cutpoint.domain.facts import FileFacts
from cutpoint.domain.project import Options
from cutpoint.domain.source import SourceFile
from cutpoint.pipeline import facts_of
from cutpoint.resolve.resolve import Resolution, resolve

MANAGE = """
import os
from django.core.management import execute_from_command_line
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
execute_from_command_line([])
"""


Item = TypeVar("Item")


def write_files(root: Path, files: dict[str, str]) -> Path:
    """Write *files* (path → text, indented as it pleases) below *root*."""
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text), encoding="utf-8")
    return root


def facts_of_text(text: str, path: str = "module.py", role: str = "code") -> FileFacts:
    """What a worker would say of *text*."""
    return msgspec.msgpack.decode(facts_of(dedent(text).encode(), path, role), type=FileFacts)


def resolution_of(root: Path, files: dict[str, str], **options) -> Resolution:
    """Write *files* below *root* and resolve them; paths in *options* are relative to *root*."""
    write_files(root, files)
    for name in ("python_path", "packages"):
        options[name] = tuple(str(root / folder) for folder in options.get(name, ()))
    if "django_root" in options:
        options["django_root"] = str(root / options["django_root"])
    wanted = Options(root=str(root / options.pop("below", ".")), **options)
    project = discover(wanted)
    facts = {file.path: facts_of_file(file) for file in project.files}
    return resolve(project, wanted, facts, facts_of_file)


def catalog_of(root: Path, files: dict[str, str], **options) -> Catalog:
    return resolution_of(root, files, **options).catalog


def a_project(root: Path, settings: str, files: dict[str, str] | None = None, **options) -> Catalog:
    """A project whose config/settings.py says *settings*."""
    return catalog_of(
        root,
        {"manage.py": MANAGE, "config/__init__.py": "", "config/settings.py": settings, **(files or {})},
        **options,
    )


def models_of(root: Path, text: str, settings: str = "", files: dict[str, str] | None = None, **options) -> Catalog:
    """A project with one app, `shop`, whose models.py says *text*; *settings* come after INSTALLED_APPS."""
    said = f'INSTALLED_APPS = ["shop"]\n{dedent(settings)}'
    imports = "from django.db import models\n"
    shop = {"shop/__init__.py": "", "shop/models.py": imports + dedent(text)}
    return a_project(root, said, {**shop, **(files or {})}, **options)


def model(catalog: Catalog, label: str) -> Model:
    found: Model = one(item for item in catalog.models if item.label == label)
    return found


def app(catalog: Catalog, label: str) -> App:
    found: App = one(item for item in catalog.apps if item.label == label)
    return found


def one(items: Iterable[Item]) -> Item:
    """The only one of *items*."""
    (only,) = items
    return only


def labels(catalog: Catalog) -> list[str]:
    """Labels of the models of ours, sorted."""
    return [item.label for item in catalog.models if item.ours]


def columns(catalog: Catalog, label: str) -> list[str]:
    """`column Type` of a model's own columns, sorted by the names of the fields."""
    return [f"{field.column} {field.type}" for field in model(catalog, label).fields]


def relations(catalog: Catalog, label: str) -> list[str]:
    """`name kind target` of a model's relations, sorted."""
    return [f"{relation.name} {relation.kind} {relation.to}" for relation in model(catalog, label).relations]


def spots(catalog: Catalog) -> list[tuple[str, int, str]]:
    """(path, line, kind) of the blind spots."""
    return [(spot.path, spot.line, spot.kind) for spot in catalog.blind_spots]


def facts_of_file(file: SourceFile) -> FileFacts:
    """What a worker would say of *file*; it is asked once while the file stays as it is."""
    return _facts_at(file.location, file.path, file.role.value, file.mtime_ns)


@cache
def _facts_at(location: str, path: str, role: str, _changed: int) -> FileFacts:
    return msgspec.msgpack.decode(facts_of(Path(location).read_bytes(), path, role), type=FileFacts)
