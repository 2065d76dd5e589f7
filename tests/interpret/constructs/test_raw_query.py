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


def test_raw_expressions():
    check("""
        from django.db.models.expressions import RawSQL

        def look():
            Customer.objects.annotate(n=RawSQL("SELECT COUNT(*) FROM shop_order", []))  # read people_customer, shop_order
    """)


def test_extra_tables():
    check("""
        def look():
            Order.objects.extra(tables=["people_customer"])  # read shop_order, people_customer
            Order.objects.extra(select={"n": "SELECT COUNT(*) FROM shop_line"})  # read shop_order, shop_line
    """)


def test_text_that_nobody_knows_is_a_blind_spot_and_most_likely_about_the_model():
    check("""
        def look(sql: str):
            Order.objects.raw(sql)  # read shop_order, blind
    """)


def test_texts_that_are_no_queries():
    check("""
        def look():
            Order.objects.extra(select={"twice": "total * 2"}, where=["paid"])  # read shop_order
            Order.objects.annotate(label=models.Value("SELECT * FROM shop_line"))  # read shop_order
            Order.objects.filter(customer__email="DELETE FROM shop_line")  # read shop_order, people_customer
    """)
