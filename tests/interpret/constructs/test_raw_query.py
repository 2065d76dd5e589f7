from tests.support.query_snippets import check


def test_raw_of_managers():
    check("""
        def look():
            Order.objects.raw("SELECT * FROM shop_order")  # read shop_order
            Order.objects.raw("SELECT o.* FROM shop_order o JOIN shop_line l ON true")  # read shop_order, shop_line
    """)


def test_raw_rows_are_rows():
    check("""
        def look():
            for order in Order.objects.raw("SELECT * FROM shop_order"):  # read shop_order
                order.customer.email  # read people_customer
    """)


def test_raw_of_another_table():
    check("""
        def look():
            return list(Order.objects.raw("SELECT * FROM old_orders"))  # read old_orders
    """)


def test_text_that_nobody_knows_is_a_blind_spot_and_most_likely_about_the_model():
    check("""
        def look(sql: str):
            Order.objects.raw(sql)  # read shop_order, blind
    """)


def test_what_is_no_query_of_a_model():
    check("""
        def look(text: Note):
            text.raw, Order.raw
            {"raw": "SELECT * FROM shop_order"}.get("raw")
    """)
