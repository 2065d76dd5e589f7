"""A Django project on disk → its models by Django itself, and by cutpoint."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.support.commands import start

_HERE = Path(__file__).parent
COMPARED = ("table", "managed", "proxy", "abstract", "swapped", "auto_created", "app", "module", "name", "bases")


def models_by_django(project: Path, settings: str, **environment: str) -> dict:
    """Every model by its label as Django has it after set-up; abstract ones by module and name."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", str(_HERE / "dump_models.py")],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        env=_clean()
        | {"DJANGO_SETTINGS_MODULE": settings, "PYTHONPATH": str(project), "PYTHONDONTWRITEBYTECODE": "1"}
        | environment,
    )
    assert done.returncode == 0, done.stderr
    return _by_label(json.loads(done.stdout))


def models_by_cutpoint(project: Path, *options: str) -> tuple[dict, dict]:
    """The same by cutpoint, and its whole report."""
    done = start("analyze", project, "--format", "json", "--no-cache", "-q", *options)
    assert done.code == 0, done.err
    report = json.loads(done.out)
    return _by_label(map(_without_places, report["models"])), report


def manage(project: Path, *arguments: str) -> subprocess.CompletedProcess:
    """Run the project's own manage.py."""
    return subprocess.run(
        [sys.executable, "-W", "ignore", "manage.py", *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        env=_clean() | {"PYTHONDONTWRITEBYTECODE": "1"},
    )


def differences(got: dict, expected: dict) -> list[str]:
    """What cutpoint says of models and Django does not (`+`), and the other way round (`-`), a line each."""
    found = []
    for label in sorted({*got, *expected}):
        ours, theirs = _said_of(got.get(label)), _said_of(expected.get(label))
        found += [f"+ {label}: {line}" for line in ours if line not in theirs]
        found += [f"- {label}: {line}" for line in theirs if line not in ours]
    return found


def _said_of(model: dict | None) -> list[str]:
    if model is None:
        return ["there is no such model"]
    lines = [f"{key} = {model[key]!r}" for key in COMPARED]
    for kind in ("fields", "relations"):
        for item in model[kind]:
            lines += [f"{kind[:-1]} {item['name']}: {key} = {value!r}" for key, value in item.items() if key != "name"]
    return lines


def _clean() -> dict:
    return {key: value for key, value in os.environ.items() if not key.startswith(("DJANGO_", "PYTHON"))}


def _by_label(models) -> dict:
    return {f"{model['module']}.{model['name']}" if model["abstract"] else model["label"]: model for model in models}


def _without_places(model: dict) -> dict:
    relations = [{k: v for k, v in relation.items() if k not in {"path", "line"}} for relation in model["relations"]]
    return model | {"relations": relations}
