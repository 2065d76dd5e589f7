import pytest

from tests.support.query_snippets import check


@pytest.mark.parametrize(
    "query",
    [
        "get(pk=1)",
        "first()",
        "last()",
        "earliest('placed')",
        "latest('placed')",
        "count()",
        "exists()",
        "aggregate(Sum('total'))",
        "in_bulk([1])",
        "contains(order)",
        "explain()",
        "iterator()",
        "all()",
        "filter(paid=True)",
        "exclude(paid=True)",
        "order_by('total')",
        "reverse()",
        "distinct()",
        "only('total')",
        "defer('total')",
        "using('default')",
        "select_for_update()",
        "values('total')",
        "values_list('total', flat=True)",
        "dates('placed', 'month')",
        "annotate(twice=F('total') * 2)",
        "alias(twice=F('total') * 2)",
        "complex_filter({'paid': True})",
        "extra(where=['paid'])",
        "filter(customer_id=1)",
        "filter(customer=3)",
        "filter(customer__pk=3)",
        "filter(customer__id__in=[3])",
        "filter(Q(paid=True) | ~Q(total=3))",
        "filter(paid=True).exclude(total=3).order_by('-placed').first()",
        "union(orders)",
        "intersection(orders)",
    ],
)
def test_one_table(query):
    check(f"""
        def look(order: Order, orders: QuerySet[Order]):
            Order.objects.{query}  # read shop_order
            orders.{query}  # read shop_order
    """)


@pytest.mark.parametrize(
    ("query", "tables"),
    [
        ("filter(customer__email='a')", "people_customer"),
        ("filter(customer__badge__color='red')", "people_customer, people_badge"),
        ("exclude(customer__email='a')", "people_customer"),
        ("get(customer__email='a')", "people_customer"),
        ("filter(Q(customer__email='a') | Q(paid=True))", "people_customer"),
        ("filter(lines__amount=1)", "shop_line"),
        ("filter(lines__product__name='pen')", "shop_line, shop_product"),
        ("filter(tags__label='new')", "shop_order_tags, shop_tag"),
        ("filter(tags=1)", "shop_order_tags"),
        ("filter(invoices__payment__isnull=True)", "billing_invoice, billing_payment"),
        ("order_by('customer__email')", "people_customer"),
        ("values('customer__email')", "people_customer"),
        ("values_list('pk', 'customer__email')", "people_customer"),
        ("only('customer__email')", ""),
        ("select_related('customer')", "people_customer"),
        ("prefetch_related('lines__product')", "shop_line, shop_product"),
        ("prefetch_related(Prefetch('lines', queryset=Line.objects.all()))", "shop_line"),
        ("annotate(bought=Count('lines'))", "shop_line"),
        ("aggregate(Sum('lines__product__price'))", "shop_line, shop_product"),
        ("annotate(mail=F('customer__email'))", "people_customer"),
        ("filter(total__gt=F('lines__product__price'))", "shop_line, shop_product"),
        ("filter(pk__in=Line.objects.values('order'))", "shop_line"),
        ("filter(Exists(Line.objects.filter(order=OuterRef('pk'))))", "shop_line"),
        ("annotate(n=Subquery(Invoice.objects.filter(order=OuterRef('pk')).values('number')[:1]))", "billing_invoice"),
        ("filter(customer__in=Customer.objects.filter(badge__color='red'))", "people_customer, people_badge"),
    ],
)
def test_tables_that_lookups_join(query, tables):
    check(
        f"""
        def look():
            Order.objects.{query}  # read shop_order{"," if tables else ""} {tables}
    """.replace("shop_order \n", "shop_order\n")
    )


def test_runs_with_what_was_joined_before():
    check("""
        def look():
            orders = Order.objects.filter(customer__email="a")  # read shop_order, people_customer
            return orders.count()  # read shop_order, people_customer
    """)


def test_asynchronous():
    check("""
        async def look(orders: QuerySet[Order]):
            await Order.objects.aget(pk=1)  # read shop_order
            await orders.acount()  # read shop_order
            await orders.aexists()  # read shop_order
            await orders.afirst()  # read shop_order
            await orders.aaggregate(Sum("total"))  # read shop_order
            await orders.ain_bulk([1])  # read shop_order
            await orders.alatest("placed")  # read shop_order
    """)


def test_related_managers():
    check("""
        def look(customer: Customer, order: Order, tag: Tag):
            customer.orders.count()  # read shop_order via related
            customer.orders.filter(lines__amount=1)  # read shop_order, shop_line
            order.tags.first()  # read shop_tag, shop_order_tags via m2m
            tag.orders.filter(paid=True).exists()  # read shop_order, shop_order_tags
            order.products.all()  # read shop_product, shop_line
    """)


def test_multi_table_child_and_proxy():
    check("""
        def look():
            RushOrder.objects.filter(total=1)  # read billing_rushorder, shop_order
            Bargain.objects.first()  # read shop_product
    """)


def test_nothing_is_selected_before_a_write():
    check("""
        def settle():
            Order.objects.filter(paid=False).order_by("total").update(paid=True)  # update shop_order
            Wish.objects.exclude(text="").delete()  # delete shop_wish
    """)


def test_none_asks_nothing():
    check("""
        def nothing():
            return Order.objects.none()
    """)


def test_managers_themselves_are_silent():
    check("""
        def managers():
            manager = Order.objects
            return manager, Order.archive, Order._default_manager, manager.model, manager.db
    """)


def test_things_that_only_look_like_queries():
    check(
        """
        def look(text: str, numbers: list[int], data: dict[str, int], seen: set[int]):
            text.count("a"), numbers.count(1), data.get("a"), data.values(), data.update(a=1)
            seen.union({1}), seen.intersection({1}), seen.difference({1})
            numbers.reverse()
            filter(None, numbers), all(numbers), len(text)
            re.search("a", text).group()
            Q(customer__email="a"), F("total"), Count("lines")
            Order.DoesNotExist, Order.MultipleObjectsReturned, Order._meta.db_table
    """.replace("def look", "import re\n        def look")
    )
