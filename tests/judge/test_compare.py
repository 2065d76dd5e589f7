import msgspec
import pytest

from cutpoint.domain.baseline import Entry
from cutpoint.domain.finding import Finding, Key, Place, Severity
from cutpoint.domain.service import Service
from cutpoint.judge.bodies import SIZE
from cutpoint.judge.compare import Today, compare, entries_of
from tests.support.judging import FILES, since
from tests.support.monolith import one

SKETCH = "ab" * SIZE
OTHER = "cd" * SIZE


def a_key(
    function="pay",
    expression="_.save()",
    *,
    module="billing.tasks",
    subject="orders_order",
    rule="cross-write",
    action="save",
):
    return Key(rule, "billing", "orders", subject, action, module, function, expression)


def a_finding(key, line=1):
    return Finding(key, Place("billing/tasks.py", line, line), Severity.ERROR, "saves", "why", "move")


class Sketched:
    def __init__(self, sketches):
        self._sketches = sketches

    def __call__(self, key, /):
        return self._sketches.get(key.function, "")

    def bodies_in(self, _module, /):
        return None


def compared(
    findings,
    entries,
    *,
    then=None,
    now=None,
    renamed=None,
    tables=("orders_order", "orders_line"),
    services=("billing", "orders"),
):
    then, now = then or {}, now or {}
    return compare(
        findings,
        entries,
        Sketched(then),
        Sketched(now),
        lambda _: Severity.ERROR,
        renamed or {},
        Today(frozenset(tables), frozenset(services), frozenset({"orders.models"})),
    )


def test_what_was_accepted_is_neither_new_nor_gone():
    key = a_key()
    assert compared([a_finding(key)], [Entry(key, 1)]) == ((), (), ())


def test_one_more_of_a_key_is_new_and_all_places_are_told():
    key = a_key()
    difference = compared([a_finding(key, 1), a_finding(key, 5), a_finding(key, 9)], [Entry(key, 2)])
    growth = one(difference.new)
    assert (growth.count, growth.accepted, len(growth.findings)) == (1, 2, 3)


def test_places_on_one_line_count_each():
    key = a_key()
    assert one(compared([a_finding(key)] * 3, [Entry(key, 1)]).new).count == 2
    assert one(compared([a_finding(key)], [Entry(key, 3)]).gone).count == 2
    assert entries_of([a_finding(key, 1), a_finding(key, 1), a_finding(key, 4)]) == (Entry(key, 3),)


def test_one_less_is_gone():
    key = a_key()
    gone = one(compared([a_finding(key)], [Entry(key, 3)]).gone)
    assert (gone.count, gone.found) == (2, 1)


def reworded(before, after, then=SKETCH, now=SKETCH):
    return compared(
        [a_finding(a_key(expression=after))], [Entry(a_key(expression=before), 1)], then={"pay": then}, now={"pay": now}
    )


def test_another_expression_in_the_same_function_is_reworded():
    difference = reworded("_.order.save()", "_.save()")
    assert one(difference.moved).why == "reworded"
    assert (difference.new, difference.gone) == ((), ())


def test_but_not_in_another_body():
    difference = reworded("_.order.save()", "_.save()", now=OTHER)
    assert (len(difference.new), len(difference.gone), difference.moved) == (1, 1, ())


def test_nor_by_another_method():
    difference = reworded("Order.objects.filter().update()", "Order.objects.bulk_update()")
    assert (len(difference.new), len(difference.gone), difference.moved) == (1, 1, ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("open_orders().get().delete()", "orders_of().get().delete()"),
        ("_.open_orders().delete()", "_.orders_that_wait().delete()"),
        ("→ core.save", "→ core.store"),
        ("→ core.save", "→ core.rows.save"),
        ("archive()", "put_away()"),
    ],
)
def test_a_function_that_is_called_otherwise_needs_no_body(before, after):
    assert len(reworded(before, after, now=OTHER).moved) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("_.order.delete()", "_.other.delete()"),
        ("open_orders().get().delete()", "orders_of().first().delete()"),
        ("open_orders().delete()", "_.orders_of().delete()"),
        ("→ core.save", "→ other.store"),
    ],
)
def test_more_than_that_does(before, after):
    assert len(reworded(before, after, now=OTHER).new) == 1


def test_of_general_code_and_of_functions_only_a_name_is_known():
    for before, after in (("→ core.save", "→ core.store"), ("auth_login()", "login()"), ("_.save()", "→ core.save")):
        assert len(reworded(before, after).moved) == 1


