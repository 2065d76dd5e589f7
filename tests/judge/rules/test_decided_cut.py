import pytest

from cutpoint.domain.baseline import Baseline
from cutpoint.domain.cut_settings import NamedCut
from cutpoint.domain.errors import ConfigError
from cutpoint.domain.gate import Gate
from cutpoint.judge.debt import Terms, created
from cutpoint.judge.ledgers import ledgers_of, read_ledgers
from cutpoint.judge.verdicts import against_baseline
from cutpoint.judging import judge
from tests.support.judging import analysis_of, check, judged_of, places, said, since, sketches_of
from tests.support.monolith import one

RULE = "decided-cut"
LINES = NamedCut("lines", ("orders.Line",))
PEOPLE = NamedCut("people", ("orders.Customer",), ("orders.Order",))
# The relation that the models around every test have across each cut.
LINE_TO_ORDER = "orders/models.py:13 lines -> rest-of-lines orders_order fk"
ORDER_TO_CUSTOMER = "orders/models.py:9 rest-of-people -> people orders_customer fk"


def found(files, *cuts):
    return sorted(places(judged_of(files, cuts=cuts), RULE))


def test_nothing_is_decided_and_nothing_said():
    assert not found({})


def test_a_cut_through_an_app():
    assert found({}, LINES) == [LINE_TO_ORDER]


def test_without_keep_everything_else_stays():
    files = {
        "billing/tasks.py": """
            from orders.models import Line, Order
            def reprice(line: Line, order: Order):
                line.save()
                order.save()
            def show():
                return list(Line.objects.all()), list(Order.objects.filter(lines__amount=1))
        """
    }
    assert found(files, LINES) == [
        "billing/tasks.py:4 rest-of-lines -> lines orders_line save",
        "billing/tasks.py:7 rest-of-lines -> lines orders_line read",
        "billing/tasks.py:7 rest-of-lines -> lines orders_line read",
        LINE_TO_ORDER,
    ]


def test_with_keep_what_neither_names_is_on_no_side():
    files = {
        "billing/tasks.py": """
            from orders.models import Customer, Line
            def rename(customer: Customer, line: Line):
                customer.save()
                line.save()
        """
    }
    assert found(files, PEOPLE) == [ORDER_TO_CUSTOMER]


def test_a_function_on_no_side_that_writes_both():
    files = {
        "orders/views.py": """
            from orders.models import Customer, Line, Order
            def buy(customer: Customer, order: Order):
                customer.save()
                order.save()
                order.save()
            def greet(customer: Customer, line: Line):
                customer.save()
                line.save()
                return order.state
        """
    }
    assert found(files, PEOPLE) == [
        ORDER_TO_CUSTOMER,
        "orders/views.py:4 rest-of-people -> people orders_customer write beside",
        "orders/views.py:5 people -> rest-of-people orders_order write beside",
    ]


def test_general_code_is_left_to_those_who_use_it():
    files = {
        "orders/views.py": """
            from orders.models import Customer, Order
            def keep(row):
                row.save()
            def all_of_it(customer: Customer):
                keep(customer)
            def more(order: Order):
                keep(order)
        """
    }
    assert found(files, PEOPLE) == [ORDER_TO_CUSTOMER]


def test_a_transaction_that_writes_both():
    files = {
        "orders/views.py": """
            from django.db import transaction
            from orders.models import Customer, Order
            def buy(customer: Customer, order: Order):
                with transaction.atomic():
                    customer.save()
                    order.save()
        """,
        "billing/models.py": """
            from django.db import models, transaction
            from orders.models import Line
            class Invoice(models.Model):
                total = models.IntegerField()
            def bill(line: Line, invoice: Invoice):
                with transaction.atomic():
                    invoice.save()
                    line.save()
        """,
    }
    both = found(files, PEOPLE, LINES)
    assert "orders/views.py:5 rest-of-people -> people orders_customer write beside" in both
    assert "orders/views.py:5 people -> rest-of-people orders_order write beside" in both
    assert "billing/models.py:7 rest-of-lines -> lines orders_line write beside" in both
    assert len([place for place in both if "write beside" in place]) == 3
    finding = one(
        each
        for each in judged_of(files, cuts=(PEOPLE,)).findings
        if each.key.rule == RULE and each.key.subject == "orders_order"
    )
    assert finding.evidence == "writes orders_order and orders_customer in one transaction"
    assert "decided cut" in finding.meaning
    assert [place.path for place in finding.related] == ["orders/models.py", "orders/views.py", "orders/views.py"]


