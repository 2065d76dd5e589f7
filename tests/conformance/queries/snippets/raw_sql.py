"""SQL by hand."""

from textwrap import dedent

from django.db import connection, connections, router
from django.db.backends.utils import CursorWrapper
from django.db.models.expressions import RawSQL

from billing.models import Entry, Invoice
from catalog.models import Stock
from people.models import User
from shop.models import Order

COUNT = "SELECT COUNT(*) FROM shop_order"
TABLE = "shop_coupon"
UPDATE_ENTRIES = """
    UPDATE billing_entry
       SET amount = amount + 1
     WHERE account IN (SELECT code FROM shop_coupon)
"""


def raw():
    return list(Order.objects.raw("SELECT * FROM shop_order"))  # read shop_order


def raw_with_parameters():
    return list(Order.objects.raw("SELECT * FROM shop_order WHERE status = %s", ["paid"]))  # read shop_order


def raw_with_join():
    sql = """
        SELECT shop_order.*, people_user.username
          FROM shop_order
          JOIN people_user ON people_user.id = shop_order.customer_id
    """
    return [order.username for order in Order.objects.raw(sql)]  # read people_user, shop_order


def raw_rows_are_rows():
    for order in Order.objects.raw("SELECT * FROM shop_order"):  # read shop_order
        print(order.customer.username)  # read people_user


def raw_with_another_table():
    # read shop_coupon, shop_order
    return list(Entry.objects.raw("SELECT id, code AS account FROM shop_order JOIN shop_coupon ON code = coupon_id"))


def raw_with_index():
    return Order.objects.raw("SELECT * FROM shop_order")[0].coupon.percent  # read shop_coupon, shop_order


def raw_with_translations():
    # read shop_coupon
    return list(Entry.objects.raw("SELECT code, 1 AS id FROM shop_coupon", translations={"code": "account"}))


def raw_of_queryset():
    return len(Order.objects.all().raw("SELECT * FROM shop_order"))  # read shop_order


def raw_with_prefetch():
    return list(Order.objects.raw("SELECT * FROM shop_order").prefetch_related("lines"))  # read shop_line, shop_order


def raw_iterated():
    for order in Order.objects.raw("SELECT * FROM shop_order").iterator():  # read shop_order
        print(order.coupon)  # read shop_coupon


def raw_using():
    return [order.pk for order in Order.objects.raw("SELECT * FROM shop_order").using("default")]  # read shop_order


def raw_of_related_manager(user: User):
    # Whatever the manager filters by is forgotten.
    return list(user.orders.raw("SELECT * FROM shop_order"))  # read shop_order


def raw_with_table_of_meta():
    return list(Order.objects.raw(f"SELECT * FROM {Order._meta.db_table}"))  # read shop_order


def cursor_with():
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM shop_order WHERE status = %s", ["paid"])  # read shop_order
        return cursor.fetchall()


def cursor_without_with():
    cursor = connection.cursor()
    cursor.execute("SELECT id FROM shop_order")  # read shop_order
    rows = cursor.fetchone()
    cursor.close()
    return rows


def cursor_at_once():
    return connection.cursor().execute("SELECT id FROM shop_order").fetchall()  # read shop_order


def cursor_by_alias():
    with connections["default"].cursor() as cursor:
        cursor.execute(COUNT)  # read shop_order


def cursor_of_connection_in_a_variable():
    database = connections["default"]
    with database.cursor() as c:
        c.execute("DELETE FROM billing_entry WHERE account = 'cash'")  # delete billing_entry


def cursor_of_router():
    alias = router.db_for_write(Order)
    with connections[alias].cursor() as cursor:
        cursor.execute("UPDATE shop_order SET status = 'paid'")  # update shop_order


def cursor_parameter(cursor: CursorWrapper):
    cursor.execute("SELECT id FROM legacy_stock")  # read legacy_stock


