from tests.support.judging import check, judged_of

RULE = "cross-join"


def test_filters_and_select_related_join():
    check(
        RULE,
        {
            "billing/tasks.py": """
                from billing.models import Invoice

                def look():
                    list(Invoice.objects.filter(order__state="x"))  # cross-join read orders_order
                    return Invoice.objects.select_related("order__customer").get(pk=1)  # cross-join read orders_customer; read orders_order
            """
        },
    )


def test_what_joins_nothing_of_others():
    check(
        RULE,
        {
            "billing/tasks.py": """
                from billing.models import Invoice
                from orders.models import Order

                def look():
                    list(Invoice.objects.filter(order_id=1))
                    return Order.objects.get(pk=1)
            """,
            "orders/services.py": """
                from orders.models import Line

                def look():
                    return list(Line.objects.filter(order__state="x"))
            """,
        },
    )


def test_the_evidence_says_joins():
    judged = judged_of(
        {"billing/tasks.py": "from billing.models import Invoice\nlist(Invoice.objects.filter(order__state='x'))\n"}
    )
    (finding,) = [finding for finding in judged.findings if finding.key.rule == RULE]
    assert finding.evidence.startswith("joins orders_order")
