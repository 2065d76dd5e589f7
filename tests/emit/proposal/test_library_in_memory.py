"""What a library does without Django: its fake, its headers, its idempotency keys, and events on their way."""

import importlib
import sys
from datetime import UTC, date, datetime, timedelta

import pytest

from cutpoint.domain.boundary import Parameter, Purpose
from cutpoint.emit.proposal.library.library import library_files
from tests.support.libraries import a_boundary, a_record, an_operation, column, key, write

KEYS = Parameter("ids", "tuple[int, ...]", "pk__in", purpose=Purpose.CHOOSE)


@pytest.fixture(scope="module")
def orders(tmp_path_factory):
    """The modules of a library, by name."""
    folder = tmp_path_factory.mktemp("library")
    record = a_record("OrderData", Parameter("status", "str", "status"), Parameter("paid", "date | None", "paid"))
    row = a_record("OrderInput", column("status"), column("paid", "date | None", optional=True))
    by_status = Parameter("status", "str", "status", purpose=Purpose.CHOOSE, optional=True)
    not_of = Parameter("user_id", "int", "~user", purpose=Purpose.CHOOSE, optional=True)
    boundary = a_boundary(
        an_operation("get_order", "get", key(), returns="OrderData", errors=("OrderNotFound",)),
        an_operation("find_orders", "list", by_status, not_of, returns="tuple[OrderData, ...]"),
        an_operation(
            "count_orders",
            "count",
            Parameter("name", "str", "user__name__iexact", purpose=Purpose.CHOOSE),
            returns="int",
        ),
        an_operation(
            "has_orders", "exists", Parameter("day", "date", "at__date", purpose=Purpose.CHOOSE), returns="bool"
        ),
        an_operation("create_order", "create", column("status"), returns="int", errors=("OrderConflict",)),
        an_operation(
            "create_orders",
            "create",
            Parameter("orders", "tuple[OrderInput, ...]", purpose=Purpose.WRITE),
            returns="tuple[int, ...]",
            batch=True,
        ),
        an_operation("save_order", "save", key(optional=True), column("status"), returns="int"),
        an_operation("ensure_order", "ensure", key("user_id", "user"), column("status"), returns="int"),
        an_operation("set_status", "update", key(), column("status"), errors=("OrderNotFound",)),
        an_operation("set_statuses", "update", KEYS, column("status"), returns="int", batch=True),
        an_operation("delete_order", "delete", key(), errors=("OrderNotFound",)),
        an_operation(
            "add_tags",
            "link",
            key(),
            Parameter("ids", "tuple[int, ...]", "", purpose=Purpose.LINK),
            function="tags.add",
        ),
        an_operation("pay", "call", Parameter("id", "int", "order", purpose=Purpose.PASS), returns="str"),
        an_operation("order_paid", "event", Parameter("order_id", "int", "pk"), action="update"),
        an_operation("order_gone", "event", Parameter("order_id", "int", "pk"), action="delete"),
        records=[record, row],
        name="in memory",
    )
    write(dict(library_files(boundary)), folder)
    sys.path.insert(0, str(folder / "library"))
    yield lambda name: importlib.import_module(f"in_memory_api.{name}")
    sys.path.remove(str(folder / "library"))


@pytest.fixture
def state(orders):
    found = orders("fake_state").FakeState()
    found.put(
        "orders.Order",
        {"pk": 1, "status": "new", "user_id": 7, "user__name": "Ann", "at": datetime(2024, 1, 2, 3, tzinfo=UTC)},
    )
    found.put(
        "orders.Order",
        {"pk": 2, "status": "paid", "user_id": 8, "user__name": "Bob", "at": datetime(2024, 1, 3, tzinfo=UTC)},
    )
    return found


@pytest.fixture
def api(orders, state):
    return orders("testing").FakeInMemoryApi(state)


@pytest.fixture
def header(orders):
    return orders("contracts").CallHeader()


def test_rows_are_found_by_their_lookups(orders, api, header):
    assert api.get_order(1, header=header).status == "new"
    assert [each.id for each in api.find_orders(header=header)] == [1, 2]
    assert [each.id for each in api.find_orders(status="paid", header=header)] == [2]
    assert [each.id for each in api.find_orders(user_id=7, header=header)] == [2]
    assert api.count_orders("ANN", header=header) == 1
    assert api.has_orders(date(2024, 1, 2), header=header) and not api.has_orders(date(2024, 2, 2), header=header)
    with pytest.raises(orders("contracts").OrderNotFound):
        api.get_order(3, header=header)


