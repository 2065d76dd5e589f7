"""Records hold the key and what is looked at across; commands take what is written."""

from cutpoint.domain.column_use import ColumnUse
from cutpoint.propose.boundary import propose
from tests.support.builders import a_model
from tests.support.crossings import KEY, MODELS, a_crossing, a_use


def seen(name, *, is_assigned=False, model="billing.Invoice", function="shop.views.pay"):
    return ColumnUse("shop/views.py", 1, function, "shop.views", model, name, is_assigned)


def record(*columns, uses=None):
    (found,) = propose(a_crossing(*(uses or [a_use()]), columns=columns)).boundary.records
    return [(each.name, each.type) for each in found.fields]


def test_a_record_shows_what_is_looked_at_and_no_more():
    assert record(seen("total"), seen("due")) == [("id", "int"), ("due", "date | None"), ("total", "Decimal")]
    assert record() == [("id", "int")]


def test_a_relation_crosses_as_the_key_of_what_it_points_at():
    assert record(seen("order"), seen("order_id")) == [("id", "int"), ("order_id", "int")]


def test_what_is_no_column_and_what_is_only_assigned_is_not_shown():
    assert record(seen("pay_now"), seen("paid", is_assigned=True)) == [("id", "int")]


def test_columns_that_a_query_names_are_shown():
    assert record(uses=[a_use("Invoice.objects.values_list().get()", columns=["number"])]) == [
        ("id", "int"),
        ("number", "str"),
    ]


def test_a_command_takes_what_its_call_sites_assign():
    uses = [
        a_use("_.save()", "update", conditions=None, place="a.py:1", function="a.f"),
        a_use("_.save()", "update", conditions=None, place="a.py:9", function="a.g"),
    ]
    columns = [
        seen("paid", is_assigned=True, function="a.f"),
        seen("paid", is_assigned=True, function="a.g"),
        seen("due", is_assigned=True, function="a.g"),
    ]
    (operation,) = propose(a_crossing(*uses, columns=columns)).boundary.operations
    assert [(each.name, each.type, each.optional) for each in operation.parameters] == [
        ("id", "int", False),
        ("paid", "bool", False),
        ("due", "date | None", True),
    ]


def test_records_of_one_name_carry_their_apps():
    models = (*MODELS, a_model("old.Invoice", fields=[KEY]))
    uses = [a_use(), a_use(model="old.Invoice", place="a.py:2")]
    boundary = propose(a_crossing(*uses, models=models, take=("billing.Invoice", "old.Invoice"))).boundary
    assert [each.name for each in boundary.records] == ["BillingInvoiceData", "OldInvoiceData"]
