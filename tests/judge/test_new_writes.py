"""Writes that are added to code that is there: each is new, whether held against a revision or a baseline."""

from textwrap import dedent

import pytest

from tests.judge.test_neutral_edits import BEFORE, CODE, PATH, renamed, replaced
from tests.support.judging import baseline_of, held_against, since

COUNT = "    print(order.customer.name)\n"
PLANTS = {
    "beside an identical one": ("order.save()\n", "order.save()\n        order.save()\n"),
    "on the same line": ("order.save()\n", "order.save(); order.save()\n"),
    "of another row, on the line of a loop": ("line.save()\n", "line.save(); invoice.order.lines.get().save()\n"),
    "through a parameter": ("    inner()\n", "    inner()\n    other.delete()\n"),
    "a queryset": (COUNT, f"{COUNT}    Order.objects.filter(pk=1).update(state='x')\n"),
    "a related manager": (COUNT, f"{COUNT}    order.lines.create(amount=1)\n"),
    "an attribute chain": (COUNT, f"{COUNT}    order.customer.save()\n"),
    "through a helper": (
        "def one()",
        "def wipe(thing):\n    thing.delete()\n\n\ndef two():\n    wipe(Order.objects.get(pk=2))\n\n\ndef one()",
    ),
    "in a nested function": ("order.delete()\n", "order.delete(); order.lines.all().delete()\n"),
    "raw sql": (
        COUNT,
        f"{COUNT}    from django.db import connection\n    connection.cursor().execute('DELETE FROM orders_line')\n",
    ),
    "in a new function": ("def one()", "def two():\n    Order.objects.all().delete()\n\n\ndef one()"),
    "at the module's own level": ("def one()", "Order.objects.all().delete()\n\n\ndef one()"),
}


@pytest.fixture(scope="module")
def baseline():
    return baseline_of(BEFORE)


def writes(verdict):
    return sum(growth.count for growth in verdict.new if growth.key.rule == "cross-write")


@pytest.mark.parametrize("plant", PLANTS)
def test_a_planted_write_is_new(plant, baseline):
    after = {PATH: replaced(PLANTS[plant])}
    assert after != BEFORE
    for verdict in (since(BEFORE, after), held_against(baseline, after)):
        assert writes(verdict) == 1
        assert verdict.exit_code == 1


@pytest.mark.parametrize("plant", PLANTS)
def test_and_stays_new_when_everything_moves_as_well(plant, baseline):
    code = renamed(("Payments", "Payer"), ("def tidy", "def clean"), code=replaced(PLANTS[plant]))
    after = {PATH: "", "billing/jobs.py": code}
    for verdict in (since(BEFORE, after), held_against(baseline, after)):
        # Of a function of one line, the addition is half: what was there before is not known again.
        assert writes(verdict) == (2 if plant == "in a nested function" else 1)


def test_one_more_call_of_general_code_of_another_service_is_new():
    tools = {"reports/tools.py": "def archive(thing):\n    thing.save()\n"}
    code = "from orders.models import Order\nfrom reports.tools import archive\ndef tidy(order: Order):\n    archive(order)\n"
    before, after = {**tools, PATH: code}, {**tools, PATH: f"{code}    archive(order)\n"}
    for verdict in (since(before, after), held_against(baseline_of(before), after)):
        assert writes(verdict) == 1
        assert verdict.new[0].findings[-1].place.line == 5


def test_a_helper_of_ones_own_that_writes_already_may_be_called_again():
    code = CODE.replace("    archive(other)\n", "    archive(other)\n    archive(order)\n")
    assert code != CODE
    assert since(BEFORE, {PATH: code}).new == ()


def test_cannot_ride_on_one_that_was_deleted_elsewhere(baseline):
    after = {
        PATH: replaced(
            ('    order.state = "paid"\n        order.save()\n', '    order.state = "paid"\n'),
            (COUNT, f"{COUNT}    order.save()\n"),
        )
    }
    for verdict in (since(BEFORE, after), held_against(baseline, after)):
        assert writes(verdict) == 1
        assert verdict.moved == ()


def test_cannot_ride_on_one_in_a_function_that_looks_the_same():
    twin = """

        def {name}(order: Order, states):
            for state in states:
                if state.good:
                    order.state = state.name
                    print("changed", order.pk, state.name)
            {last}
    """
    head = "from orders.models import Order\n"

    def code(first, second):
        return {PATH: head + dedent(twin.format(name="a", last=first)) + dedent(twin.format(name="b", last=second))}

    before, after = code("order.save()", "return None"), code("return None", "order.save()")
    for verdict in (since(before, after), held_against(baseline_of(before), after)):
        assert writes(verdict) == 1


def test_cannot_ride_on_a_function_that_was_deleted(baseline):
    head, _, tail = CODE.partition("def tidy")
    after = {
        PATH: head
        + "def fresh(order: Order):\n    print('fresh')\n    if order.state:\n        order.delete()\n"
        + tail[tail.index("\n\ndef one") :]
    }
    for verdict in (since(BEFORE, after), held_against(baseline, after)):
        assert writes(verdict) == 1