def test_code_of_a_package_is_on_the_side_of_its_models():
    files = {
        "billing/jobs/tasks.py": """
            from orders.models import Order
            def pay(order: Order):
                order.save()  # decided-cut save orders_order
        """,
        "billing/models.py": """
            from django.db import models
            class Invoice(models.Model):
                order_id = models.IntegerField()
        """,
    }
    check(RULE, files, cuts=(NamedCut("bills", ("billing",)),))


def test_an_app_called_like_the_cut_is_no_side_of_it():
    files = {
        "reports/tasks.py": """
            from orders.models import Order
            def pay(order: Order):
                order.save()
        """
    }
    assert found(files, NamedCut("reports", ("orders.Line",), ("orders.Order",))) == [
        "orders/models.py:13 reports -> rest-of-reports orders_order fk"
    ]


def test_what_is_new_across_fails_and_the_rest_does_not():
    before = {"billing/tasks.py": "from orders.models import Line\ndef a(line: Line):\n    line.save()\n"}
    after = {"billing/tasks.py": before["billing/tasks.py"] + "def b(line: Line):\n    line.delete()\n"}
    assert since(before, before, cuts=(LINES,)).exit_code == 0
    verdict = since(before, after, rules=(said("cross-write", "off"),), cuts=(LINES,))
    assert verdict.exit_code == 1
    assert [growth.key.action for growth in verdict.new if growth.key.rule == RULE] == ["delete"]
    softer = (said("cross-write", "off"), said(RULE, "note", "* -> lines"))
    assert since(before, after, rules=softer, cuts=(LINES,)).exit_code == 0


def test_a_past_without_the_models_had_nothing_across():
    later = {
        "billing/models.py": """
            from django.db import models
            class Invoice(models.Model):
                order = models.ForeignKey("orders.Order", models.CASCADE)
            class Refund(models.Model):
                invoice = models.ForeignKey(Invoice, models.CASCADE)
        """
    }
    verdict = since({}, later, cuts=(NamedCut("refunds", ("billing.Refund",)),))
    assert [growth.key.subject for growth in verdict.new if growth.key.rule == RULE] == ["billing_invoice"]


def test_ledgers_keep_what_is_accepted():
    files = {"billing/tasks.py": "from orders.models import Line\ndef a(line: Line):\n    line.save()\n"}
    gate = Gate(cuts=(LINES,))
    analysis = analysis_of(files)
    accepted = created(judge(analysis, gate), sketches_of(files, analysis), Terms())
    ledgers = ledgers_of(accepted.entries, accepted.spots, "1")
    assert "rest-of-lines" in ledgers["decided-cut.jsonl"]
    baseline = read_ledgers(ledgers, "baseline")
    assert verdict(files, gate, baseline).exit_code == 0
    assert verdict(files, gate, Baseline((), ())).exit_code == 1


def verdict(files, gate, baseline):
    analysis = analysis_of(files)
    return against_baseline(
        judge(analysis, gate),
        baseline,
        gate,
        code=sketches_of(files, analysis),
        renamed={},
        today="2026-06-01",
        seen_then=lambda: None,
    )


@pytest.mark.parametrize(
    ("cut", "said"),
    [
        (NamedCut("x", ("orders.Lime",)), "cuts.x.take: no model or app is named orders.Lime; did you"),
        (NamedCut("x", ("orders",), ("Line",)), "orders.Line can't be on both sides"),
        (NamedCut("x", ("orders", "billing")), "everything is taken"),
    ],
)
def test_cuts_that_do_not_fit_the_project(cut, said):
    with pytest.raises(ConfigError, match=said):
        judged_of({}, cuts=(cut,))


def test_of_two_models_with_one_name_somebody_says_which():
    files = {"reports/models.py": "from django.db import models\nclass Line(models.Model): pass\n"}
    with pytest.raises(ConfigError, match=r"several models are called Line: orders\.Line, reports\.Line; say which"):
        judged_of(files, cuts=(NamedCut("x", ("Line",)),))
