from tests.support.query_snippets import check


def test_cursor():
    check("""
        def count():
            with connection.cursor() as cursor:
                cursor.execute("SELECT COUNT(*) FROM shop_order")  # read shop_order via raw_sql
                cursor.execute("UPDATE shop_order SET paid = %s", [True])  # update shop_order
                cursor.execute("DELETE FROM shop_wish")  # delete shop_wish
                cursor.executemany("INSERT INTO shop_tag (label) VALUES (%s)", [["a"]])  # insert shop_tag
                return cursor.fetchall()
    """)


def test_cursor_without_with():
    check("""
        from django.db import connections

        def count():
            cursor = connection.cursor()
            cursor.execute("SELECT 1 FROM shop_order")  # read shop_order
            connections["default"].cursor().execute("SELECT 1 FROM shop_tag")  # read shop_tag
    """)


def test_cursor_by_keyword():
    check("""
        def count():
            with connection.cursor() as cursor:
                cursor.execute(sql="SELECT 1 FROM shop_order")  # read shop_order
    """)


def test_several_tables():
    check("""
        def fill():
            with connection.cursor() as cursor:
                cursor.execute('''
                    INSERT INTO shop_wish (text) SELECT name FROM shop_product JOIN shop_tag ON true
                ''')  # insert shop_wish, read shop_product, shop_tag
    """)


def test_text_from_parts():
    check("""
        TABLE = "shop_order"

        def count(number: int):
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT * FROM {TABLE} WHERE total > {number}")  # read shop_order
                cursor.execute("SELECT * FROM %s" % TABLE)  # read shop_order
                cursor.execute("SELECT * FROM {}".format(TABLE))  # read shop_order
                cursor.execute("SELECT * FROM " + Tag._meta.db_table)  # read shop_tag
    """)


def test_text_by_branch():
    check("""
        def count(deep: bool):
            sql = "SELECT 1 FROM shop_order" if deep else "SELECT 1 FROM shop_tag"
            with connection.cursor() as cursor:
                cursor.execute(sql)  # read shop_order, shop_tag
    """)


def test_text_that_nobody_knows_is_a_blind_spot():
    check("""
        import sys

        def run(sql: str):
            with connection.cursor() as cursor:
                cursor.execute(sql)  # blind
                cursor.execute(sys.stdin.read())  # blind
    """)


def test_table_that_nobody_knows_is_a_blind_spot():
    check("""
        def empty(table: str):
            with connection.cursor() as cursor:
                cursor.execute(f"DELETE FROM {table}")  # blind
    """)


def test_statements_without_tables():
    check("""
        def ping():
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
                cursor.execute("SET search_path TO shop")
                cursor.fetchone(), cursor.description, cursor.rowcount
    """)


def test_other_things_that_execute():
    check("""
        import sqlite3

        class Job:
            def execute(self, text):
                return text

        def run(job: Job):
            job.execute("SELECT * FROM shop_order")
            log("DELETE FROM shop_order")
            text = "UPDATE shop_order SET paid = 1"
            sqlite3.connect(":memory:").execute("SELECT * FROM shop_order")
            cache.set("sql", "SELECT * FROM shop_order")

        def log(text):
            print(text)
    """)
