from tests.support.query_snippets import blind_spots_of, check

MIGRATION = {
    "shop/migrations/__init__.py": "",
    "shop/migrations/0002_routines.py": '''
        from django.db import migrations

        SETTLE = """
            CREATE FUNCTION settle(customer integer) RETURNS void AS $$
            BEGIN
                UPDATE shop_order SET paid = true WHERE customer_id = customer;
                PERFORM note(customer);
            END $$ LANGUAGE plpgsql;
        """

        class Migration(migrations.Migration):
            operations = [
                migrations.RunSQL(SETTLE, reverse_sql="DROP FUNCTION settle(integer)"),
                migrations.RunSQL(
                    sql=["CREATE PROCEDURE note(c integer) AS $$ INSERT INTO people_note (text) VALUES ('x') $$ LANGUAGE sql"]
                ),
                migrations.RunSQL("CREATE FUNCTION far() RETURNS int AS $$ plpy.execute('x') $$ LANGUAGE plpython3u"),
                migrations.RunSQL("CREATE FUNCTION gone() RETURNS int AS $$ DELETE FROM shop_tag $$ LANGUAGE sql"),
                migrations.RunSQL("DROP FUNCTION IF EXISTS gone()"),
            ]
    ''',
}


def test_declared_routine():
    check(
        """
        def settle(customer: Customer):
            with connection.cursor() as cursor:
                cursor.callproc("settle", [customer.pk])  # update shop_order inferred via routine, insert people_note
                cursor.callproc("public.note", [1])  # insert people_note inferred
                cursor.execute("SELECT settle(%s)", [1])  # update shop_order, insert people_note
                cursor.execute("CALL note(1)")  # insert people_note
                cursor.execute("SELECT count(*) FROM shop_tag")  # read shop_tag
        """,
        files=MIGRATION,
    )


def test_what_no_migration_declares_is_a_blind_spot():
    check(
        """
        def settle(name):
            with connection.cursor() as cursor:
                cursor.callproc("elsewhere")  # blind
                cursor.callproc("far")  # blind
                cursor.callproc("gone")  # blind
                cursor.callproc(name)  # blind
                cursor.execute("CALL elsewhere()")  # blind
                cursor.execute("SELECT elsewhere()")
        """,
        files=MIGRATION,
    )


def test_the_reason_names_the_procedure():
    (spot,) = blind_spots_of("""
        def settle():
            connection.cursor().callproc("elsewhere")
    """)
    assert spot.reason == "no migration declares the stored procedure elsewhere"
    assert spot.kind == "opaque-sql"


def test_circle_of_routines_ends():
    migration = """
        from django.db import migrations

        class Migration(migrations.Migration):
            operations = [
                migrations.RunSQL("CREATE FUNCTION a() RETURNS int AS $$ DELETE FROM shop_tag; SELECT b() $$ LANGUAGE sql"),
                migrations.RunSQL("CREATE FUNCTION b() RETURNS int AS $$ SELECT a() FROM shop_wish $$ LANGUAGE sql"),
            ]
    """
    check(
        """
        def run():
            connection.cursor().callproc("b")  # read shop_wish, delete shop_tag
        """,
        files={"shop/migrations/0002_circle.py": migration, "shop/migrations/__init__.py": ""},
    )
