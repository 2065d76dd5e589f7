import pytest

from tests.support.query_snippets import check


@pytest.mark.parametrize(
    "evaluated",
    [
        "list(orders)",
        "tuple(orders)",
        "set(orders)",
        "sorted(orders, key=str)",
        "len(orders)",
        "bool(orders)",
        "[order.total for order in orders]",
        "{order.pk: order for order in orders}",
        "sum(order.total for order in orders)",
        "next(iter(orders))",
        "orders[0]",
        "orders[2:5:2]",
        "list(orders[:5])",
        "list(enumerate(orders))",
        "list(zip(orders, range(3)))",
        "list(reversed(orders))",
        "max(orders, key=str)",
        "any(order.paid for order in orders)",
        "[*orders]",
        "order in orders",
        "orders and 1",
        "not orders",
        "orders or None",
        "1 if orders else 2",
        "list(map(str, orders))",
        "list(filter(None, orders))",
        "list(itertools.chain(orders, []))",
    ],
)
def test_runs_where_python_needs_its_rows(evaluated):
    check(f"""
        def show(orders: QuerySet[Order], order: Order):
            return {evaluated}  # read shop_order
    """)


@pytest.mark.parametrize("statement", ["if orders:", "while orders:", "for order in orders:"])
def test_runs_at_the_head_of_a_statement(statement):
    check(f"""
        def show(orders: QuerySet[Order]):
            {statement}  # read shop_order
                break_off()
    """)


def test_unpacking_runs_it():
    check("""
        def show(orders: QuerySet[Order]):
            first, second = orders  # read shop_order
            first, *others = orders  # read shop_order
    """)


def test_yield_from_runs_it():
    check("""
        def show(orders: QuerySet[Order]):
            yield from orders  # read shop_order
    """)


def test_async_iteration_runs_it():
    check("""
        async def show(orders: QuerySet[Order]):
            async for order in orders:  # read shop_order
                pass
            return [order async for order in orders]
    """)


def test_reads_parents_and_what_the_query_joined():
    check("""
        def show(orders: QuerySet[RushOrder]):
            for order in orders:  # read billing_rushorder, shop_order
                pass
            some = orders.filter(customer__username="a")  # read billing_rushorder, shop_order, people_customer
            for order in some:  # read billing_rushorder, shop_order, people_customer
                pass
    """)


def test_content_of_a_many_to_many_reads_the_table_between():
    check("""
        def show(product: Product):
            tags = product.tags.all()  # read shop_tag, shop_product_tags
            for tag in tags:  # read shop_tag, shop_product_tags
                pass
    """)


def test_rows_of_values_are_read_as_well():
    check("""
        def show():
            totals = Order.objects.values_list("total", flat=True)  # read shop_order
            return sum(totals)  # read shop_order
    """)


def test_handing_it_on_runs_nothing():
    check("""
        def show(orders: QuerySet[Order]):
            same = orders
            again = [same, {"orders": orders}]
            if orders is None:
                return None
            isinstance(orders, QuerySet)
            return again, orders
    """)


def test_lists_are_no_queries():
    check("""
        def show(orders: list[Order]):
            for order in orders:
                print(order.total)
            if orders:
                return orders[0], len(orders), orders[1:], sorted(orders, key=str)
    """)


def test_is_read_once_when_its_rows_are_kept():
    check("""
        def show(orders: QuerySet[Order]):
            rows = list(orders)  # read shop_order
            for row in rows:
                print(row.total)
            return len(rows), rows[0]
    """)
