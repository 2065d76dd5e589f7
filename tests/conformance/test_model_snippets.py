"""Models as people write them: what Django has after set-up is what cutpoint says, snippet by snippet.

Each snippet is an app: a file is its models.py, a folder is the whole app. All of them are installed in one project,
which Django sets up once and cutpoint reads once.
"""

import shutil
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.conformance.django_project import differences, manage, models_by_cutpoint, models_by_django

SNIPPETS = Path(__file__).parent / "snippets"
# Snippets in words that older releases of Django don't have.
NEEDS = {"generated_fields": (5, 0), "inner_classes": (5, 1), "composite_keys": (5, 2)}
DJANGO = tuple(map(int, version("django").split(".")[:2]))
NAMES = sorted(
    entry.stem
    for entry in SNIPPETS.iterdir()
    if not entry.name.startswith(("_", ".")) and NEEDS.get(entry.stem, DJANGO) <= DJANGO
)
# Made by a function that is called twice: one dotted name, two abstract classes.
AMBIGUOUS = {"class_factory.models.Log"}
FIRST = ["user_models", "plain_fields"]

SETTINGS = """
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.admin",
    {apps},
]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
TEMPLATES = [
    {{
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {{
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        }},
    }}
]
ROOT_URLCONF = "in_admin.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "user_models.User"
THING_MODEL = "swapped.OtherThing"
KEPT_MODEL = "swapped.Kept"
TABLE_PREFIX = "shop"
USES_POINTS = True
"""
MANAGE = """
import os, sys
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_settings")
from django.core.management import execute_from_command_line
execute_from_command_line(sys.argv)
"""


@pytest.fixture(scope="session")
def snippets(tmp_path_factory):
    project = tmp_path_factory.mktemp("snippets")
    for entry in SNIPPETS.iterdir():
        if entry.stem not in NAMES:
            continue
        if entry.is_dir():
            shutil.copytree(entry, project / entry.name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            (project / entry.stem).mkdir()
            (project / entry.stem / "__init__.py").touch()
            shutil.copy(entry, project / entry.stem / "models.py")
    apps = [*FIRST, *(name for name in NAMES if name not in FIRST)]
    (project / "site_settings.py").write_text(SETTINGS.format(apps=", ".join(f'"{app}"' for app in apps)))
    (project / "manage.py").write_text(MANAGE)
    return project


@pytest.fixture(scope="session")
def by_django(snippets):
    return models_by_django(snippets, "site_settings")


@pytest.fixture(scope="session")
def by_cutpoint(snippets):
    return models_by_cutpoint(snippets)[0]


def of_snippet(models, name):
    """The models that the snippet declares; one that it moves to another app is still its own."""
    own = {label: model for label, model in models.items() if model["module"].partition(".")[0] == name}
    return {label: model for label, model in own.items() if label not in AMBIGUOUS}


@pytest.mark.parametrize("name", NAMES)
def test_models_are_those_that_django_has(name, by_django, by_cutpoint):
    expected, got = of_snippet(by_django, name), of_snippet(by_cutpoint, name)
    assert not differences(got, expected)


@pytest.mark.parametrize("label", ["admin", "auth", "contenttypes", "sessions"])
def test_models_of_django_itself_are_read_too(label, by_django, by_cutpoint):
    expected = {name: model for name, model in by_django.items() if model["app"] == label and not model["abstract"]}
    got = {name: model for name, model in by_cutpoint.items() if model["app"] == label and not model["abstract"]}
    assert not differences(got, expected)


def test_django_accepts_the_snippets(snippets):
    done = manage(snippets, "check")
    assert done.returncode == 0, done.stderr
