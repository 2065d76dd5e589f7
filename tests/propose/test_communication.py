"""Which way an operation travels, and the reason from the code."""

import pytest

from cutpoint.domain.boundary import Communication, Delivery, OperationKind
from cutpoint.propose.communication import MANY_CALLERS, Circumstance, way_of


def asking(*, module="shop.views", used=True, origins=("request",), transaction=False, loop=False):
    return Circumstance(module, transaction, loop, origins, used)


def way(kind, *circumstances, idempotent=True):
    return way_of(kind, circumstances or [asking()], idempotent=idempotent, key="invoice id")


def test_an_event_goes_by_the_bus_in_order_of_its_row():
    found = way(OperationKind.EVENT)
    assert (found.communication, found.delivery, found.ordering) == (
        Communication.BUS,
        Delivery.AT_LEAST_ONCE,
        "by invoice id",
    )
    assert found.timeout_ms == 0


def test_a_query_is_asked_directly_and_may_be_asked_again():
    found = way(OperationKind.QUERY)
    assert (found.communication, found.delivery, found.ordering) == (Communication.CALL, Delivery.AT_MOST_ONCE, "none")
    assert found.retries > 0
    assert "waits for a page" in found.reason and "shows the page without it" in found.when_down


def test_work_in_the_background_waits_longer_and_tries_later():
    page, task = way(OperationKind.QUERY), way(OperationKind.QUERY, asking(origins=("background",)))
    assert task.timeout_ms > page.timeout_ms
    assert "tries again later" in task.when_down


def test_what_many_modules_ask_for_goes_through_a_router():
    modules = [asking(module=f"shop.views{at}") for at in range(MANY_CALLERS)]
    assert way(OperationKind.QUERY, *modules).communication is Communication.ROUTED
    assert way(OperationKind.QUERY, *modules[1:]).communication is Communication.CALL
    assert f"{MANY_CALLERS} modules ask" in way(OperationKind.COMMAND, *modules).reason


def test_a_command_whose_answer_nobody_uses_goes_by_the_bus():
    found = way(OperationKind.COMMAND, asking(used=False))
    assert found.communication is Communication.BUS
    assert "no call site uses an answer" in found.reason
    one_uses_it = way(OperationKind.COMMAND, asking(used=False), asking())
    assert one_uses_it.communication is Communication.CALL


@pytest.mark.parametrize("used", [True, False])
def test_a_command_that_is_not_safe_twice_carries_a_key(used):
    assert "idempotency key" in way(OperationKind.COMMAND, asking(used=used), idempotent=False).reason
    assert "idempotency key" not in way(OperationKind.COMMAND, asking(used=used)).reason


def test_a_transaction_around_it_is_told():
    assert "outbox of the transaction" in way(OperationKind.COMMAND, asking(used=False, transaction=True)).reason
    assert "can't be part of" in way(OperationKind.COMMAND, asking(transaction=True)).reason
