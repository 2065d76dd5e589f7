from cutpoint.domain.baseline import Spot
from cutpoint.judge.spots import new_spots
from tests.support.judging import judged_of, since


def a_spot(module="billing.tasks", count=1, *, service="billing", kind="query-name", reason="`.save()`"):
    return Spot(service, module, kind, reason, count)


def test_more_of_one_kind_is_new():
    assert new_spots([a_spot(count=3)], [a_spot(count=1)]) == (a_spot(count=2),)


def test_as_many_or_less_is_not():
    assert new_spots([a_spot()], [a_spot()]) == ()
    assert new_spots([], [a_spot()]) == ()


def test_what_went_to_another_module_is_not_new():
    assert new_spots([a_spot("billing.jobs")], [a_spot("billing.tasks")]) == ()


def test_but_what_was_added_on_the_way_is():
    now = [a_spot("billing.jobs", 3), a_spot("billing.more", 1)]
    assert sum(spot.count for spot in new_spots(now, [a_spot("billing.tasks", 2)])) == 2


def test_another_kind_or_reason_is_new():
    other = a_spot(reason="`.delete()`")
    assert new_spots([other], [a_spot()]) == (other,)


def test_code_that_is_not_understood_is_a_spot_of_its_service():
    code = "def run(thing):\n    thing.save()\n"
    (spot,) = judged_of({"billing/tasks.py": code}).spots
    assert (spot.service, spot.module, spot.count) == ("billing", "billing.tasks", 1)
    assert spot.kind.startswith("query-")


def test_a_write_that_cannot_be_judged_is_said():
    verdict = since({}, {"billing/tasks.py": "def run(thing):\n    thing.save()\n"})
    assert [spot.module for spot in verdict.new_spots] == ["billing.tasks"]
    assert verdict.exit_code == 0


def test_a_write_that_is_only_possible_is_a_spot_with_its_table():
    code = """
        from orders.models import Order
        def run(**context):
            order = context["order"]
            order.save()
    """
    spots = judged_of({"billing/tasks.py": code}).spots
    assert all(spot.kind.startswith(("query-", "possible-write")) for spot in spots)


HANDED_OVER = "def tidy(order):\n    order.save()\n"
OWNER = """
    from orders.models import Order
    from billing.tasks import tidy
    def run(order: Order):
        tidy(order)
"""


def test_a_write_of_what_only_its_owner_hands_over_is_said():
    before = {"billing/tasks.py": "def tidy(order):\n    pass\n", "orders/jobs.py": OWNER}
    verdict = since(before, {**before, "billing/tasks.py": HANDED_OVER})
    assert {(spot.module, spot.kind) for spot in verdict.new_spots} == {("billing.tasks", "possible-write")}
    assert verdict.exit_code == 0


def test_not_where_code_writes_rows_of_several_services():
    other = """
        from billing.models import Invoice
        from reports.tasks import tidy
        def run(invoice: Invoice):
            tidy(invoice)
    """
    owner = OWNER.replace("billing.tasks", "reports.tasks")
    code = {"reports/tasks.py": HANDED_OVER, "orders/jobs.py": owner}
    assert judged_of(code).spots != ()
    assert judged_of({**code, "billing/jobs.py": other}).spots == ()
