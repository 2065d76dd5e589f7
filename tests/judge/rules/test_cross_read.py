from tests.support.judging import check

RULE = "cross-read"


def test_every_way_to_read():
    check(
        RULE,
        {
            "billing/tasks.py": """
                from orders.models import Order
                from billing.models import Invoice

                def look(invoice: Invoice):
                    order = invoice.order  # cross-read read orders_order
                    for line in order.lines.all():  # cross-read read orders_line
                        print(line.amount)
                    return Order.objects.filter(pk=1).count()  # cross-read read orders_order
            """
        },
    )


def test_what_only_looks_like_it():
    check(
        RULE,
        {
            "billing/tasks.py": """
                from orders.models import Order
                from billing.models import Invoice

                def look(invoice: Invoice, order: Order):
                    print(invoice.order_id, order.state)
                    return Invoice.objects.get(pk=1), isinstance(order, Order)
            """,
            "orders/services.py": """
                from orders.models import Order

                def count():
                    return Order.objects.count()
            """,
        },
    )


def test_joins_are_left_to_their_own_rule():
    check(
        RULE,
        {
            "billing/tasks.py": """
                from billing.models import Invoice

                def look():
                    return list(Invoice.objects.filter(order__state="x"))
            """
        },
    )
