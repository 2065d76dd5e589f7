"""Chr 0 stands for what static analysis doesn't know; in these tests it is written §."""

import pytest

from tests.interpret.sql.telling import told


def told_with_holes(sql):
    return told(sql.replace("§", "\0"))


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT § FROM a", "read a"),
        ("SELECT x, §, y FROM a", "read a"),
        ("SELECT § x FROM a", "read a"),
        ("SELECT a.§ FROM a", "read a"),
        ("SELECT §.x FROM a §", "read a"),
        ("SELECT count(§) FROM a", "read a"),
        ("SELECT * FROM a §", "read a"),
        ("SELECT * FROM a § §", "read a"),
        ("SELECT * FROM a AS § JOIN b ON §.x = b.x", "read a, read b"),
        ("SELECT * FROM a § JOIN b ON TRUE", "read a, read b"),
        ("SELECT * FROM a JOIN b ON §", "read a, read b"),
        ("SELECT * FROM a JOIN b ON a.x = b.x § WHERE y", "read a, read b"),
        ("SELECT * FROM a WHERE §", "read a"),
        ("SELECT * FROM a WHERE § AND x = 1", "read a"),
        ("SELECT * FROM a WHERE x = 1 §", "read a"),
        ("SELECT * FROM a WHERE x = 1 § AND y = 2", "read a"),
        ("SELECT * FROM a WHERE x § 5", "read a"),
        ("SELECT * FROM a WHERE x § §", "read a"),
        ("SELECT * FROM a WHERE § = §", "read a"),
        ("SELECT * FROM a WHERE § § §", "read a"),
        ("SELECT * FROM a WHERE x=§", "read a"),
        ("SELECT * FROM a WHERE (§) OR (§)", "read a"),
        ("SELECT * FROM a WHERE x IN (§)", "read a"),
        ("SELECT * FROM a WHERE x IN (1, §)", "read a"),
        ("SELECT * FROM a WHERE x IN §", "read a"),
        ("SELECT * FROM a WHERE NOT x BETWEEN § AND §", "read a"),
        ("SELECT * FROM a WHERE x LIKE '%§%' AND y = '§'", "read a"),
        ("SELECT * FROM a WHERE x > now() - interval '§ days' AND y < interval § day", "read a"),
        ("SELECT * FROM a WHERE x::§ = CAST(y AS §)", "read a"),
        ("SELECT * FROM a GROUP BY § HAVING §", "read a"),
        ("SELECT * FROM a ORDER BY §", "read a"),
        ("SELECT * FROM a ORDER BY § §, x § LIMIT § OFFSET §", "read a"),
        ("SELECT * FROM a ORDER BY § DESC NULLS LAST §", "read a"),
        ("SELECT 2 * § FROM a", "read a"),
        ("SELECT § * x, * FROM a", "read a"),
        ("SELECT * FROM a WHERE id IN (SELECT § FROM b WHERE §)", "read a, read b"),
        ("SELECT x, CASE WHEN § THEN § ELSE § END FROM a", "read a"),
        ("SELECT sum(x) OVER (§) FROM a", "read a"),
        ("SELECT * FROM §.a", "read a"),
        ('SELECT * FROM "§"."a"', "read a"),
        ("INSERT INTO a (x) VALUES (§)", "insert a(x)"),
        ("INSERT INTO a (x) VALUES §", "insert a(x)"),
        ("INSERT INTO a (§) VALUES (§)", "insert a"),
        ("INSERT INTO a (x, §) VALUES (1, §)", "insert a"),
        ("INSERT INTO a (x) VALUES (1) §", "insert a(x)"),
        ("INSERT INTO a VALUES (§) ON CONFLICT (x) DO UPDATE SET §", "insert a, update a"),
        ("UPDATE a SET x = §", "update a(x)"),
        ("UPDATE a SET §", "update a"),
        ("UPDATE a SET § WHERE x", "update a"),
        ("UPDATE a SET § = 1", "update a"),
        ("UPDATE a SET x = 1, § WHERE y", "update a"),
        ("UPDATE a SET §, x = 1 WHERE y", "update a"),
        ("UPDATE a SET x = 1 § WHERE y", "update a(x)"),
        ("UPDATE a SET x = x § 1 WHERE §", "update a(x)"),
        ("DELETE FROM a WHERE §", "delete a"),
        ("DELETE FROM a §", "delete a"),
        ("WITH x AS (SELECT § FROM a) SELECT * FROM x WHERE §", "read a"),
        ("CREATE TABLE § (x int)", ""),
        ("DROP TABLE §", ""),
        ("ALTER TABLE § ADD COLUMN x int", ""),
        ("SET LOCAL work_mem = §", ""),
    ],
)
def test_a_value_or_a_clause_may_be_unknown(sql, expected):
    assert told_with_holes(sql) == expected


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT * FROM §", ""),
        ('SELECT * FROM "§"', ""),
        ("SELECT * FROM `§`", ""),
        ("SELECT * FROM [§]", ""),
        ("SELECT * FROM shop_§", ""),
        ("SELECT * FROM §_order", ""),
        ("SELECT * FROM shop.§", ""),
        ("SELECT * FROM a§", ""),
        ("SELECT * FROM §§", ""),
        ("SELECT * FROM § t JOIN a ON t.x = a.x", "read a"),
        ("SELECT * FROM a JOIN § ON TRUE JOIN b ON TRUE", "read a, read b"),
        ("SELECT * FROM a, §", "read a"),
        ("SELECT * FROM (§) t, a", "read a"),
        ("SELECT * FROM a WHERE x IN (SELECT y FROM §)", "read a"),
        ("INSERT INTO § (x) SELECT x FROM a", "read a"),
        ("UPDATE § SET x = 1 FROM a", "read a"),
        ("UPDATE § t SET x = 1", ""),
        ("DELETE FROM § USING a", "read a"),
        ("DELETE FROM a USING §", "delete a"),
        ("MERGE INTO § USING a ON TRUE WHEN MATCHED THEN DELETE", "read a"),
        ("TRUNCATE a, §", "delete a"),
        ("COPY § FROM STDIN", ""),
        ("CREATE TABLE § AS SELECT * FROM a", "read a"),
        ("SELECT * INTO § FROM a", "read a"),
        ("WITH x AS (DELETE FROM § RETURNING *) INSERT INTO a SELECT * FROM x", "insert a"),
        ("SELECT * FROM {}", ""),
        ("SELECT * FROM {table} WHERE x = %s", ""),
        ("SELECT * FROM %s WHERE x = %%s", ""),
        ("SELECT * FROM %(table)s JOIN a ON TRUE", "read a"),
        ("SELECT * FROM shop_%s", ""),
    ],
)
def test_an_unknown_table_is_told_beside_the_known(sql, expected):
    assert told_with_holes(sql) == expected + " ? unknown table"


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT §", ""),
        ("SELECT * FROM a UNION §", "read a"),
        ("SELECT * FROM a UNION ALL §", "read a"),
        ("WITH x AS (§) SELECT * FROM x JOIN a ON TRUE", "read a"),
        ("WITH § SELECT * FROM a", "read a"),
        ("SELECT * FROM a WHERE EXISTS (§)", "read a"),
        ("INSERT INTO a §", "insert a"),
        ("INSERT INTO a (x) §", "insert a(x)"),
        ("CREATE TABLE a AS §", "insert a"),
        ("CREATE VIEW v AS §", ""),
    ],
)
def test_a_part_that_may_be_a_query_is_told(sql, expected):
    assert told_with_holes(sql) == expected + " ? unknown query"


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("§", ""),
        ("§ §", ""),
        ("%s", ""),
        ("§ FROM a WHERE x", "read a"),
        ("§ FROM a JOIN b ON TRUE", "read a, read b"),
        ("§ SELECT * FROM a", "read a"),
        ("§ UPDATE a SET x = 1", "update a(x)"),
        ("§; DELETE FROM a", "delete a"),
        ("§a (x) VALUES (1)", ""),
        ("EXPLAIN ANALYZE §", ""),
    ],
)
def test_a_statement_may_be_unknown(sql, expected):
    assert told_with_holes(sql) == expected + " ? unknown statement"


def test_a_name_of_ours_in_a_text_hides_its_table_only():
    assert told("SELECT * FROM unknown0part, a") == "read a ? unknown table"
