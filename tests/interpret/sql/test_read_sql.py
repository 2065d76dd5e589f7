import pytest

from cutpoint.domain.access import Action
from cutpoint.interpret.sql.read_sql import statements_of
from cutpoint.interpret.sql.reading import SqlReading, SqlTouch
from tests.interpret.sql.telling import told


def test_a_reading_is_made_of_touches():
    assert statements_of("INSERT INTO b (y, x) SELECT 1, 2 FROM a") == SqlReading(
        (SqlTouch(Action.READ, "a", None), SqlTouch(Action.INSERT, "b", ("x", "y"))), ()
    )


def test_the_same_text_is_read_once():
    assert statements_of("SELECT * FROM read_once") is statements_of("SELECT * FROM read_once")


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT * FROM a", "read a"),
        ("select x from a where y = 1", "read a"),
        ("SELECT * FROM a, b AS c", "read a, read b"),
        (
            "SELECT * FROM a JOIN b ON a.x = b.x LEFT OUTER JOIN c USING (x) CROSS JOIN d",
            "read a, read b, read c, read d",
        ),
        ("SELECT * FROM a NATURAL JOIN b", "read a, read b"),
        ("SELECT * FROM (a JOIN b ON a.x = b.x) JOIN c ON TRUE", "read a, read b, read c"),
        ("SELECT * FROM a x JOIN a y ON x.id = y.parent_id", "read a"),
        ("SELECT (SELECT max(x) FROM a), EXISTS (SELECT 1 FROM b) FROM c", "read a, read b, read c"),
        ("SELECT * FROM a WHERE x IN (SELECT x FROM b WHERE y > ALL (SELECT y FROM c))", "read a, read b, read c"),
        ("SELECT * FROM (SELECT * FROM a) AS x, LATERAL (SELECT * FROM b WHERE b.i = x.i) y", "read a, read b"),
        ("SELECT * FROM a UNION ALL SELECT * FROM b EXCEPT SELECT * FROM c", "read a, read b, read c"),
        ("(SELECT * FROM a) UNION (SELECT * FROM b) ORDER BY 1", "read a, read b"),
        ("SELECT x, count(*) FROM a GROUP BY x HAVING count(*) > (SELECT n FROM b)", "read a, read b"),
        ("SELECT DISTINCT ON (x) * FROM a ORDER BY x, (SELECT y FROM b LIMIT 1)", "read a, read b"),
        ("SELECT sum(x) OVER (PARTITION BY y) FROM a WINDOW w AS (ORDER BY z)", "read a"),
        ("SELECT * FROM a FOR UPDATE", "read a"),
        ("SELECT * FROM a x JOIN b y ON TRUE FOR UPDATE OF x SKIP LOCKED", "read a, read b"),
        ("SELECT * FROM a TABLESAMPLE SYSTEM (1)", "read a"),
        ("VALUES (1), (2)", ""),
        ("VALUES ((SELECT x FROM a))", "read a"),
        ("SELECT 1", ""),
        ("TABLE a", "read a"),
        ("SELECT ARRAY(SELECT x FROM a)", "read a"),
        ("SELECT CASE WHEN EXISTS (SELECT 1 FROM a) THEN 1 ELSE (SELECT 2 FROM b) END", "read a, read b"),
        ("INSERT INTO a VALUES (1)", "insert a"),
        ("INSERT INTO a (x, y) VALUES (1, 2)", "insert a(x,y)"),
        ("INSERT INTO a DEFAULT VALUES", "insert a"),
        ("INSERT INTO a (x) SELECT x FROM b JOIN c ON TRUE", "insert a(x), read b, read c"),
        ("INSERT INTO a SELECT * FROM a", "insert a, read a"),
        ("INSERT INTO a AS t (x) VALUES (1) RETURNING id", "insert a(x)"),
        ("INSERT INTO a (x) VALUES (1) ON CONFLICT DO NOTHING", "insert a(x)"),
        (
            "INSERT INTO a (x, y) VALUES (1, 2) ON CONFLICT (x) DO UPDATE SET y = EXCLUDED.y",
            "insert a(x,y), update a(y)",
        ),
        (
            "INSERT INTO a (x) SELECT 1 FROM b ON CONFLICT ON CONSTRAINT c DO UPDATE SET x = 1 WHERE a.y > 0",
            "insert a(x), update a(x), read b",
        ),
        ("INSERT INTO a (x) TABLE b", "insert a(x), read b"),
        ("UPDATE a SET x = 1", "update a(x)"),
        ("UPDATE a SET y = 1, x = x + 1 WHERE z", "update a(x,y)"),
        ("UPDATE ONLY a SET (x, y) = (1, 2)", "update a(x,y)"),
        ("UPDATE a SET (x, y) = (SELECT 1, 2 FROM b)", "update a(x,y), read b"),
        ("UPDATE a SET tags[1] = 'x'", "update a(tags)"),
        ("UPDATE a AS t SET x = b.x FROM b WHERE b.id = t.id", "update a(x), read b"),
        ("UPDATE a SET x = (SELECT max(y) FROM b WHERE b.a_id = a.id)", "update a(x), read b"),
        ("UPDATE a SET x = 1 WHERE id IN (SELECT id FROM a WHERE y)", "read a, update a(x)"),
        ("UPDATE a SET x = c.y FROM b JOIN c ON b.i = c.i RETURNING a.x", "update a(x), read b, read c"),
        ("DELETE FROM a", "delete a"),
        ("DELETE FROM ONLY a t WHERE t.x = 1", "delete a"),
        ("DELETE FROM a USING b, c WHERE a.b_id = b.id", "delete a, read b, read c"),
        ("DELETE FROM a USING a AS other WHERE a.x = other.x", "delete a, read a"),
        ("DELETE FROM a WHERE NOT EXISTS (SELECT 1 FROM b WHERE b.a_id = a.id) RETURNING *", "delete a, read b"),
        (
            (
                "MERGE INTO a t USING b s ON t.id = s.id WHEN MATCHED AND s.gone THEN DELETE "
                "WHEN MATCHED THEN UPDATE SET x = s.x WHEN NOT MATCHED THEN INSERT (id, x) VALUES (s.id, s.x)"
            ),
            "delete a, insert a(id,x), update a(x), read b",
        ),
        ("MERGE INTO a USING (SELECT * FROM b) s ON TRUE WHEN NOT MATCHED THEN DO NOTHING", "read b"),
        ("SELECT * INTO b FROM a", "read a, insert b"),
        ("SELECT * INTO TEMP b FROM a; SELECT * FROM b", "read a"),
    ],
)
def test_a_statement_is_read(sql, expected):
    assert told(sql) == expected


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ('SELECT * FROM "Order"', "read Order"),
        ("SELECT * FROM Shop_Order", "read shop_order"),
        ('SELECT * FROM "shop"."Order" o', "read Order"),
        ("SELECT * FROM public.shop_order", "read shop_order"),
        ("SELECT * FROM server.shop.dbo.orders", "read orders"),
        ("SELECT * FROM shop.orders shop", "read orders"),
        ('SELECT * FROM "a ""quoted"" name"', 'read a "quoted" name'),
        ("SELECT * FROM `a``b`", "read a`b"),
        ("SELECT * FROM [order details]", "read order details"),
        ('INSERT INTO "Order" ("Total", Note) VALUES (1, 2)', "insert Order(Total,note)"),
        ('UPDATE "Order" o SET "Total" = 1', "update Order(Total)"),
        ("SELECT * FROM größe", "read größe"),
    ],
)
def test_a_table_has_its_name_in_the_database(sql, expected):
    assert told(sql) == expected


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("WITH x AS (SELECT * FROM a) SELECT * FROM x JOIN b ON TRUE", "read a, read b"),
        ("WITH x AS (SELECT 1), y AS (SELECT * FROM x) SELECT * FROM y", ""),
        ("WITH x AS (DELETE FROM a RETURNING *) INSERT INTO b SELECT * FROM x", "delete a, insert b"),
        ("WITH x AS (INSERT INTO a (i) VALUES (1) RETURNING id) SELECT * FROM x", "insert a(i)"),
        ("WITH x AS (UPDATE a SET i = 1 RETURNING *) SELECT * FROM x, b", "update a(i), read b"),
        ("WITH x AS MATERIALIZED (SELECT * FROM a) UPDATE b SET i = x.i FROM x", "read a, update b(i)"),
        ("WITH x AS NOT MATERIALIZED (SELECT * FROM a) DELETE FROM b USING x", "read a, delete b"),
        ("WITH x AS (SELECT 1) MERGE INTO a USING x ON TRUE WHEN MATCHED THEN DELETE", "delete a"),
        ("WITH RECURSIVE t(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t) SELECT n FROM t", ""),
        (
            "WITH RECURSIVE t AS (SELECT * FROM a UNION SELECT a.* FROM a JOIN t ON a.parent = t.id) SELECT * FROM t",
            "read a",
        ),
        ("WITH RECURSIVE x AS (SELECT * FROM y), y AS (SELECT * FROM a) SELECT * FROM x", "read a"),
        # Without RECURSIVE a query can't see itself, so what has its name is the table.
        ("WITH a AS (SELECT * FROM a WHERE live) SELECT * FROM a", "read a"),
        ("WITH x AS (SELECT * FROM y), y AS (SELECT 1) SELECT * FROM x", "read y"),
        # ... but SQL Server, Oracle and SQLite have no need of the word.
        ("WITH t AS (SELECT * FROM a UNION ALL SELECT a.* FROM a JOIN t ON a.p = t.id) SELECT * FROM t", "read a"),
        # A name holds in the query that it is given to, and in what is inside.
        ("SELECT * FROM (WITH x AS (SELECT * FROM a) SELECT * FROM x) q JOIN x ON TRUE", "read a, read x"),
        ("WITH x AS (SELECT 1) SELECT * FROM (SELECT * FROM (SELECT * FROM x) q) q", ""),
        ("WITH x AS (SELECT * FROM a) SELECT * FROM (WITH x AS (SELECT * FROM b) SELECT * FROM x) q", "read a, read b"),
        ("WITH x AS (SELECT 1) SELECT * FROM public.x", "read x"),
        ("WITH x AS (SELECT 1) SELECT 1; SELECT * FROM x", "read x"),
        ("WITH X AS (SELECT 1) SELECT * FROM x", ""),
        ("WITH x AS (SELECT 1) INSERT INTO x SELECT * FROM x", "insert x"),
    ],
)
def test_a_name_that_a_query_gives_is_no_table(sql, expected):
    assert told(sql) == expected


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM generate_series(1, 10) AS n",
        "SELECT * FROM unnest(%s) AS x, json_each(%s), jsonb_to_recordset(%s) AS r(a int, b text)",
        "SELECT * FROM ROWS FROM (f(1), g(2)) AS r",
        "SELECT * FROM (VALUES (1), (2)) AS v(x)",
        "SELECT EXTRACT(year FROM created), TRIM(BOTH FROM name), SUBSTRING(name FROM 2 FOR 3)",
        "SELECT 1 WHERE x IS DISTINCT FROM y AND z IS NOT DISTINCT FROM q",
        "SELECT nextval('shop_order_id_seq'), 'shop_order'::regclass",
        "SELECT * FROM information_schema.tables",
        "SELECT * FROM pg_catalog.pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace",
        "SELECT * FROM pg_stat_activity",
        "SELECT name FROM sqlite_master; DELETE FROM sqlite_sequence",
        "SELECT 1 FROM dual",
        "SELECT * FROM sys.tables",
        "SELECT ';DELETE FROM a', E'it\\'s FROM b', N'FROM c', $$DELETE FROM d$$",
        "SELECT 1 -- FROM a\n/* FROM b /* nested */ FROM c */",
        "SELECT 1 # FROM a",
        "-- DELETE FROM a",
        "/* DELETE FROM a; */",
        "",
        "  \n ;; ",
        "SET search_path TO shop; BEGIN; COMMIT; ROLLBACK TO SAVEPOINT x; RELEASE SAVEPOINT x",
        "LOCK TABLE a IN ACCESS EXCLUSIVE MODE",
        "VACUUM ANALYZE a; ANALYZE a; REINDEX TABLE a; CLUSTER a",
        "GRANT SELECT, INSERT ON a TO b; REVOKE DELETE ON a FROM b",
        "PRAGMA foreign_keys = OFF; PRAGMA table_info(a)",
        "CREATE TABLE a (x int REFERENCES b (id), y int GENERATED ALWAYS AS (x * 2) STORED)",
        "CREATE TABLE a (LIKE b INCLUDING ALL)",
        "CREATE TABLE p PARTITION OF a FOR VALUES FROM (1) TO (2)",
        "ALTER TABLE a ADD CONSTRAINT c FOREIGN KEY (x) REFERENCES b (id) ON DELETE CASCADE ON UPDATE NO ACTION",
        "ALTER TABLE a DISABLE TRIGGER ALL",
        "CREATE UNIQUE INDEX CONCURRENTLY i ON a (x) WHERE y IS NOT NULL",
        "DROP TABLE IF EXISTS a CASCADE; DROP VIEW v; DROP TRIGGER t ON a",
        "COMMENT ON TABLE a IS 'FROM b'",
        "CREATE EXTENSION IF NOT EXISTS hstore",
        "SHOW TABLES; USE shop; DESCRIBE a; EXPLAIN a",
        "LISTEN a; NOTIFY a; DEALLOCATE ALL; DISCARD ALL",
        "FETCH NEXT FROM rows; CLOSE rows",
        "SELECT pg_advisory_lock(%s)",
        "SELECT %s, %(name)s, ?, :name, $1",
    ],
)
def test_nothing_is_said_about(sql):
    assert told(sql) == ""


