from tests.support.judging import judged_of, places
from tests.support.monolith import one

RULE = "shared-table"
WRITER = """
    from orders.models import Order
    def pay(order: Order):
        order.save()
        order.delete()
"""


def test_each_further_writer_is_one_finding_at_its_first_place():
    judged = judged_of({"billing/a.py": WRITER, "billing/b.py": WRITER, "reports/c.py": WRITER})
    orders = [place for place in places(judged, RULE) if "orders_order" in place]
    assert orders == [
        "billing/a.py:4 billing -> orders orders_order write",
        "reports/c.py:4 reports -> orders orders_order write",
    ]


def test_the_owner_and_readers_are_none():
    judged = judged_of(
        {
            "orders/services.py": """
                from orders.models import Order
                def pay(order: Order):
                    order.save()
            """,
            "billing/a.py": """
                from orders.models import Order
                def count():
                    return Order.objects.count()
            """,
        }
    )
    assert places(judged, RULE) == []


def test_words_of_a_finding():
    judged = judged_of({"billing/a.py": WRITER, "billing/b.py": WRITER})
    finding = one(f for f in judged.findings if f.key.rule == RULE and f.key.subject == "orders_order")
    assert finding.evidence == "billing writes orders_order in 4 places"
    assert finding.meaning.startswith("orders owns orders_order")


def test_what_a_cascade_takes_along_makes_nobody_a_writer():
    judged = judged_of(
        {
            "orders/services.py": """
                from orders.models import Order
                def drop(order: Order):
                    order.delete()
            """
        }
    )
    assert "billing_invoice" in {
        finding.key.subject for finding in judged.findings if finding.key.rule == "cross-write"
    }
    assert places(judged, RULE) == []