def cursor_in_a_helper():
    def run(sql):
        with connection.cursor() as cursor:
            cursor.execute(sql)  # read shop_order; delete legacy_stock

    run("SELECT 1 FROM shop_order")
    run("DELETE FROM legacy_stock")


def select_with_join():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT o.id, u.username FROM shop_order o "
            "LEFT JOIN people_user AS u ON u.id = o.customer_id "
            "INNER JOIN shop_coupon ON shop_coupon.code = o.coupon_id"
        )  # read people_user, shop_coupon, shop_order


def select_with_comma():
    with connection.cursor() as cursor:
        # read people_user, shop_order
        cursor.execute("SELECT * FROM shop_order, people_user WHERE people_user.id = customer_id")


def select_with_subquery():
    with connection.cursor() as cursor:
        # read billing_invoice, shop_order
        cursor.execute("SELECT * FROM (SELECT order_id FROM billing_invoice) AS bills WHERE order_id IN (SELECT id FROM shop_order)")


def select_with_common_table():
    with connection.cursor() as cursor:
        # read billing_invoice, shop_order
        cursor.execute("WITH bills AS (SELECT order_id FROM billing_invoice) SELECT * FROM bills JOIN shop_order ON id = order_id")


def select_with_union():
    with connection.cursor() as cursor:
        # read billing_entry, people_user, shop_order
        cursor.execute("SELECT id FROM shop_order UNION ALL SELECT id FROM people_user EXCEPT SELECT id FROM billing_entry")


def select_with_exists():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 WHERE EXISTS (SELECT 1 FROM shop_wish)")  # read shop_wish


def quoted_names():
    with connection.cursor() as cursor:
        cursor.execute('SELECT "id" FROM "shop_order" WHERE `status` = \'paid\'')  # read shop_order


def in_lower_case_and_with_comments():
    with connection.cursor() as cursor:
        cursor.execute(
            """
            select id -- from people_user
            from shop_order /* join shop_coupon */
            where status <> 'from billing_invoice'
            """
        )  # read shop_order


def insert():
    with connection.cursor() as cursor:
        # insert billing_entry
        cursor.execute("INSERT INTO billing_entry (account, amount) VALUES (%s, %s)", ["cash", 3])


def insert_from_select():
    with connection.cursor() as cursor:
        # read shop_coupon; insert billing_entry
        cursor.execute("INSERT INTO billing_entry (account, amount) SELECT code, percent FROM shop_coupon")


def insert_with_conflict():
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO shop_coupon (code, percent) VALUES ('SPRING', 1) ON CONFLICT (code) DO UPDATE SET percent = 1"
        )  # insert shop_coupon; update shop_coupon


def insert_or_ignore():
    with connection.cursor() as cursor:
        cursor.execute("INSERT OR IGNORE INTO shop_coupon (code, percent) VALUES ('SPRING', 1)")  # insert shop_coupon


def update():
    with connection.cursor() as cursor:
        cursor.execute("UPDATE shop_order SET status = %s", ["paid"])  # update shop_order


def update_with_subquery():
    with connection.cursor() as cursor:
        cursor.execute(UPDATE_ENTRIES)  # read shop_coupon; update billing_entry


def update_from():
    with connection.cursor() as cursor:
        # read shop_coupon; update shop_order
        cursor.execute("UPDATE shop_order SET total = percent FROM shop_coupon WHERE code = coupon_id")


def delete():
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM shop_wish")  # delete shop_wish


def delete_with_subquery():
    with connection.cursor() as cursor:
        # read people_user; delete shop_wish
        cursor.execute("DELETE FROM shop_wish WHERE user_id IN (SELECT id FROM people_user)")


def executemany():
    with connection.cursor() as cursor:
        # insert billing_entry
        cursor.executemany("INSERT INTO billing_entry (account, amount) VALUES (%s, %s)", [("a", 1), ("b", 2)])


def several_statements():
    with connection.cursor() as cursor:
        for statement in ("DELETE FROM shop_wish", "UPDATE shop_coupon SET percent = 0"):
            cursor.execute(statement)  # update shop_coupon; delete shop_wish


