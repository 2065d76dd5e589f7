"""The query graph against real Django: what a function does to tables is what cutpoint says of it, case by case.

The cases are small functions in snippets/, an analyzable monolith of four apps. Real Django runs each one on SQLite,
and cutpoint reads them all at once. What both must come to stands in comments on their lines: `cases.py` says how.

    pytest tests/conformance/queries -k creating.get_or_create_finds
    python -m tests.conformance.queries.run_django creating.get_or_create_finds     what Django did, with its SQL
    python -m tests.conformance.queries.record creating                            to write the comments of new cases
"""

import json
import os
import subprocess
import sys
from collections import defaultdict
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.conformance.queries.cases import SILENT, SNIPPETS, all_cases, cases_of, clauses_for, said_by
from tests.conformance.queries.comparing import difference, is_within, misspoken, touches_of, transactions_missed
from tests.support.commands import start

CHECKOUT = Path(__file__).parents[3]
DJANGO = tuple(map(int, version("django").split(".")[:2]))
CASES = all_cases()

pytestmark = pytest.mark.skipif(DJANGO < (5, 2), reason="the cases speak of the whole query API of Django 5.2")
each_case = pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])

# Public methods of Django that no case calls, and why.
NOT_CALLED = {
    "BaseManager.check": "Django's own checks ask for it, and touch no table",
    "BaseManager.contribute_to_class": "Django calls it while it makes a model",
    "BaseManager.deconstruct": "migrations ask for it",
    "GenericRelatedObjectManager.get_prefetch_queryset": "prefetch_related calls it",
    "GenericRelatedObjectManager.get_prefetch_querysets": "prefetch_related calls it",
    "ManyRelatedManager.constrained_target": "count and exists call it",
    "ManyRelatedManager.get_prefetch_cache": "prefetch_related calls it",
    "ManyRelatedManager.get_prefetch_queryset": "prefetch_related calls it",
    "ManyRelatedManager.get_prefetch_querysets": "prefetch_related calls it",
    "Model.pk": "a property whose getter has another name",
    "QuerySet.resolve_expression": "Django calls it when a queryset is a value in another",
    "RawQuerySet.db": "the alias of the database",
    "RawQuerySet.resolve_model_init_order": "its iteration calls it",
    "RelatedManager.get_prefetch_queryset": "prefetch_related calls it",
    "RelatedManager.get_prefetch_querysets": "prefetch_related calls it",
}


@pytest.fixture(scope="module")
def by_django():
    """What `run_django.py` prints: of every case its statements, the functions it entered, its error."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.conformance.queries.run_django"],
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
    """What cutpoint says of the whole monolith."""
    done = start("analyze", SNIPPETS, "--format", "json", "--no-cache", "-q")
    assert done.code == 0, done.err
    return json.loads(done.out)


@each_case
def test_comments_say_what_django_does(case, by_django):
    done = by_django["cases"][case.id]
    assert not done["error"]
    assert not misspoken(case, done)


@each_case
def test_cutpoint_says_what_django_does(case, by_django, report):
    assert not difference(case, by_django["cases"][case.id], report)


@each_case
def test_cutpoint_says_which_transactions_are_opened(case, by_django, report):
    assert not transactions_missed(case, by_django["cases"][case.id], report)


def test_helpers_do_what_django_does_in_some_case(by_django, report):
    """What is said of a function that several cases share is what it did, or was said to do, in one of them."""
    by_cases: dict[str, set] = defaultdict(set)
    for case in CASES:
        said = case.all_said
        for name in by_django["cases"][case.id]["entered"]:
            by_cases[name] |= said.plain | said.may | said.open | said.blind
    too_much = {
        name: clauses_for(extra)
        for name, allowed in by_cases.items()
        if not any(is_within(name, case.id) for case in CASES)
        and (extra := touches_of(report, lambda access, name=name: access["function"] == name) - allowed)
    }
    assert not too_much


def test_every_access_lies_inside_its_function(report):
    by_id = {case.id: case for case in CASES}
    strays = []
    for access in report["accesses"]:
        case = by_id.get(".".join(access["function"].split(".")[:2]))
        if case is not None:
            lines_fit = case.first <= access["line"] <= access["end_line"] <= case.last
            if access["path"] != f"{case.group}.py" or not lines_fit:
                strays.append((access["function"], access["path"], access["line"]))
    assert not strays


def test_accesses_are_said_of_code_that_runs(by_django, report):
    """Django has entered every function that is said to touch a table, but for those in a case's other branch."""
    entered = {name for done in by_django["cases"].values() for name in done["entered"]}
    cases = {case.id for case in CASES}
    modules = {Path(path).with_suffix("").as_posix().replace("/", ".") for path in paths_of_snippets()}
    never = {
        access["function"]
        for access in report["accesses"]
        if access["function"] not in entered | modules
        and not any(is_within(access["function"], case_id) for case_id in cases)
    }
    assert not never


def paths_of_snippets() -> list[str]:
    return [path.relative_to(SNIPPETS).as_posix() for path in SNIPPETS.rglob("*.py")]


def test_nothing_is_said_of_look_alikes(report):
    told = [access for access in report["accesses"] if access["path"] == f"{SILENT}.py"]
    assert not [f"{access['path']}:{access['line']} {access['action']} {access['table']}" for access in told]


def test_look_alikes_touch_nothing():
    assert len(cases_of(SILENT)) > 50
    assert not [case.id for case in cases_of(SILENT) if case.said]


@each_case
def test_comments_name_tables_that_exist(case, by_django):
    said = case.all_said
    named = {table for _, table in said.plain | said.may | said.open | said.blind}
    assert named <= set(by_django["tables"])


def test_the_whole_query_api_is_called(by_django):
    assert not set(by_django["callable"]) - set(by_django["called"]) - NOT_CALLED.keys()


def test_nothing_is_excluded_in_vain(by_django):
    assert not NOT_CALLED.keys() - (set(by_django["callable"]) - set(by_django["called"]))


@pytest.mark.parametrize(
    ("comment", "kind", "touches"),
    [
        ("read shop_order", "plain", {("read", "shop_order")}),
        ("read a_b, c_d; insert a_b", "plain", {("read", "a_b"), ("read", "c_d"), ("insert", "a_b")}),
        ("may: insert shop_order", "may", {("insert", "shop_order")}),
        ("open: delete a_b (a cascade; later)", "open", {("delete", "a_b")}),
        ("blind: read shop_order", "blind", {("read", "shop_order")}),
        ("read it like prose", "plain", set()),
        ("Django updates first", "plain", set()),
    ],
)
def test_comments_are_read(comment, kind, touches):
    said = said_by(comment)
    assert getattr(said, kind) == touches


@pytest.mark.parametrize(
    "comment", ["read shop_order; remove shop_line", "may: shop_order", "open: read shop_order", "may: read a_b (why)"]
)
def test_a_comment_that_is_nearly_right_is_a_mistake(comment):
    with pytest.raises(AssertionError):
        said_by(comment)
