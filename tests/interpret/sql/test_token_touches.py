"""What is read from tokens alone, when no parser reads a statement."""

import pytest

from cutpoint.interpret.sql.reading import Notes
from cutpoint.interpret.sql.token_touches import note_likely_touches
from cutpoint.interpret.sql.tokens import tokens_of
from tests.interpret.sql.telling import line_of, told


def likely(sql):
    notes = Notes()
    note_likely_touches(tokens_of(sql), notes)
    return line_of(notes.reading())


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT * FROM a", "read a"),
        (
            "SELECT * FROM a x, b AS y JOIN c ON TRUE LEFT JOIN d USING (i), e WHERE f",
            "read a, read b, read c, read d, read e",
        ),
        ("SELECT * FROM (a JOIN b ON TRUE)", "read a, read b"),
        ("SELECT * FROM (SELECT * FROM a) x, b", "read a, read b"),
        ("SELECT (SELECT 1 FROM a) FROM b", "read a, read b"),
        ('SELECT * FROM shop."Order" WHERE x', "read Order"),
        ("SELECT * FROM a AS OF SYSTEM TIME '-1m'", "read a"),
        ("SELECT * FROM a (NOLOCK)", "read a"),
        ("SELECT * FROM ONLY a", "read a"),
        ("SELECT * FROM a t (x, y), b", "read a, read b"),
        ("INSERT INTO a (x) SELECT * FROM b", "insert a, read b"),
        ("INSERT INTO a EXEC p", "insert a"),
        ("INSERT a (x) VALUES (1)", "insert a"),
        ("INSERT INTO a SELECT * FROM b a", "insert a, read b"),
        ("INSERT INTO a VALUES (1) ON CONFLICT (x) DO UPDATE SET x = 1", "insert a, update a"),
        ("INSERT INTO a VALUES (1) ON DUPLICATE KEY UPDATE x = 1", "insert a"),
        ("REPLACE INTO a VALUES (1)", "delete a, insert a"),
        ("UPDATE a SET x = 1 WHERE y IN (SELECT y FROM b)", "update a, read b"),
        ("UPDATE t SET x = 1 FROM a AS t JOIN b ON TRUE", "update a, read b"),
        ("UPDATE a JOIN b t ON TRUE SET t.x = 1", "read a, update b"),
        ("UPDATE a, b SET b.x = 1", "read a, update b"),
        ("DELETE FROM a WHERE x", "delete a"),
        ("DELETE FROM a USING b", "delete a, read b"),
        ("DELETE t FROM a t JOIN b ON TRUE", "delete a, read b"),
        ("DELETE a, b FROM a JOIN b ON TRUE JOIN c ON TRUE", "delete a, delete b, read c"),
        ("DELETE a WHERE x", "delete a"),
        ("DELETE FROM a OUTPUT deleted.id INTO log WHERE x", "delete a, insert log"),
        (
            "MERGE INTO a USING b ON TRUE WHEN MATCHED THEN UPDATE SET x = 1 WHEN NOT MATCHED THEN INSERT VALUES (1)",
            "insert a, update a, read b",
        ),
        ("MERGE a USING (SELECT * FROM b) s ON TRUE WHEN MATCHED THEN DELETE", "delete a, read b"),
        ("WITH q (x) AS (SELECT * FROM a), r AS NOT MATERIALIZED (SELECT 1) SELECT * FROM q, r, b", "read a, read b"),
        ("SELECT * FROM \0, a", "read a ? unknown table"),
        ("UPDATE \0 SET x = 1", " ? unknown table"),
        ("WITH q AS (SELECT * FROM a) DELETE FROM q", "read a ? unknown table"),
    ],
)
def test_tables_stand_where_only_tables_can(sql, expected):
    assert likely(sql) == expected


@pytest.mark.parametrize(
    "sql",
    [
        "EXTRACT(year FROM x) SUBSTRING(y FROM 2)",
        "SELECT x IS DISTINCT FROM y, x IS NOT DISTINCT FROM y",
        "SELECT * FROM f(x), unnest(y) u",
        "SELECT * FROM a b c d e",
        "from me to you",
        "SELECT FOR UPDATE OF x",
        "ON UPDATE CASCADE ON DELETE SET NULL",
        "AFTER INSERT OR UPDATE ON a",
        "Update a page, then set it live",
        "Delete pages FROM",
        "Insert a preview",
        "SELECT INSERT(x, 1, 2, y), REPLACE(x, y, z)",
        "FROM WHERE JOIN ON",
        "SELECT * FROM",
        ") ) ( , ; . FROM",
    ],
)
def test_nothing_is_made_up(sql):
    assert likely(sql) == ""


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("DELETE FROM a OUTPUT deleted.id WHERE x = 1", "delete a"),
        ("MERGE INTO a USING b ON (1 = 1) WHEN MATCHED THEN UPDATE SET x = 1 DELETE WHERE y = 1", "update a, read b"),
        ("SELECT * FROM a MODEL DIMENSION BY (x) MEASURES (y) RULES (z[1] := )", ""),
        ("SELECT x y z FROM a", "read a"),
        ("SELECT * FROM a WHERE ((x = 1", "read a"),
        ("INSERT INTO a EXEC p", "insert a"),
    ],
)
def test_gives_up_on_parsing_and_says_so(sql, expected):
    assert told(sql) == expected + " ? read with the tokenizer only: no dialect parses it"
