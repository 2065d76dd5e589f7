"""`cross-transaction`: one transaction writes tables of two services."""

from cutpoint.domain.service import Service
from tests.support.judging import all_at, judged_of, places
from tests.support.transactions import PRELUDE

RULE = "cross-transaction"


def code(text):
    return {"billing/pay.py": PRELUDE + "\n" + text}


BOTH = """
def pay(order: Order, invoice: Invoice):
    with transaction.atomic():
        invoice.save()
        order.save()
        Line.objects.update(amount=1)
"""


def test_one_for_each_table_of_the_other_service():
    assert places(judged_of(code(BOTH)), RULE) == [
        "billing/pay.py:4 billing -> orders orders_line atomic",
        "billing/pay.py:4 billing -> orders orders_order atomic",
    ]


def test_evidence_names_two_tables_and_where_they_are_written():
    found = next(
        each for each in judged_of(code(BOTH)).findings if each.key.subject == "orders_order" and each.key.rule == RULE
    )
    assert found.evidence == (
        "writes billing_invoice (billing/pay.py:5) and orders_order (billing/pay.py:6) in one transaction"
    )
    assert [place.says for place in found.related] == [
        "orders.Order declares orders_order",
        "billing.pay.pay writes billing_invoice",
        "billing.pay.pay writes orders_order",
    ]
    assert found.severity == "note"


def test_the_key_holds_no_line():
    keys = [
        [each.key for each in judged_of(code(text)).findings if each.key.rule == RULE]
        for text in (BOTH, "\n\n# x\n" + BOTH)
    ]
    assert keys[0] == keys[1]


def test_services_in_force_decide():
    together = Service("money", ("billing", "orders"))
    assert not places(judged_of(code(BOTH), together, rules=all_at("note")), RULE)


def test_code_of_neither_service():
    files = {"reports/close.py": PRELUDE + "\n" + BOTH}
    assert places(judged_of(files), RULE) == [
        "reports/close.py:4 reports -> orders orders_line atomic",
        "reports/close.py:4 reports -> orders orders_order atomic",
    ]


def test_silent_where_only_one_service_is_written():
    assert not places(
        judged_of(
            code("""
def pay(order: Order, invoice: Invoice):
    with transaction.atomic():
        if Order.objects.exists():
            invoice.save()
    order.save()
""")
        ),
        RULE,
    )


def test_nested_blocks_and_context_managers_are_told_once():
    assert places(
        judged_of(
            code("""
@contextmanager
def together():
    with transaction.atomic():
        yield
def pay(order: Order, invoice: Invoice):
    with together():
        with transaction.atomic():
            invoice.save()
            order.save()
""")
        ),
        RULE,
    ) == ["billing/pay.py:8 billing -> orders orders_order atomic"]
