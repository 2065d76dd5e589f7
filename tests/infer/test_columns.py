"""What functions take from rows and put into them, column by column."""

from tests.support.query_snippets import columns_of


def test_fields_keys_and_relations() -> None:
    found = columns_of(
        """
        def show(order: Order, customer: Customer):
            order.total, order.customer_id, order.pk
            order.customer.phone
            order.paid = True
            order.note = "not a column"
            customer.orders
            order.lines
            return order.total
        """
    )
    assert found == [
        ("people.Customer", "phone", False),
        ("shop.Order", "customer", False),
        ("shop.Order", "customer_id", False),
        ("shop.Order", "paid", True),
        ("shop.Order", "pk", False),
        ("shop.Order", "total", False),
    ]


def test_rows_of_queries_whatever_their_way() -> None:
    found = columns_of(
        """
        def newest():
            return Order.objects.order_by("-placed").first()

        def total():
            return newest().total
        """
    )
    assert found == [("shop.Order", "total", False)]
