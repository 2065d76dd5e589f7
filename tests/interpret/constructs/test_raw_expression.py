from tests.support.query_snippets import check


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


def test_expressions_inside_others():
    check(
        """
        from django.db.models.expressions import RawSQL

        def look():
            # read people_customer, shop_order
            Customer.objects.filter(pk__in=RawSQL("SELECT customer_id FROM shop_order", []))
            # read people_customer, shop_order
            Customer.objects.annotate(n=Coalesce(RawSQL("SELECT COUNT(*) FROM shop_order", []), 0))
    """.replace("def look", "from django.db.models.functions import Coalesce\n\n        def look")
    )


def test_text_that_nobody_knows_is_a_blind_spot():
    check("""
        from django.db.models.expressions import RawSQL

        def look(sql: str):
            Customer.objects.annotate(n=RawSQL(sql, []))  # read people_customer, blind
            Order.objects.extra(where=[sql])  # read shop_order, blind
    """)


def test_texts_that_are_no_queries():
    check("""
        def look():
            Order.objects.extra(select={"twice": "total * 2"}, where=["paid"])  # read shop_order
            Order.objects.annotate(label=models.Value("SELECT * FROM shop_line"))  # read shop_order
            Order.objects.filter(customer__email="DELETE FROM shop_line")  # read shop_order, people_customer
    """)
