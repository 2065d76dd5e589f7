"""Boundaries for tests of what is written from them, and what tools say of a library."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec

from cutpoint.domain.boundary import (
    Boundary,
    CallSite,
    Communication,
    Delivery,
    Operation,
    OperationKind,
    Parameter,
    Purpose,
    Record,
    Shape,
)
from cutpoint.domain.cut import Side

_QUERIES = {Shape.GET, Shape.LIST, Shape.COUNT, Shape.EXISTS}
RULES = "E,F,W,I,UP,B,C4,SIM,RUF,PIE,RET,N,Q"
"""What the library is linted by, beside ruff's defaults; long lines are left to the formatter, and errors are called as they are."""


def an_operation(name, shape="get", *parameters, model="orders.Order", served_by="take", **given) -> Operation:
    shape = Shape(shape)
    kind = OperationKind.QUERY if shape in _QUERIES else OperationKind.COMMAND
    if shape is Shape.EVENT:
        kind = OperationKind.EVENT
    said = {
        "id": f"{served_by}.{name}",
        "name": name,
        "served_by": Side(served_by),
        "kind": kind,
        "shape": shape,
        "model": model,
        "access": "read" if kind is OperationKind.QUERY else "write",
        "parameters": tuple(parameters),
        "returns": "None",
        "batch": False,
        "idempotent": kind is OperationKind.QUERY,
        "errors": (),
        "tables": (),
        "communication": Communication.CALL,
        "delivery": Delivery.AT_MOST_ONCE,
        "reason": "the answer is used at once",
        "ordering": "none",
        "timeout_ms": 1000,
        "retries": 2,
        "when_down": "the caller waits",
        "callers": (),
        "call_sites": (CallSite("billing/tasks.py", 3, "billing.tasks.bill", "billing.tasks"),),
    }
    return Operation(**(said | given))


def key(name="id", lookup="pk", **given) -> Parameter:
    return Parameter(name, "int", lookup, purpose=Purpose.CHOOSE, **given)


def column(name, type="str", **given) -> Parameter:  # noqa: A002 - called as the field is
    return Parameter(name, type, given.pop("lookup", name), purpose=Purpose.WRITE, **given)


def a_record(name, *fields, model="orders.Order") -> Record:
    return Record(name, model, (Parameter("id", "int", "pk"), *fields))


def a_boundary(*operations, records=(), name="orders") -> Boundary:
    # Whatever else a boundary holds is of no matter to a library.
    nothing = {field.name: () for field in msgspec.structs.fields(Boundary)}
    said = {"name": name, "cut_point": "1234abcd", "crossings": 0, "in_operations": 0}
    return Boundary(**(nothing | said | {"operations": tuple(operations), "records": tuple(records)}))


def write(files, folder: Path) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


def what_ruff_says(folder: Path, *ignored: str) -> str:
    rules = [
        "--isolated",
        "--target-version",
        "py310",
        "--extend-select",
        RULES,
        "--ignore",
        ",".join(["E501", "N818", *ignored]),
    ]
    return _said("ruff", "check", "--quiet", *rules, ".", cwd=folder)


def what_mypy_says(folder: Path, cache: Path) -> str:
    names = [part for name in packages_in(folder) for part in ("-p", name)]
    return _said("mypy", "--config-file=", "--strict", "--no-error-summary", f"--cache-dir={cache}", *names, cwd=folder)


def packages_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if (path / "__init__.py").exists())


def run_library_tests(library: Path, project: Path, settings: str) -> str:
    """What Django's test runner says of all packages of a library."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "PYTHON"))}
    done = subprocess.run(
        [
            sys.executable,
            "-W",
            "ignore",
            "-m",
            "django",
            "test",
            "-v",
            "2",
            *packages_in(library),
            "--settings",
            settings,
        ],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        env=clean | {"PYTHONPATH": f"{library}{os.pathsep}{project}", "PYTHONDONTWRITEBYTECODE": "1"},
    )
    return done.stderr


def _said(tool: str, *arguments: str, cwd: Path) -> str:
    clean = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "MYPYPATH"}}
    done = subprocess.run(
        [sys.executable, "-m", tool, *arguments], cwd=cwd, capture_output=True, text=True, check=False, env=clean
    )
    return done.stdout + done.stderr
