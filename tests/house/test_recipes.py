"""What people copy installs a wheel of ours, and never what an index has under a name."""

import re
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
# Pages, recipes, scripts and the texts of commands; how a name was chosen is told in decisions, and tested here.
SUFFIXES = {".md", ".yml", ".yaml", ".toml", ".py", ".sh", ".txt", ".html", ".js", ".json", ""}
LEFT_OUT = {".git", ".venv", ".ci-venv", "dist", "build", "__pycache__"}
FILES = sorted(
    file
    for file in CHECKOUT.rglob("*")
    if file.suffix in SUFFIXES
    and not any(part in LEFT_OUT or part.endswith("_cache") for part in file.relative_to(CHECKOUT).parts)
    and file.is_file()
    and file != Path(__file__)
)
# An installer, whatever options, and our name with nothing that says where from: no path, no address.
BY_NAME = re.compile(
    r"(?:\bpip3?\s+(?:install|download|wheel)|\bpipx\s+(?:install|run)|\buvx|\buv\s+(?:add|pip\s+install|run\s+--with|tool\s+(?:install|run)))"
    r"(?:\s+(?:\\\s+)?[^\s`]+)*?\s+[\"']?(?:django[-_])?cutpoint(?:\[[\w,-]*\])?"
    r"(?![\w./-])(?!\[?[\w,-]*\]?\s*@)|(?:django[-_])?cutpoint\s*[=~<>!]=",
    re.ASCII,
)


@pytest.mark.parametrize(
    "recipe",
    [
        "pip install cutpoint",
        "python -I -m pip install --quiet cutpoint",
        "pip install 'django-cutpoint>=0.1'",
        "pipx run cutpoint check .",
        "uvx cutpoint",
        "uv tool install django-cutpoint",
        "cutpoint==0.1.0",
    ],
)
def test_recipes_by_name_are_seen(recipe):
    assert BY_NAME.search(recipe)


@pytest.mark.parametrize(
    "recipe",
    [
        "pip install dist/django_cutpoint-VERSION-py3-none-any.whl",
        'pip install "https://files.example/django_cutpoint-VERSION-py3-none-any.whl#sha256=DIGEST"',
        "django-cutpoint @ https://files.example/x.whl --hash=sha256:DIGEST",
        "pip install -r cutpoint-requirements.txt",
        "cutpoint check .",
    ],
)
def test_wheels_and_commands_are_none(recipe):
    assert not BY_NAME.search(recipe)


def test_nothing_installs_us_by_name():
    assert len(FILES) > 500
    lines = ((file, line) for file in FILES for line in file.read_text("utf-8", "replace").splitlines())
    assert [f"{file.relative_to(CHECKOUT)}: {line.strip()}" for file, line in lines if BY_NAME.search(line)] == []


def test_the_distribution_is_not_called_as_a_project_of_others():
    assert tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]["name"] == "django-cutpoint"
