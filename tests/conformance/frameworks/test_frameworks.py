"""What frameworks do by themselves, against the real ones: Django's contrib apps, Django REST framework, known libraries.

As in `tests/conformance/queries`, with classes among the cases: `requests.py` knows which requests reach them, and what
no line of the class does is said at its head. `suite.py` shows and records what the real ones do.
"""

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.conformance.frameworks.suite import FRAMEWORKS, SNIPPETS
from tests.conformance.queries.cases import all_cases
from tests.conformance.queries.comparing import difference, misspoken, transactions_missed
from tests.support.commands import start

CHECKOUT = Path(__file__).parents[3]
DJANGO = tuple(map(int, version("django").split(".")[:2]))
CASES = all_cases(FRAMEWORKS)

pytestmark = pytest.mark.skipif(DJANGO < (5, 2), reason="the cases speak of what Django 5.2 does")
each_case = pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])


@pytest.fixture(scope="module")
def by_django():
    """What the real ones did: of every case its statements, the functions it entered, its error."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.conformance.frameworks.suite", "run"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
        env={key: value for key, value in os.environ.items() if not key.startswith(("DJANGO_", "PYTHON"))}
        | {"PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def report():
    """What cutpoint says without any of the packages at hand, as most of its users have it."""
    done = start("analyze", SNIPPETS, "--format", "json", "--no-cache", "-q")
    assert done.code == 0, done.err
    return json.loads(done.out)


@each_case
def test_comments_say_what_the_real_ones_do(case, by_django):
    done = by_django["cases"][case.id]
    assert not done["error"]
    assert not misspoken(case, done)


@each_case
def test_cutpoint_says_what_the_real_ones_do(case, by_django, report):
    assert not difference(case, by_django["cases"][case.id], report)


@each_case
def test_cutpoint_says_which_transactions_are_opened(case, by_django, report):
    assert not transactions_missed(case, by_django["cases"][case.id], report)


@each_case
def test_comments_name_tables_that_exist(case, by_django):
    named = {table for _, table in case.all_said.plain | case.all_said.may | case.all_said.open}
    assert named <= set(by_django["tables"])


def test_every_driven_class_is_a_case():
    assert {case.id for case in CASES if case.is_class} == FRAMEWORKS.driven