def test_a_file_that_git_knows_as_renamed_needs_no_sketch():
    after = a_key(module="billing.jobs")
    difference = compared([a_finding(after)], [Entry(a_key(), 1)], renamed={"billing.tasks": "billing.jobs"})
    assert one(difference.moved).why == "git says renamed"


def test_in_a_renamed_file_another_expression_needs_the_body_as_well():
    after = a_key(module="billing.jobs", expression="_.order.save()")
    renamed = {"billing.tasks": "billing.jobs"}
    assert len(compared([a_finding(after)], [Entry(a_key(), 1)], renamed=renamed).new) == 1
    same = {"pay": SKETCH}
    assert one(compared([a_finding(after)], [Entry(a_key(), 1)], then=same, now=same, renamed=renamed).moved)


def in_services(key, source, target, **changes):
    return msgspec.structs.replace(key, source=source, target=target, **changes)


def test_what_only_changes_its_services_is_the_same():
    after = in_services(a_key(), "money", "sales")
    difference = compared([a_finding(after)], [Entry(a_key(), 1)], services=("money", "sales"))
    assert one(difference.moved).why == "billing → orders is now money → sales"
    assert difference.new == ()


def test_an_app_that_is_renamed_takes_its_service_along():
    after = in_services(a_key(), "invoicing", "orders", module="invoicing.tasks")
    renamed = {"billing.tasks": "invoicing.tasks"}
    assert one(
        compared([a_finding(after)], [Entry(a_key(), 1)], renamed=renamed, services=("invoicing", "orders")).moved
    )
    # As long as there is a service of the old name, the file only went to another one.
    both = ("billing", "invoicing", "orders")
    assert one(compared([a_finding(after)], [Entry(a_key(), 1)], renamed=renamed, services=both).new)


def test_another_writer_of_a_table_is_not_the_one_that_left():
    before = msgspec.structs.replace(a_key("", ""), rule="shared-table", module="")
    after = in_services(before, "reports", "orders")
    assert one(compared([a_finding(after)], [Entry(before, 1)], services=("billing", "orders", "reports")).new)
    assert one(compared([a_finding(after)], [Entry(before, 1)], services=("reports", "orders")).moved)


def test_another_import_is_not_the_one_that_is_gone():
    before = a_key("", "", rule="cross-import", subject="orders.models", action="module")
    after = msgspec.structs.replace(before, subject="orders.internal")
    then = now = {"": SKETCH}
    assert one(compared([a_finding(after)], [Entry(before, 1)], then=then, now=now).new)
    renamed = {"orders.models": "orders.internal"}
    assert one(compared([a_finding(after)], [Entry(before, 1)], renamed=renamed).moved)


def test_a_renamed_function_is_known_by_its_body():
    difference = compared(
        [a_finding(a_key("settle"))], [Entry(a_key(), 1)], then={"pay": SKETCH}, now={"settle": SKETCH}
    )
    assert one(difference.moved).why == "100% of the body is the same"


def test_another_body_is_no_move():
    difference = compared(
        [a_finding(a_key("settle"))], [Entry(a_key(), 1)], then={"pay": SKETCH}, now={"settle": OTHER}
    )
    assert (one(difference.new).count, one(difference.gone).count, difference.moved) == (1, 1, ())


def test_without_a_sketch_there_is_no_move():
    difference = compared([a_finding(a_key("settle"))], [Entry(a_key(), 1)], now={"settle": SKETCH})
    assert (len(difference.new), len(difference.gone), difference.moved) == (1, 1, ())


def test_a_function_that_stays_has_not_moved():
    difference = compared(
        [a_finding(a_key("copy"))], [Entry(a_key(), 1)], then={"pay": SKETCH}, now={"copy": SKETCH, "pay": SKETCH}
    )
    assert (len(difference.new), difference.moved) == (1, ())


def test_what_is_left_of_a_function_that_moved_may_keep_its_name():
    difference = compared(
        [a_finding(a_key("_pay"))], [Entry(a_key(), 1)], then={"pay": SKETCH}, now={"_pay": SKETCH, "pay": OTHER}
    )
    assert len(difference.moved) == 1


def test_moves_are_one_to_one():
    then, now = {"pay": SKETCH}, {"a": SKETCH, "b": SKETCH}
    difference = compared([a_finding(a_key("a")), a_finding(a_key("b"))], [Entry(a_key(), 1)], then=then, now=now)
    assert (len(difference.moved), len(difference.new)) == (1, 1)
    assert one(difference.moved).after.function == "a"


def test_of_several_the_most_alike_is_taken():
    near = "ab" * (SIZE - 5) + "cd" * 5
    then, now = {"pay": SKETCH}, {"a": near, "b": SKETCH}
    difference = compared([a_finding(a_key("a")), a_finding(a_key("b"))], [Entry(a_key(), 1)], then=then, now=now)
    assert (one(difference.moved).after.function, one(difference.new).key.function) == ("b", "a")


