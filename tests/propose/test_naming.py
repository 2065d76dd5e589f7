"""Names of operations, in the words of the code, and each there once."""

import pytest

from cutpoint.propose.boundary import propose
from cutpoint.propose.naming import told_apart
from tests.support.crossings import a_crossing, a_use


@pytest.mark.parametrize(
    ("expression", "action", "parts", "name"),
    [
        ("Invoice.objects.get()", "read", {}, "get_invoice"),
        ("Invoice.objects.get()", "read", {"conditions": ["number"]}, "get_invoice_by_number"),
        ("Invoice.objects.filter()", "read", {"conditions": ["order__in"]}, "list_invoices_by_order_ids"),
        ("Invoice.objects.all()", "read", {"conditions": []}, "list_invoices"),
        ("Invoice.objects.filter().count()", "read", {"conditions": ["paid"]}, "count_invoices_by_paid"),
        ("Invoice.objects.filter().exists()", "read", {"conditions": ["order"]}, "has_invoices_by_order_id"),
        ("Invoice.objects.create()", "insert", {}, "create_invoice"),
        ("_.save()", "update", {"columns": ["paid"]}, "mark_invoice_paid"),
        ("_.save()", "update", {"columns": ["total"]}, "set_invoice_total"),
        ("_.delete()", "delete", {}, "delete_invoice"),
        ("_.tags.add()", "insert", {"table": "billing_invoice_tags"}, "add_invoice_tags"),
        (
            "Invoice.objects.filter()",
            "read",
            {"conditions": ["number", "paid", "total", "due"]},
            "list_invoices_by_due_and_number_and_more",
        ),
    ],
)
def test_an_engineer_would_call_it_so(expression, action, parts, name):
    boundary = propose(a_crossing(a_use(expression, action, **parts))).boundary
    assert [(each.id, each.name) for each in boundary.operations] == [(f"take.{name}", name)]


def test_names_are_told_apart_by_app_and_then_by_number():
    found = told_apart([("get_order", "shop"), ("get_order", "archive"), ("get_order", "archive"), ("get_tag", "shop")])
    assert found == ["get_order", "get_order_of_archive", "get_order_of_archive_2", "get_tag"]
