from tests.support.query_snippets import check


def test_refresh():
    check(
        """
        def again(order: Order):
            order.refresh_from_db()  # read shop_order via instance
            order.refresh_from_db(fields=["total"])  # read shop_order
    """,
        certainty="proved",
    )


def test_asynchronous():
    check("""
        async def again(order: Order):
            await order.arefresh_from_db()  # read shop_order
    """)


def test_validation_looks_for_rows_with_the_same_values():
    check("""
        def is_fine(tag: Tag):
            tag.full_clean()  # read shop_tag
            tag.full_clean(validate_unique=False)
            tag.validate_unique()  # read shop_tag
            tag.validate_constraints()  # read shop_tag
    """)


def test_validation_looks_for_the_rows_that_foreign_keys_point_at():
    check("""
        def is_fine(line: Line):
            line.full_clean()  # read shop_line, shop_order, shop_product
            line.clean_fields()  # read shop_order, shop_product
            line.clean_fields(exclude=("order",))  # read shop_product
            line.full_clean(exclude=("order", "product"))  # read shop_line
    """)


def test_neighbors_by_date():
    check("""
        def neighbors(order: Order):
            later = order.get_next_by_placed()  # read shop_order
            earlier = order.get_previous_by_placed(paid=True)  # read shop_order
            return later.customer, earlier.total  # read people_customer
    """)


def test_multi_table_child():
    check("""
        def again(order: RushOrder):
            order.refresh_from_db()  # read billing_rushorder, read shop_order
    """)


def test_what_asks_no_table():
    check("""
        def same(order: Order, badge: Badge):
            order.clean()
            order.get_deferred_fields()
            order.serializable_value("customer")
            str(order), hash(order), order == badge, order.pk, order._state.adding
    """)


def test_things_that_only_look_like_rows():
    check("""
        class Draft:
            def refresh_from_db(self):
                return 1
            def full_clean(self):
                return 2

        def again():
            Draft().refresh_from_db()
            Draft().full_clean()
    """)
