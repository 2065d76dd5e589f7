import pytest

from cutpoint.interpret.sql.common_form import common_form
from cutpoint.interpret.sql.tokens import tokens_of


def common(sql):
    return " ".join(token.text for token in common_form(tokens_of(sql)).tokens)


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT TOP 5 x", "SELECT x"),
        ("SELECT DISTINCT TOP (5) PERCENT WITH TIES x", "SELECT DISTINCT x"),
        ("SELECT top FROM a", "SELECT top FROM a"),
        ("SELECT x, TOP 5", "SELECT x , TOP 5"),
        ("SELECT SQL_NO_CACHE STRAIGHT_JOIN x", "SELECT x"),
        ("INSERT DELAYED IGNORE INTO a", "INSERT INTO a"),
        ("INSERT OR ROLLBACK INTO a", "INSERT INTO a"),
        ("UPDATE OR IGNORE a", "UPDATE a"),
        ("UPDATE a SET x = 1 OR ignore", "UPDATE a SET x = 1 OR ignore"),
        ("REPLACE INTO a", "INSERT INTO a"),
        ("SELECT REPLACE(x)", "SELECT REPLACE ( x )"),
        ("a STRAIGHT_JOIN b", "a JOIN b"),
        ("x MATCH 'y'", "x LIKE y"),
        ("MATCH (x) AGAINST ('y')", "MATCH ( x ) AGAINST ( y )"),
        ("RETURNING x, y INTO :a, b.c", "RETURNING x , y"),
        ("WITH q AS (DELETE RETURNING x) INSERT INTO a", "WITH q AS ( DELETE RETURNING x ) INSERT INTO a"),
        ("VALUES (1, 'x'), (2, %s), (-3, NULL)", "VALUES ( 1 , x )"),
        ("VALUES (1, f(x)), (2, g(y))", "VALUES ( 1 , f ( x ) ) , ( 2 , g ( y ) )"),
        ("x IN (" + ", ".join("123456789012345") + ")", "x IN ( 1 )"),
        ("x IN (1, 2, 3)", "x IN ( 1 , 2 , 3 )"),
        ("INSERT INTO a (x, y) VALUES (1, 2)", "INSERT INTO a ( x , y ) VALUES ( 1 , 2 )"),
    ],
)
def test_peculiarities_are_taken_out(sql, expected):
    assert common(sql) == expected


@pytest.mark.parametrize(
    "sql",
    ["REPLACE INTO a", "INSERT OR REPLACE INTO a", "INSERT OVERWRITE a", "WITH q AS (x) INSERT OR REPLACE INTO a"],
)
def test_an_insert_may_replace(sql):
    assert common_form(tokens_of(sql)).replaces


@pytest.mark.parametrize(
    "sql", ["INSERT INTO a", "INSERT OR IGNORE INTO a", "INSERT INTO a SELECT REPLACE(x)", "REPLACE(x)"]
)
def test_an_insert_may_not_replace(sql):
    assert not common_form(tokens_of(sql)).replaces
