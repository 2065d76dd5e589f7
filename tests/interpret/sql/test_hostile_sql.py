"""No text is too long, too deep or too odd to be answered."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cutpoint.interpret.sql.read_sql import statements_of
from cutpoint.interpret.sql.sql_words import CLAUSE_WORDS, DML_HEADS, QUIET_HEADS, RESERVED, words_of
from tests.interpret.sql.telling import told

MANY = 20_000


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT * FROM a WHERE x IN (" + "1, " * MANY + "1)", "read a"),
        ("SELECT * FROM a WHERE x IN (" + "%s, " * MANY + "%s)", "read a"),
        ("INSERT INTO a (x, y) VALUES (1, 'y')" + ", (2, NULL)" * MANY, "insert a(x,y)"),
        ("INSERT INTO a (x) VALUES ('" + "y" * 1_000_000 + "')", "insert a(x)"),
        ("SELECT * FROM a -- " + "FROM b " * MANY, "read a"),
        ("SELECT * FROM a" + " WHERE x" * 100_000, "read a ? read with the tokenizer only: too long"),
        ("DELETE FROM a WHERE x IN (" + "y, " * 50_000 + "y)", "delete a ? read with the tokenizer only: too long"),
        (
            "SELECT * FROM a WHERE " + "(" * 1000 + "x" + ")" * 1000,
            "read a ? read with the tokenizer only: nested too deeply",
        ),
        (
            "SELECT * FROM " + "(SELECT * FROM " * 1000 + "a" + ") x" * 1000,
            "read a ? read with the tokenizer only: nested too deeply",
        ),
        ("SELECT * FROM a WHERE " + "NOT " * 10_000 + "x", "read a ? read with the tokenizer only: nested too deeply"),
        ("SELECT x" + "[1]" * 1000 + " FROM a", "read a ? read with the tokenizer only: nested too deeply"),
        (
            "SELECT " + "CASE WHEN x THEN " * 1000 + "1" + " END" * 1000 + " FROM a",
            "read a ? read with the tokenizer only: nested too deeply",
        ),
        ("SELECT * FROM a" + " JOIN b" * 1000, "read a, read b ? read with the tokenizer only: nested too deeply"),
        ("SELECT * FROM a WHERE " + " AND ".join(["x = 1"] * 5000), "read a"),
        ("SELECT * FROM a" + " UNION SELECT * FROM a" * 2000, "read a"),
        ("SELECT * FROM a;" * 2000, "read a"),
        ("UPDATE a SET x = 1;" * 25_000, "update a(x), update a ? read with the tokenizer only: too long"),
    ],
    ids=lambda text: text[:30],
)
def test_a_large_text_is_read(sql, expected):
    assert told(sql) == expected


@pytest.mark.parametrize(
    "part",
    ["'", '"', "`", "$", "$a$ ", "/*", "--", "#", "@", "[", "[a ", "{", "{a", "%", "%(a", "\0", "\0 ", "(", ")", ";", ".", "a.", "\\", "f(",
     "FROM a b(", "DELETE a, ", "UPDATE a ", "SET ", "TOP (", "EXPLAIN ", "PREPARE x AS ", "CREATE VIEW v AS ", "DO $$ ", "BEGIN x ", "WITH a AS ("],
)  # fmt: skip
@pytest.mark.parametrize("before", ["", "SELECT ", "DO $$ "])
def test_a_part_may_come_again_and_again(before, part):
    assert not [touch for touch in statements_of(before + part * 3000).touches if touch.table not in {"a", "b"}]


WORDS = st.sampled_from(
    sorted(
        {
            *DML_HEADS,
            *QUIET_HEADS,
            *RESERVED,
            *CLAUSE_WORDS,
            *words_of("a b c x 1 ( ) , . ; = * + - :: ? %s :n @v #t {} $$ -- /* */ ' 'y' \" \"z\" `q` [r]"),
            "\0",
        }
    )
)


@given(st.lists(WORDS, max_size=40).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_no_statement_breaks_it(sql):
    reading = statements_of.__wrapped__(sql)
    assert reading == statements_of.__wrapped__(sql)
    assert "\0" not in "".join(touch.table for touch in reading.touches)


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_it(sql):
    reading = statements_of.__wrapped__(sql)
    assert list(reading.opaque) == sorted(set(reading.opaque)) and len(set(reading.touches)) == len(reading.touches)


@given(st.lists(st.one_of(WORDS, st.just("a")), max_size=30))
@settings(max_examples=200, deadline=None)
def test_only_tables_of_the_text_are_told(words):
    sql = " ".join(words)
    assert all(touch.table in sql.lower() for touch in statements_of.__wrapped__(sql).touches)


def test_loading_this_room_does_not_load_sqlglot():
    code = "import sys; import cutpoint.interpret.sql.read_sql; sys.exit('sqlglot' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
