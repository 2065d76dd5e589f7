from tests.support.query_snippets import accesses_of, check


def test_create():
    check(
        """
        def place(customer: Customer):
            Order.objects.create(customer=customer)  # insert shop_order via manager
            Order.objects.filter(paid=True).create(customer=customer)  # insert shop_order
    """,
        certainty="proved",
    )


def test_look_before():
    check("""
        def tag(label: str):
            Tag.objects.get_or_create(label=label)  # read shop_tag, insert shop_tag
            Tag.objects.update_or_create(label=label)  # read shop_tag, insert shop_tag, update shop_tag
    """)


def test_many():
    check("""
        def tag(labels: list[str]):
            Tag.objects.bulk_create([Tag(label=label) for label in labels])  # insert shop_tag
            Tag.objects.bulk_create([], ignore_conflicts=True)  # insert shop_tag
    """)


def test_many_with_conflicts():
    check("""
        def tag(tags: list[Tag]):
            Tag.objects.bulk_create(  # insert shop_tag, update shop_tag
                tags, update_conflicts=True, unique_fields=["label"], update_fields=["label"]
            )
    """)


def test_conflicts_that_are_not_updated():
    check("""
        def tag(tags: list[Tag]):
            Tag.objects.bulk_create(tags, update_conflicts=False)  # insert shop_tag
    """)


def test_asynchronous():
    check("""
        async def tag(label: str):
            await Tag.objects.acreate(label=label)  # insert shop_tag
            await Tag.objects.aget_or_create(label=label)  # read shop_tag, insert shop_tag
            await Tag.objects.aupdate_or_create(label=label)  # read shop_tag, insert shop_tag, update shop_tag
            await Tag.objects.abulk_create([])  # insert shop_tag
    """)


def test_through_a_foreign_key():
    check("""
        def place(customer: Customer, order: Order):
            customer.orders.create(total=1)  # insert shop_order via related
            customer.addresses.get_or_create(city="Rome")  # read people_address, insert people_address
            order.lines.bulk_create([Line()])  # insert shop_line
    """)


def test_through_a_many_to_many():
    check("""
        def tag(product: Product, tag: Tag):
            product.tags.create(label="new")  # insert shop_tag, insert shop_product_tags via m2m
            tag.products.create(name="pen")  # insert shop_product, insert shop_product_tags

        def fill(order: Order):
            order.products.create(name="pen")  # insert shop_product, insert shop_line, read shop_line
    """)


def test_look_before_through_a_many_to_many():
    check("""
        def tag(product: Product):
            # read shop_tag, read shop_product_tags, insert shop_tag, insert shop_product_tags
            product.tags.get_or_create(label="new")
    """)


def test_through_a_generic_relation():
    check("""
        def note(product: Product):
            product.notes.create(text="good")  # insert people_note, read django_content_type
    """)


def test_multi_table_child():
    check("""
        def hurry(customer: Customer):
            RushOrder.objects.create(customer=customer)  # insert billing_rushorder, insert shop_order via inheritance
    """)


def test_proxy():
    check("""
        def place(customer: Customer):
            PaidOrder.objects.create(customer=customer)  # insert shop_order
    """)


def test_columns():
    (made,) = accesses_of("""
        def place(customer: Customer):
            Order.objects.create(customer=customer, total=1)
    """)
    assert made.columns == ("customer_id", "total")


def test_values_of_a_new_row_are_read_first():
    check("""
        def place(invoice: Invoice):
            Order.objects.create(customer=invoice.order.customer)  # insert shop_order, read shop_order, people_customer
    """)


def test_things_that_only_look_like_managers():
    check("""
        class Api:
            objects = None
            def create(self, **values):
                return values
            def get_or_create(self, **values):
                return values, True

        class Shelf:
            objects = Api()

        def place():
            Api().create(total=1)
            Shelf.objects.create(total=1)
            Shelf.objects.get_or_create(total=1)
            thing, made = Shelf.objects.get_or_create(total=1)
            thing.get("total")
    """)
