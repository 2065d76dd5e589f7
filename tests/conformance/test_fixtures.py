"""The fixtures that run: Django's own check passes, and its models are those that cutpoint says."""

from pathlib import Path

import pytest

from tests.conformance.django_project import differences, manage, models_by_cutpoint, models_by_django

FIXTURES = Path(__file__).parents[2] / "fixtures"
# (folder of the Django root, settings, environment in which every conditional app is installed, options of cutpoint)
RUNNABLE = [
    ("bookshop", "bookshop.settings.dev", {}),
    ("bookshop-apart", "bookshop.settings.dev", {}),
    ("monorepo/backend", "backend.settings", {}),
    ("monorepo/office", "office.settings", {}),
    ("settings-maze", "maze.settings", {"WITH_ZETA": "yes"}),
]

runnable = pytest.mark.parametrize(("folder", "settings", "environment"), RUNNABLE, ids=[row[0] for row in RUNNABLE])


@runnable
def test_django_accepts_the_fixture(folder, settings, environment):
    done = manage(FIXTURES / folder, "check")
    assert done.returncode == 0, done.stderr


@runnable
def test_models_are_those_that_django_has(folder, settings, environment):
    expected = models_by_django(FIXTURES / folder, settings, **environment)
    got, _ = models_by_cutpoint(FIXTURES / folder)
    assert not differences(got, expected)


@pytest.mark.parametrize("chosen", ["backend", "office"])
def test_a_root_in_a_monorepo_is_read_alone(chosen):
    expected = models_by_django(FIXTURES / "monorepo" / chosen, f"{chosen}.settings")
    got, _ = models_by_cutpoint(FIXTURES / "monorepo", "--root", chosen)
    assert not differences(got, expected)


def test_the_bookshop_passes_its_own_tests():
    done = manage(FIXTURES / "bookshop", "test")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("settings", ["bookshop.settings.dev", "two_databases.settings"])
def test_the_bookshop_taken_apart_passes_the_same_tests_on_one_database_and_on_two(settings):
    before = FIXTURES / "bookshop" / "shipping" / "tests" / "test_delivery.py"
    after = FIXTURES / "bookshop-apart" / "shipping" / "tests" / "test_delivery.py"
    assert after.read_text("utf-8") == before.read_text("utf-8")
    done = manage(FIXTURES / "bookshop-apart", "test", "--settings", settings)
    assert done.returncode == 0, done.stderr
    assert "Ran 0 tests" not in done.stderr
