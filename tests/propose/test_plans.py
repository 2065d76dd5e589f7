"""Relations, transactions, remedies and steps of the way."""

import pytest

from cutpoint.domain.boundary import Communication, OperationKind
from cutpoint.domain.cut import Side
from cutpoint.propose.boundary import propose
from cutpoint.propose.foreign_keys import foreign_keys
from cutpoint.propose.steps import KINDS
from cutpoint.propose.transactions import MOST_SAGA_STEPS, transaction_plans
from tests.support.boundaries import a_command
from tests.support.crossings import a_call, a_crossing, a_join, a_link, a_parted_transaction, a_use


@pytest.mark.parametrize(
    ("on_delete", "part"),
    [
        ("CASCADE", "event order_deleted: the rows"),
        ("SET_NULL", "event order_deleted: the column is emptied"),
        ("PROTECT", "guard: before any order is deleted"),
        ("RESTRICT", "guard"),
        ("DO_NOTHING", "reconciliation query"),
        ("own_function", "the project's own function decides"),
        (None, "the project's own function decides"),
    ],
)
def test_something_does_the_work_of_on_delete(on_delete, part):
    (plan,) = foreign_keys(a_crossing(links=(a_link(on_delete=on_delete),)))
    assert part in plan.replaced_by
    assert plan.becomes.startswith("order_id, a column")


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("m2m", "a table of pairs"),
        ("parent", "the shared key alone"),
        ("generic", "the label of the model"),
        ("o2o", "a column"),
    ],
)
def test_each_kind_of_relation_becomes_something(kind, part):
    (plan,) = foreign_keys(a_crossing(links=(a_link(kind=kind),)))
    assert part in plan.becomes


def plan_of(transaction, *operations):
    (found,) = transaction_plans(a_crossing(transactions=(transaction,)), operations)
    return found


def a_written(name="create_invoice", **parts):
    return a_command(name, sites=("shop/views.py:6",), **parts)


def test_what_nobody_waits_for_goes_to_an_outbox():
    plan = plan_of(a_parted_transaction(["billing.Invoice", "shop.Order"]), a_written(communication=Communication.BUS))
    assert plan.remedy == "outbox"
    assert "create_invoice" in plan.steps[0] and "shop.Order" in plan.steps[0]
    assert plan.tables == ("billing_invoice", "shop_order")


def test_what_is_waited_for_is_a_saga_with_compensations():
    plan = plan_of(a_parted_transaction(["billing.Invoice", "shop.Order"]), a_written())
    assert plan.remedy == "saga"
    assert plan.steps[-1] == "compensations: undo create_invoice"


def test_what_is_read_and_written_across_is_a_saga():
    plan = plan_of(a_parted_transaction(["billing.Invoice", "shop.Order"], reads=["billing.Invoice"]))
    assert plan.remedy == "saga" and "read and written" in plan.reason


def test_too_much_at_once_means_that_the_boundary_is_in_the_wrong_place():
    commands = [a_written(f"create_{at}") for at in range(MOST_SAGA_STEPS + 1)]
    plan = plan_of(a_parted_transaction(["billing.Invoice", "shop.Order"]), *commands)
    assert plan.remedy == "move" and "what-if" in plan.steps[0]
    assert commands[0].kind is OperationKind.COMMAND


def test_remedies_of_uses_and_of_joins_that_lead_back():
    place = "billing/views.py:1"
    copied = a_use(model="shop.Order", side=Side.TAKE, via="join", place=place, function="billing.views.f")
    joins = (a_join("filter"), a_join("filter", "customer__name", place="billing/views.py:7"))
    boundary = propose(a_crossing(copied, a_use("cursor.execute()", via="raw_sql"), joins=joins)).boundary
    assert [(each.kind, each.model, each.columns, each.line) for each in boundary.remedies] == [
        ("lookup", "shop.Order", ("customer__name",), 7),
        ("replicate", "shop.Order", ("state",), 1),
        ("rewrite", "billing.Invoice", (), 1),
    ]
    assert (boundary.crossings, boundary.in_operations) == (2, 0)


def test_each_step_counts_what_it_brings_to_zero():
    boundary = propose(
        a_crossing(
            a_use("_.invoices", via="related", place="shop/views.py:1"),
            a_use(place="shop/views.py:2"),
            a_use("_.save()", "update", place="shop/views.py:3"),
            a_use("_.delete()", "delete", via="cascade", place="shop/views.py:4"),
            calls=(a_call(),),
            joins=(a_join(),),
            links=(a_link(),),
            transactions=(a_parted_transaction(["billing.Invoice", "shop.Order"]),),
        )
    ).boundary
    assert {step.id: step.remaining for step in boundary.steps} == {kind.id: 1 for kind in KINDS}
    assert all(step.check.endswith(f"--step {step.id}") and len(step.evidence) == 1 for step in boundary.steps)


def test_a_cut_that_nothing_crosses():
    boundary = propose(a_crossing()).boundary
    assert (boundary.operations, boundary.remedies, boundary.crossings) == ((), (), 0)
    assert not any(step.remaining for step in boundary.steps)
