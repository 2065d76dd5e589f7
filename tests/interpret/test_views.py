from tests.interpret.test_triggers import migration
from tests.support.query_snippets import check

DEBTS = "CREATE VIEW shop_debts AS SELECT o.id FROM shop_order o JOIN people_customer c ON c.id = o.customer_id"
MODELS = """
    from django.db import models

    class Debt(models.Model):
        class Meta:
            managed = False
            db_table = "shop_debts"
"""


def test_what_reads_a_view_reads_its_tables():
    check(
        """
        from stock.models import Debt

        def look():
            Debt.objects.count()  # read shop_debts proved, shop_order via sql_view, people_customer
            connection.cursor().execute("SELECT * FROM shop_debts")  # read shop_debts, shop_order, people_customer
        """,
        models=MODELS,
        files=migration(DEBTS),
    )


def test_a_view_of_views():
    check(
        """
        def look():
            connection.cursor().execute("SELECT * FROM top")  # read top, shop_debts, shop_order, people_customer
        """,
        files=migration(DEBTS, "CREATE OR REPLACE VIEW top AS SELECT * FROM shop_debts"),
    )


def test_a_stored_view_is_read_by_itself_and_refreshed_from_its_tables():
    check(
        """
        def look():
            connection.cursor().execute("SELECT * FROM kept")  # read kept
            connection.cursor().execute("REFRESH MATERIALIZED VIEW CONCURRENTLY kept")  # insert kept, read shop_tag
        """,
        files=migration("CREATE MATERIALIZED VIEW kept AS SELECT * FROM shop_tag"),
    )


def test_a_view_of_one_table_writes_through():
    check(
        """
        def write():
            connection.cursor().execute("UPDATE tags SET label = ''")  # update tags, shop_tag inferred
            connection.cursor().execute("UPDATE shop_debts SET id = 0")  # update shop_debts
        """,
        files=migration(DEBTS, "CREATE VIEW tags AS SELECT * FROM shop_tag WHERE label <> ''"),
    )


def test_a_trigger_instead_of_the_write():
    check(
        """
        def write():
            connection.cursor().execute("DELETE FROM tags")  # delete tags, shop_wish
        """,
        files=migration(
            "CREATE VIEW tags AS SELECT * FROM shop_tag",
            "CREATE TRIGGER t INSTEAD OF DELETE ON tags BEGIN DELETE FROM shop_wish; END",
        ),
    )


def test_a_dropped_view_is_a_table_that_nobody_declares():
    check(
        """
        def look():
            connection.cursor().execute("SELECT * FROM shop_debts")  # read shop_debts
        """,
        files=migration(DEBTS, "DROP VIEW IF EXISTS shop_debts"),
    )
