from tests.support.query_snippets import accesses_of, check


def test_column_that_was_left_out():
    check("""
        def show():
            order = Order.objects.only("paid").get(pk=1)  # read shop_order
            order.paid
            order.total  # read shop_order via instance
            order.total
            order.customer_id  # read shop_order
    """)


def test_in_a_loop_it_asks_for_each_row():
    found = accesses_of("""
        def show():
            for order in Order.objects.defer("total"):
                print(order.total)
    """)
    assert [(each.line, each.table, each.in_loop) for each in found] == [
        (3, "shop_order", False),
        (4, "shop_order", True),
    ]


def test_column_of_a_parent():
    check("""
        def show():
            for rush in RushOrder.objects.defer("total"):  # read billing_rushorder, shop_order
                rush.total  # read billing_rushorder, shop_order via inheritance
    """)


def test_columns_that_are_there():
    check("""
        def show():
            for order in Order.objects.defer("total"):  # read shop_order
                order.paid, order.pk, order.id, order.customer_id, order.placed
    """)
