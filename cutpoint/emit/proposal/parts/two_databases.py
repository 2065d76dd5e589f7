"""`two_databases/`: a router, settings and a test runner that run the project's own tests on two databases today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.cut import Side
from cutpoint.emit.proposal.python_text import double_quoted, indented, python_name, python_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.boundary import Boundary

FOLDER = "two_databases"


def files(boundary: Boundary) -> Iterator[tuple[str, str]]:
    """One Django app with all that it takes; nothing when no table leaves."""
    tables = [each for each in boundary.data if each.side is Side.TAKE]
    if not tables:
        return
    alias = alias_of(boundary.name)
    taken = python_texts(each.model.lower() for each in tables)
    relations = python_texts(f"{each.model}.{each.field}" for each in boundary.foreign_keys)
    yield f"{FOLDER}/__init__.py", _INIT
    yield f"{FOLDER}/apps.py", _APPS.replace("{relations}", indented(relations))
    yield (
        f"{FOLDER}/routers.py",
        _ROUTERS.replace("{alias}", double_quoted(alias)).replace("{taken}", indented(taken, 8)),
    )
    yield f"{FOLDER}/settings.py", _SETTINGS.replace("{settings}", double_quoted(boundary.settings or "settings"))
    yield f"{FOLDER}/runner.py", _RUNNER
    yield f"{FOLDER}/pytest_plugin.py", _PYTEST


def alias_of(name: str) -> str:
    """The alias of the database of what is taken out; never `default`."""
    found = python_name(name, "taken")
    return "taken" if found == "default" else found


_INIT = '''"""The monolith as it is, on two databases: what would break after the cut breaks here.

Run the project's own tests from its folder, with the folder that holds this one on the Python path:

    python manage.py test --settings two_databases.settings
    pytest -p two_databases.pytest_plugin --ds two_databases.settings

Tables are made from the models as they stand, without migrations: what data migrations would have put in is missing.
"""
'''

_APPS = '''"""Constraints of relations that cross are dropped before tables are made."""

from django.apps import AppConfig, apps

CROSSING = (
{relations}
)
"""Relations whose two ends lie in two databases, as app.Model.field."""


class TwoDatabases(AppConfig):
    """Nothing but the moment at which all models are there."""

    name = "two_databases"

    def ready(self):
        """Columns stay, with their indexes; the databases no longer hold them to anything."""
        for name in CROSSING:
            label, _, field_name = name.rpartition(".")
            field = apps.get_model(label)._meta.get_field(field_name)
            field.db_constraint = False
            through = getattr(field.remote_field, "through", None)
            if through is not None and through._meta.auto_created:
                for between in through._meta.local_fields:
                    if between.remote_field is not None:
                        between.db_constraint = False
'''

_ROUTERS = '''"""Which table lies in which database after the cut."""

ALIAS = {alias}
"""The database of what is taken out; all others stay in `default`."""

TAKEN = frozenset(
    (
{taken}
    )
)
"""Labels of the models that leave, in lower case; those between models included."""


def is_taken(model):
    """Whether rows of *model* leave; a proxy's are those of its model."""
    concrete = model._meta.concrete_model or model
    return concrete._meta.label_lower in TAKEN


class CutRouter:
    """Put it first in DATABASE_ROUTERS."""

    def db_for_read(self, model, **hints):
        """Everything is read where it lies."""
        return ALIAS if is_taken(model) else None

    def db_for_write(self, model, **hints):
        """Everything is written where it lies."""
        return ALIAS if is_taken(model) else None

    def allow_relation(self, obj1, obj2, **hints):
        """Code may still put an object of one side into a field of the other; a join of both can't be run any more."""
        return True

    def allow_migrate(self, db, app_label, model_name=None, **hints):
        """Each table is made once, in its own database."""
        if model_name is None:
            return None
        taken = f"{app_label}.{model_name}".lower() in TAKEN
        if db == ALIAS:
            return taken
        return False if taken else None
'''

_SETTINGS = '''"""The project's own settings, with a second database for what is taken out.

`MONOLITH_SETTINGS` names other settings of the project than those that it has by default.
"""

import copy
import os
from importlib import import_module

from two_databases.routers import ALIAS

_project = import_module(os.environ.get("MONOLITH_SETTINGS", {settings}))
globals().update({name: getattr(_project, name) for name in dir(_project) if name.isupper()})


def _second(first):
    """A database beside *first*: on the same server, under another name."""
    second = copy.deepcopy(first)
    name = str(first.get("NAME") or "")
    if name and ":memory:" not in name and not name.startswith("file:"):
        second["NAME"] = f"{name}_{ALIAS}"
    test = dict(second.get("TEST") or {})
    if test.get("NAME"):
        test["NAME"] = f"{test['NAME']}_{ALIAS}"
    second["TEST"] = test
    return second


class _NoMigrations:
    """Every app's tables are made from its models."""

    def __contains__(self, app):
        return True

    def __getitem__(self, app):
        return None


DATABASES = {**_project.DATABASES, ALIAS: _second(_project.DATABASES["default"])}
DATABASE_ROUTERS = ["two_databases.routers.CutRouter", *getattr(_project, "DATABASE_ROUTERS", [])]
INSTALLED_APPS = [*_project.INSTALLED_APPS, "two_databases.apps.TwoDatabases"]
MIGRATION_MODULES = _NoMigrations()
TEST_RUNNER = "two_databases.runner.TwoDatabasesRunner"
'''

_RUNNER = '''"""Django's test runner, for tests that may use both databases."""

from django.test import TransactionTestCase
from django.test.runner import DiscoverRunner


class TwoDatabasesRunner(DiscoverRunner):
    """Every test that may use a database may use both."""

    def build_suite(self, *args, **kwargs):
        """The suite, with both databases declared for each class of tests that has one."""
        suite = super().build_suite(*args, **kwargs)
        for test in self._tests(suite):
            if isinstance(test, TransactionTestCase):
                type(test).databases = "__all__"
        return suite

    def _tests(self, suite):
        for test in suite:
            if hasattr(test, "__iter__"):
                yield from self._tests(test)
            else:
                yield test
'''

_PYTEST = '''"""The same for pytest with pytest-django: `pytest -p two_databases.pytest_plugin`."""

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Every test that may use a database may use both."""
    for item in items:
        for mark in list(item.iter_markers("django_db")):
            item.add_marker(pytest.mark.django_db(*mark.args, **{**mark.kwargs, "databases": "__all__"}), append=False)
            break
        cls = getattr(item, "cls", None)
        if cls is not None and hasattr(cls, "databases"):
            from django.test import TransactionTestCase

            if issubclass(cls, TransactionTestCase):
                cls.databases = "__all__"
'''
