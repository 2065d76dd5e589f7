"""Uses that one expression makes of one model → one demand, with its shape."""

import pytest

from cutpoint.domain.boundary import Shape
from cutpoint.propose.demands import demands_of
from tests.support.crossings import a_use

TABLES = frozenset({"billing_invoice"})


@pytest.mark.parametrize(
    ("expression", "actions", "shape"),
    [
        ("Invoice.objects.get()", ["read"], Shape.GET),
        ("Invoice.objects.aget()", ["read"], Shape.GET),
        ("Invoice.objects.filter().first()", ["read"], Shape.GET),
        ("_.invoice", ["read"], Shape.GET),
        ("Invoice.objects.filter()", ["read"], Shape.LIST),
        ("Invoice.objects.filter().count()", ["read"], Shape.COUNT),
        ("Invoice.objects.filter().exists()", ["read"], Shape.EXISTS),
        ("Invoice.objects.create()", ["insert"], Shape.CREATE),
        ("Invoice.objects.get_or_create()", ["insert", "read"], Shape.ENSURE),
        ("Invoice.objects.update_or_create()", ["insert", "read", "update"], Shape.SAVE),
        ("_.save()", ["insert", "update"], Shape.SAVE),
        ("_.save()", ["update"], Shape.UPDATE),
        ("Invoice.objects.filter().update()", ["update"], Shape.UPDATE),
        ("_.delete()", ["delete", "read"], Shape.DELETE),
    ],
)
def test_an_expression_asks_for_one_thing(expression, actions, shape):
    (demand,) = demands_of([a_use(expression, action) for action in actions], TABLES)
    assert demand.shape is shape
    assert len(demand.uses) == len(actions)
    assert demand.first.action == next((action for action in sorted(actions) if action != "read"), "read")


def test_a_table_between_two_models_is_a_link():
    (demand,) = demands_of([a_use("_.tags.add()", "insert", table="billing_invoice_tags")], TABLES)
    assert (demand.shape, demand.word) == (Shape.LINK, "add")


def test_what_is_asked_in_a_loop_or_by_many_keys_is_a_batch():
    assert [each.batch for each in demands_of([a_use(in_loop=True)], TABLES)] == [True]
    assert [each.batch for each in demands_of([a_use(conditions=["pk__in"])], TABLES)] == [True]
    assert [each.batch for each in demands_of([a_use()], TABLES)] == [False]
    assert [each.batch for each in demands_of([a_use("Invoice.objects.filter().delete()", "delete")], TABLES)] == [True]


def test_two_lines_ask_twice():
    found = demands_of([a_use(place="shop/views.py:1"), a_use(place="shop/views.py:2")], TABLES)
    assert len(found) == 2
