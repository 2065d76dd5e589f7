"""What libraries for Django do by themselves, against the real ones.

As in `tests/conformance/frameworks`; `suite.py` shows and records what they do.
Whether cutpoint has their source to read or only what it says of them itself, its answers are the same.
"""

from importlib.metadata import version

import pytest

from tests.conformance.libraries.suite import LIBRARIES, SNIPPETS
from tests.conformance.queries.cases import all_cases
from tests.conformance.queries.comparing import difference, misspoken, transactions_missed
from tests.conformance.running import PACKAGES, done_by_the_real_ones, said_of

DJANGO = tuple(map(int, version("django").split(".")[:2]))
CASES = all_cases(LIBRARIES)

pytestmark = pytest.mark.skipif(DJANGO < (5, 2), reason="the cases speak of what Django 5.2 does")
each_case = pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])


@pytest.fixture(scope="module")
def by_django():
    return done_by_the_real_ones("tests.conformance.libraries.suite")


@pytest.fixture(scope="module", params=[(), PACKAGES], ids=["alone", "with-packages"])
def report(request):
    return said_of(SNIPPETS, *request.param)


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


def test_requests_and_tasks_are_entry_points(report):
    entries = {
        f"{'/'.join(each['methods'])} {each['name']}".strip(): (set(each["tables"]), set(each["reads"]))
        for each in report["entry_points"]
    }
    listed, own = (f"api/^(?P<api_name>v1)/^(?P<resource_name>{name})/" for name in ("listeditems", "ownitems"))
    assert entries == {
        f"GET {listed}$": (set(), {"shop_item"}),
        f"GET {listed}(?P<pk>.*?)/$": (set(), {"shop_item"}),
        f"GET {own}$": (set(), {"auth_user", "shop_item"}),
        f"GET {own}(?P<pk>.*?)/$": (set(), {"auth_user", "shop_item"}),
        f"PUT {own}(?P<pk>.*?)/$": ({"shop_item", "states_log"}, {"auth_user", "shop_item"}),
        "GET controlled/items/": (set(), {"shop_item", "shop_shop"}),
        "controlled/items/cheap": (set(), {"shop_item", "shop_shop"}),
        "plain/items": ({"shop_item", "shop_sale"}, {"shop_item", "shop_shop"}),
        "plain/shop/items": (set(), {"shop_item", "shop_shop"}),
        "plain/shop/shops": ({"shop_shop"}, set()),
        "queues._note": ({"states_log"}, set()),
        "queues._reprice": ({"shop_item"}, set()),
        "queues._sell": ({"shop_sale"}, set()),
        "tasks._price": ({"shop_item"}, set()),
        "tasks._sell": ({"shop_sale"}, set()),
    }


@each_case
def test_comments_name_tables_that_exist(case, by_django):
    named = {table for _, table in case.all_said.plain | case.all_said.may | case.all_said.open}
    assert named <= set(by_django["tables"])


def test_every_driven_class_is_a_case():
    assert {case.id for case in CASES if case.is_class} == LIBRARIES.driven
