from tests.support.query_snippets import accesses_of, check


def test_update():
    check(
        """
        def settle(orders: QuerySet[Order]):
            orders.update(paid=True)  # update shop_order via queryset
            Order.objects.update(paid=True)  # update shop_order
            Order.objects.filter(pk=1).update(paid=True)  # update shop_order
    """,
        certainty="proved",
    )


def test_where_it_looks():
    check("""
        def settle():
            Order.objects.filter(customer__email="a").update(paid=True)  # read people_customer, update shop_order
    """)


def test_what_it_takes_its_values_from():
    check("""
        def settle():
            prices = Line.objects.filter(order=OuterRef("pk")).values("product__price")  # read shop_line, shop_product
            Order.objects.update(total=Subquery(prices[:1]))  # read shop_line, shop_product, update shop_order
            Order.objects.update(total=F("total") + 1)  # update shop_order
    """)


def test_many():
    check("""
        def settle(orders: list[Order]):
            Order.objects.bulk_update(orders, ["paid"])  # update shop_order
            Order.objects.bulk_update(orders, fields=["paid"])  # update shop_order
    """)


def test_asynchronous():
    check("""
        async def settle(orders: list[Order]):
            await Order.objects.filter(paid=False).aupdate(paid=True)  # update shop_order
            await Order.objects.abulk_update(orders, ["paid"])  # update shop_order
    """)


def test_related_manager():
    check("""
        def settle(customer: Customer):
            customer.orders.update(paid=True)  # update shop_order via related
    """)


def test_related_manager_of_a_many_to_many_looks_between():
    check("""
        def rename(product: Product):
            product.tags.update(label="new")  # update shop_tag, read shop_product_tags
    """)


def test_field_of_a_multi_table_parent_is_updated_there_only():
    check("""
        def settle(orders: QuerySet[RushOrder]):
            orders.update(fee=1)  # update billing_rushorder
            orders.update(paid=True)  # update shop_order via inheritance, read billing_rushorder
            orders.update(fee=1, paid=True)  # update billing_rushorder, shop_order, read billing_rushorder
    """)


def test_proxy():
    check("""
        def settle():
            PaidOrder.objects.update(paid=False)  # update shop_order
    """)


def test_columns():
    first, second = accesses_of("""
        def settle(orders: list[Order], customer: Customer):
            Order.objects.update(paid=True, customer=customer)
            Order.objects.bulk_update(orders, ["total", "paid"])
    """)
    assert first.columns == ("customer_id", "paid")
    assert second.columns == ("paid", "total")


def test_columns_of_unknown_keywords_are_open():
    (settled,) = accesses_of("""
        def settle(values: dict[str, int]):
            Order.objects.update(**values)
    """)
    assert settled.columns is None


def test_things_that_only_look_like_queries():
    check("""
        import hashlib

        def change(data: dict[str, int], seen: set[int], order: Order):
            data.update(paid=True)
            data.update({"paid": True})
            seen.update([1])
            hashlib.sha256().update(b"")
            order.__dict__.update(paid=True)
            {}.update(data)
            dict(paid=True).update(data)
    """)