def test_another_action_table_or_rule_is_no_move():
    for after in (a_key(action="delete"), a_key(subject="orders_line"), a_key(rule="cross-read", action="read")):
        assert (
            len(compared([a_finding(after)], [Entry(a_key(), 1)], then={"pay": SKETCH}, now={"pay": SKETCH}).new) == 1
        )


def test_growth_of_what_moved_counts_beside_it():
    after = a_key("settle")
    difference = compared(
        [a_finding(after, 1), a_finding(after, 2)], [Entry(a_key(), 1)], then={"pay": SKETCH}, now={"settle": SKETCH}
    )
    assert one(difference.moved).count == 1
    assert one(difference.new).count == 1


def test_the_order_of_what_comes_in_does_not_matter():
    findings = [a_finding(a_key(name), line) for line, name in enumerate("dcba")]
    entries = [Entry(a_key(name), 1) for name in "wxyz"]
    then, now = dict.fromkeys("wxyz", SKETCH), dict.fromkeys("abcd", SKETCH)
    one_way = compared(findings, entries, then=then, now=now)
    assert compared(findings[::-1], entries[::-1], then=then, now=now) == one_way
    assert len(one_way.moved) == 4


def test_an_import_moves_with_its_file_whatever_is_imported():
    orders = Service("orders", apps=("orders",), facade="orders.api")
    code = "from orders import inner\n\ndef a(x):\n    return inner.do(x, 1)\n\ndef b(y):\n    return inner.more(y)\n"
    files = {"orders/api.py": "", "orders/inner.py": "", "billing/tasks.py": code}
    assert since(files, {**files, "billing/tasks.py": "", "billing/jobs.py": code}, orders).new == ()
    moved = {"orders/api.py": "", "orders/core.py": "", "billing/tasks.py": code.replace("inner", "core")}
    assert since(files, moved, orders).new == ()


def test_a_table_that_is_gone_may_have_another_name():
    before = a_key(expression="Order.objects.create()")
    after = a_key(subject="orders_purchase", expression="Purchase.objects.create()")
    difference = compared([a_finding(after)], [Entry(before, 1)], tables=("orders_purchase",))
    assert one(difference.moved).why == "orders_order is now called orders_purchase"


def test_but_not_one_that_is_still_there():
    after = a_key(subject="orders_line")
    difference = compared([a_finding(after)], [Entry(a_key(), 1)])
    assert (len(difference.new), len(difference.gone)) == (1, 1)


def test_nor_when_something_was_known_of_the_other_one():
    known, after = a_key("other", subject="orders_line"), a_key(subject="orders_line")
    entries = [Entry(a_key(), 1), Entry(known, 1)]
    assert len(compared([a_finding(known), a_finding(after)], entries, tables=("orders_line",)).new) == 1


def test_nor_when_only_a_part_went_there():
    entries = [Entry(a_key(name), 1) for name in "abc"]
    difference = compared([a_finding(a_key("a", subject="orders_line"))], entries, tables=("orders_line",))
    assert (len(difference.new), len(difference.gone)) == (1, 3)


def test_a_model_that_is_renamed():
    code = "from orders.models import Order\n\ndef pay(order: Order):\n    order.save()\n    Order.objects.create()\n"
    after = {
        "billing/tasks.py": code.replace("Order", "Purchase"),
        "billing/models.py": FILES["billing/models.py"].replace("orders.Order", "orders.Purchase"),
        "orders/models.py": FILES["orders/models.py"].replace("Order", "Purchase"),
    }
    verdict = since({"billing/tasks.py": code}, after)
    assert (verdict.new, verdict.gone) == ((), ())
    assert {moved.after.subject for moved in verdict.moved} == {"orders_purchase"}
    planted = {**after, "billing/tasks.py": after["billing/tasks.py"] + "    order.save()\n"}
    assert [growth.count for growth in since({"billing/tasks.py": code}, planted).broken] == [1]


def test_a_helper_that_is_renamed_in_a_function_of_one_line():
    code = """
        from orders.models import Order

        def open_orders():
            return Order.objects.filter(state="open")

        def purge():
            open_orders().delete()
    """
    verdict = since({"billing/tasks.py": code}, {"billing/tasks.py": code.replace("open_orders", "waiting_orders")})
    assert verdict.new == ()
    otherwise = code.replace("open_orders().delete()", "Order.objects.get(pk=1).delete()")
    assert [growth.key.function for growth in since({"billing/tasks.py": code}, {"billing/tasks.py": otherwise}).broken]
