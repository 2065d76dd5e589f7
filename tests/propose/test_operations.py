"""Uses → operations: errors, answers, callers, events, and what follows from a command where it is done."""

import pytest

from cutpoint.domain.boundary import OperationKind, Shape
from cutpoint.domain.cut import Side
from cutpoint.propose.boundary import propose
from tests.support.crossings import SourcesOf, a_crossing, a_use


def operations(*uses, **parts):
    return propose(a_crossing(*uses, **parts)).boundary.operations


@pytest.mark.parametrize(
    ("expression", "action", "parts", "returns", "errors", "idempotent"),
    [
        ("Invoice.objects.get()", "read", {}, "InvoiceData", ("InvoiceNotFound",), True),
        ("Invoice.objects.filter()", "read", {}, "tuple[InvoiceData, ...]", (), True),
        ("Invoice.objects.filter().count()", "read", {}, "int", (), True),
        ("Invoice.objects.filter().exists()", "read", {}, "bool", (), True),
        ("Invoice.objects.create()", "insert", {}, "int", ("InvoiceConflict",), False),
        ("_.save()", "update", {"columns": ["paid"]}, "None", ("InvoiceNotFound",), True),
        ("Invoice.objects.filter().update()", "update", {"conditions": ["pk__in"]}, "int", (), True),
        ("_.delete()", "delete", {}, "None", ("InvoiceNotFound",), True),
    ],
)
def test_what_an_operation_gives_and_raises(expression, action, parts, returns, errors, idempotent):
    (operation,) = operations(a_use(expression, action, **parts))
    assert (operation.returns, operation.errors, operation.idempotent) == (returns, errors, idempotent)
    assert operation.access == ("read" if operation.kind is OperationKind.QUERY else "write")


def test_the_first_row_may_be_none():
    (operation,) = operations(a_use("Invoice.objects.filter().first()"))
    assert operation.returns == "InvoiceData | None"


def test_callers_are_apps_and_modules_outside_of_apps():
    (operation,) = operations(a_use(), a_use(place="tools/run.py:2", function="tools.run.f"))
    assert operation.callers == ("shop", "tools.run")
    assert [(site.path, site.line) for site in operation.call_sites] == [("shop/views.py", 1), ("tools/run.py", 2)]


def test_two_sides_may_have_operations_of_one_name():
    found = operations(a_use(), a_use(model="shop.Order", side=Side.TAKE, place="billing/views.py:3"))
    assert [each.id for each in found] == ["keep.get_order", "take.get_invoice"]


def test_a_cascade_across_is_an_event():
    use = a_use("_.delete()", "delete", via="cascade", sender=("shop.Order", "delete"))
    (operation,) = operations(use)
    assert (operation.name, operation.shape, operation.served_by) == ("order_deleted", Shape.EVENT, Side.KEEP)
    assert [(each.name, each.type) for each in operation.parameters] == [("order_id", "int")]


def test_what_follows_from_a_command_is_done_where_the_command_is():
    command = a_use("_.delete()", "delete")
    follows = a_use("_.delete()", "delete", via="cascade", table="billing_line", sender=("billing.Invoice", "delete"))
    found = propose(a_crossing(command, follows))
    assert {to for _, to in found.belonging} == {"take.delete_invoice"}


def test_whether_an_answer_is_used_is_read_from_the_text():
    crossing = a_crossing(a_use("Invoice.objects.create()", "insert"))
    used, alone = (
        propose(crossing, SourcesOf(unused=unused)).boundary.operations[0] for unused in ([], ["shop/views.py:1"])
    )
    assert (str(used.communication), str(alone.communication)) == ("call", "bus")
