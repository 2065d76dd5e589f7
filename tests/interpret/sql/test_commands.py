import pytest

from tests.interpret.sql.telling import told


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("TRUNCATE a", "delete a"),
        ("TRUNCATE TABLE ONLY a *, shop.b RESTART IDENTITY CASCADE", "delete a, delete b"),
        ("COPY a FROM STDIN", "insert a"),
        ("COPY a (x, \"Y\") FROM '/tmp/a.csv' WITH (FORMAT csv)", "insert a(Y,x)"),
        ("COPY a (x, \0) FROM PROGRAM 'cat'", "insert a"),
        ("COPY a TO STDOUT", "read a"),
        ("COPY a (x) TO '/tmp/a.csv'", "read a"),
        ("COPY (SELECT * FROM a JOIN b ON TRUE) TO STDOUT WITH CSV", "read a, read b"),
        ("COPY (DELETE FROM a RETURNING *) TO STDOUT", "delete a"),
        ("COPY INTO a FROM @stage", "insert a"),
        ("LOAD DATA LOCAL INFILE 'x' REPLACE INTO TABLE a (x, y)", "insert a"),
        ("EXPLAIN SELECT * FROM a", "read a"),
        ("EXPLAIN (ANALYZE, FORMAT json) UPDATE a SET x = 1 FROM b", "update a(x), read b"),
        ("EXPLAIN ANALYZE VERBOSE DELETE FROM a", "delete a"),
        ("EXPLAIN QUERY PLAN SELECT * FROM a", "read a"),
        ("EXPLAIN FORMAT=JSON INSERT INTO a SELECT * FROM b", "read a, read b"),
        ("EXPLAIN (SELECT * FROM a)", "read a"),
        ("CREATE TABLE a AS SELECT * FROM b", "insert a, read b"),
        ("CREATE TABLE IF NOT EXISTS a AS (SELECT * FROM b) WITH NO DATA", "insert a, read b"),
        (
            "CREATE UNLOGGED TABLE a (x, y) WITH (fillfactor = 70) AS WITH q AS (SELECT 1) SELECT * FROM q, b",
            "insert a, read b",
        ),
        ("CREATE TABLE a SELECT * FROM b", "insert a, read b"),
        ("CREATE TABLE a AS TABLE b", "insert a, read b"),
        ("CREATE TABLE a AS EXECUTE plan", "insert a ? call of a stored procedure"),
        ("CREATE TABLE a AS VALUES (1)", "insert a"),
        ("CREATE VIEW v AS SELECT * FROM a JOIN b ON TRUE", "read a, read b"),
        ("CREATE OR REPLACE VIEW v (x, y) AS SELECT * FROM a WITH LOCAL CHECK OPTION", "read a"),
        ("CREATE OR REPLACE FORCE VIEW v AS SELECT * FROM a WITH READ ONLY", "read a"),
        ("CREATE MATERIALIZED VIEW IF NOT EXISTS v AS WITH q AS (SELECT * FROM a) SELECT * FROM q", "read a"),
        (
            "CREATE ALGORITHM = MERGE DEFINER = 'root'@localhost SQL SECURITY INVOKER VIEW v AS SELECT * FROM a",
            "read a",
        ),
        ("CREATE RECURSIVE VIEW v (n) AS VALUES (1) UNION ALL SELECT n FROM a", "read a"),
        ("ALTER VIEW v AS SELECT * FROM a", "read a"),
        ("PREPARE plan (int) AS DELETE FROM a WHERE x = $1", "delete a"),
        ("DECLARE rows NO SCROLL CURSOR WITH HOLD FOR SELECT * FROM a", "read a"),
        ("CALL refresh_totals(1)", " ? call of a stored procedure"),
        ("EXEC dbo.refresh_totals @x = 1", " ? call of a stored procedure"),
        ("{? = call total(?)}", " ? call of a stored procedure"),
        ("EXECUTE plan (1)", " ? call of a stored procedure"),
        ("EXEC ('DELETE FROM a')", " ? SQL made while it runs"),
        ("EXECUTE IMMEDIATE 'DELETE FROM a'", " ? SQL made while it runs"),
        ("PREPARE plan FROM @sql", " ? SQL made while it runs"),
        ("COPY a \0", " ? not SQL"),
    ],
)
def test_a_command_is_read(sql, expected):
    assert told(sql) == expected