@pytest.mark.parametrize(
    "sql",
    [
        "Hello, world",
        "The quick brown fox jumps over the lazy dog",
        "Update your profile",
        "Update the settings of this shop. Then save",
        "Delete account",
        "Delete pages with children",
        "Delete from the list what you don't need",
        "Insert a preview for scripts",
        "Select a valid choice.",
        "With love from Paris",
        "Merge the branches",
        "Replace file when it exists",
        "Copy configuration from",
        "Call me from a pipeline object",
        "shop_order",
        "42",
        "{'a': 1}",
        "SELECTED",
        "....",
    ],
)
def test_prose_is_no_sql(sql):
    assert told(sql).startswith(" ? ") and told(sql).endswith(("not SQL", "unknown statement"))


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT * FROM a; UPDATE b SET x = 1; DELETE FROM c;", "read a, update b(x), delete c"),
        ("BEGIN; INSERT INTO a VALUES (';'); COMMIT", "insert a"),
        ("SELECT * FROM a\nGO\nDELETE FROM b\nGO", "read a, delete b"),
        ("SELECT * FROM a; Hello", "read a ? not SQL"),
        ("CREATE TEMP TABLE x AS SELECT * FROM a; INSERT INTO b SELECT * FROM x; DROP TABLE x", "read a, insert b"),
        ("CREATE TEMPORARY TABLE x (i int); INSERT INTO x VALUES (1); DELETE FROM a USING x", "delete a"),
        ("UPDATE a SET x = 1; UPDATE a SET y = 2; UPDATE a SET x = 3", "update a(x), update a(y)"),
    ],
)
def test_statements_are_read_in_turn(sql, expected):
    assert told(sql) == expected