def test_what_a_row_does_not_say_is_asked_for(orders, state, api, header):
    state.put("orders.Order", {"pk": 3})
    with pytest.raises(LookupError, match="has no 'user__name'"):
        api.count_orders("Ann", header=header)
    assert api.get_order(3, header=header) == orders("contracts").OrderData(id=3, status="", paid=None)


def test_rows_are_made_changed_and_deleted(orders, state, api, header):
    made = api.create_order("new", header=header)
    assert made == 3 and state.rows["orders.Order"][3]["status"] == "new"
    taken = orders("contracts").OrderInput(id=9, status="new")
    assert api.create_orders((taken,), header=header) == (9,)
    assert api.save_order("sent", id=1, header=header) == 1 and api.save_order("sent", header=header) not in {1, 2, 3}
    assert api.ensure_order(7, "new", header=header) == 1 and api.ensure_order(70, "new", header=header) > 3
    api.set_status(2, "done", header=header)
    assert api.get_order(2, header=header).status == "done"
    assert api.set_statuses((1, 2, 99), "old", header=header) == 2
    api.add_tags(1, (5, 6), header=header)
    assert state.links["orders.Order", 1, "tags"] == {5, 6}
    api.delete_order(1, header=header)
    with pytest.raises(orders("contracts").OrderNotFound):
        api.delete_order(1, header=header)


def test_a_test_sets_answers_and_sees_the_calls(orders, state, api, header):
    with pytest.raises(LookupError, match="set it with"):
        api.pay(1, header=header)
    state.answer("pay", lambda **given: f"paid {given['id']}")
    assert api.pay(1, header=header) == "paid 1"
    state.answer("get_order", "anything")
    assert api.get_order(99, header=header) == "anything"
    assert [(call.operation, call.arguments) for call in state.calls[-2:]] == [
        ("pay", {"id": 1}),
        ("get_order", {"id": 99}),
    ]
    assert state.calls[-1].header is header


def test_a_command_with_a_key_is_done_once(orders, state, api):
    once = orders("contracts").CallHeader(idempotency_key="a")
    assert api.create_order("new", header=once) == api.create_order("new", header=once)
    assert len(state.rows["orders.Order"]) == 3


def test_nobody_waits_for_an_answer_after_the_deadline(orders, api):
    contracts = orders("contracts")
    late = contracts.CallHeader(deadline=datetime.now(UTC) - timedelta(seconds=1))
    with pytest.raises(contracts.DeadlineExceeded):
        api.get_order(1, header=late)


def relayed(orders):
    events = orders("events")
    outbox = events.OutboxInMemory()
    return events.Publisher(outbox), events.Relay(outbox, events.SeenInMemory()), outbox


def test_an_event_arrives_at_least_once_and_is_done_once(orders):
    publisher, relay, outbox = relayed(orders)
    told, failing = orders("contracts").OrderPaid, [True]
    heard: list = []
    stubborn: list = []

    def fails_at_first(event):
        stubborn.append(event)
        if failing.pop() if failing else False:
            raise RuntimeError

    relay.subscribe("search", told, heard.append)
    relay.subscribe("mail", told, fails_at_first)
    publisher.publish(told(order_id=1), key="1", correlation_id="c")
    assert relay.deliver() == 0 and outbox.pending()[0].correlation_id == "c"
    assert relay.deliver() == 1 and not outbox.pending()
    assert (len(heard), len(stubborn)) == (1, 2)


def test_what_happened_to_one_row_is_told_in_its_order(orders):
    publisher, relay, _ = relayed(orders)
    contracts = orders("contracts")
    order: list = []
    failing = [True]

    def paid(event):
        if failing and event.order_id == 1:
            failing.pop()
            raise RuntimeError
        order.append(event)

    relay.subscribe("mail", contracts.OrderPaid, paid)
    relay.subscribe("mail", contracts.OrderGone, order.append)
    for event in (contracts.OrderPaid(order_id=1), contracts.OrderGone(order_id=1), contracts.OrderPaid(order_id=2)):
        publisher.publish(event, key=str(event.order_id))
    relay.deliver()
    relay.deliver()
    assert order == [contracts.OrderPaid(order_id=2), contracts.OrderPaid(order_id=1), contracts.OrderGone(order_id=1)]
