"""Functions that are called across → operations as they stand, with plain values in the place of rows."""

import pytest

from cutpoint.domain.boundary import Communication, OperationKind, Shape
from cutpoint.propose.boundary import propose
from tests.support.crossings import SourcesOf, a_call, a_crossing, a_signature, a_use


def called(signature, *, callee="billing.services.refund", unused=(), **parts):
    """The operations that a call of *callee* becomes."""
    crossing = a_crossing(calls=(a_call(callee, **parts),))
    return propose(crossing, SourcesOf({callee: signature}, unused)).boundary.operations


def test_a_function_is_an_operation_with_keys_in_the_place_of_rows():
    (operation,) = called(a_signature(("invoice", "Invoice"), ("amount", "Decimal"), returns="bool"))
    assert (operation.name, operation.shape, operation.kind) == ("refund", Shape.CALL, OperationKind.COMMAND)
    assert [(each.name, each.type) for each in operation.parameters] == [("invoice_id", "int"), ("amount", "Decimal")]
    assert (operation.returns, operation.function, operation.idempotent) == ("bool", "billing.services.refund", False)


def test_a_method_of_a_row_asks_for_its_key():
    (operation,) = called(
        a_signature(binds="self", returns="Decimal"),
        callee="billing.models.Invoice.open_amount",
        writes=(),
        reads=("billing.Invoice",),
    )
    assert operation.name == "get_invoice_open_amount"
    assert [(each.name, each.type) for each in operation.parameters] == [("id", "int")]
    assert [error.endswith("NotFound") for error in operation.errors] == [True]


def test_what_only_reads_is_a_query():
    (operation,) = called(a_signature(), writes=(), reads=("billing.Invoice",))
    assert (operation.kind, operation.idempotent, operation.communication) == (
        OperationKind.QUERY,
        True,
        Communication.CALL,
    )


def test_a_command_whose_answer_stands_alone_goes_by_the_bus():
    (operation,) = called(a_signature(returns="bool"), unused=["shop/views.py:9"])
    assert (operation.communication, operation.returns) == (Communication.BUS, "None")


@pytest.mark.parametrize(
    ("signature", "callee"),
    [
        (a_signature("request"), "billing.views.pay"),
        (a_signature(binds="self"), "billing.services.Gateway.charge"),
        (a_signature(), "billing.models.Invoice.save"),
        (a_signature(), "billing.services.<lambda>"),
        (None, "billing.services.refund"),
    ],
    ids=["takes a request", "an object of its own", "what the ORM calls", "has no name", "can't be read"],
)
def test_what_can_not_be_sent_is_no_operation(signature, callee):
    assert called(signature, callee=callee) == ()


def test_what_may_be_left_out_and_nobody_knows_is_left_out():
    (operation,) = called(a_signature("what", ("extra", "", True), ("amount", "int", True)))
    assert [(each.name, each.optional) for each in operation.parameters] == [("what", False), ("amount", True)]


def test_a_use_on_the_line_of_a_call_belongs_to_the_call():
    use = a_use("refund()", "update", place="shop/views.py:9")
    crossing = a_crossing(use, calls=(a_call(),))
    found = propose(crossing, SourcesOf({"billing.services.refund": a_signature()}))
    assert found.belonging == ((use, "take.refund"),)
    assert len(found.boundary.operations) == 1