def percent_format():
    with connection.cursor() as cursor:
        cursor.execute("SELECT code FROM %s WHERE percent > 1" % TABLE)  # read shop_coupon


def percent_format_of_two():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM %s JOIN %s ON 1" % (TABLE, "shop_order"))  # read shop_coupon, shop_order


def percent_format_of_mapping():
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM %(table)s" % {"table": Entry._meta.db_table})  # delete billing_entry


def format_method():
    with connection.cursor() as cursor:
        cursor.execute("UPDATE {} SET {column} = 0".format(TABLE, column="percent"))  # update shop_coupon


def f_string_of_constant():
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {TABLE}")  # read shop_coupon


def f_string_of_meta():
    with connection.cursor() as cursor:
        # read shop_order; update legacy_stock
        cursor.execute(f"UPDATE {Stock._meta.db_table} SET amount = 0 WHERE product_id IN (SELECT id FROM {Order._meta.db_table})")


def f_string_with_unknown_value(number: int):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM shop_order WHERE total > {number}")  # read shop_order


def f_string_with_quoted_name():
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(Invoice._meta.db_table)}")  # read billing_invoice


def concatenation():
    sql = "SELECT code FROM " + TABLE
    sql += " WHERE percent > 1"
    with connection.cursor() as cursor:
        cursor.execute(sql)  # read shop_coupon


def joined_text():
    with connection.cursor() as cursor:
        # read people_user, shop_order
        cursor.execute(" ".join(["SELECT id", "FROM shop_order", "JOIN people_user USING (id)"]))


def dedented():
    with connection.cursor() as cursor:
        cursor.execute(
            dedent("""
                SELECT id
                FROM shop_order
            """).strip()
        )  # read shop_order


def text_by_branch(deep: bool):
    if deep:
        sql = "SELECT id FROM shop_order"
    else:
        sql = "SELECT id FROM people_user"
    with connection.cursor() as cursor:
        cursor.execute(sql)  # read shop_order; may: read people_user


def text_by_replace():
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM THE_TABLE".replace("THE_TABLE", "shop_order"))  # read shop_order


def table_in_a_parameter():
    def empty(table):
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table}")  # delete billing_entry, shop_wish

    empty("shop_wish")
    empty(Entry._meta.db_table)


def table_of_a_model_in_a_parameter():
    def empty(model):
        with connection.cursor() as cursor:
            cursor.execute(f'DELETE FROM "{model._meta.db_table}"')  # delete billing_entry

    empty(Entry)


def tables_in_a_loop():
    with connection.cursor() as cursor:
        for model in (Entry, Stock):
            cursor.execute(f"SELECT COUNT(*) FROM {model._meta.db_table}")  # read billing_entry, legacy_stock


def table_that_nobody_knows():
    table = "_".join(reversed(["order", "shop"]))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")  # blind: read shop_order


def sql_of_a_queryset():
    sql, parameters = Order.objects.filter(customer__username="user1").values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)  # blind: read shop_order, people_user


def raw_expression():
    # read people_user, shop_order
    return list(User.objects.annotate(bought=RawSQL("SELECT SUM(total) FROM shop_order WHERE customer_id = people_user.id", [])))


def raw_expression_in_order():
    # read people_user, shop_order
    return list(User.objects.order_by(RawSQL("(SELECT MAX(id) FROM shop_order WHERE customer_id = people_user.id)", [])))


def extra_table():
    # read people_user, shop_order
    return list(Order.objects.extra(tables=["people_user"], where=["people_user.id = shop_order.customer_id"]))


def no_tables_at_all():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.execute("PRAGMA foreign_keys")
    return connection.vendor, connection.introspection


def execute_wrapper():
    def wrapper(execute, sql, params, many, context):
        return execute(sql, params, many, context)

    with connection.execute_wrapper(wrapper):
        Order.objects.count()  # read shop_order


def another_kind_of_cursor():
    import sqlite3

    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE shop_order (id)")
    database.close()
