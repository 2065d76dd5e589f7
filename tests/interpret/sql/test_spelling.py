import pytest

from cutpoint.interpret.sql.spelling import MARK, VALUE_MARK, spellings, written
from cutpoint.interpret.sql.tokens import tokens_of


def texts(sql, quote='"'):
    tokens = tokens_of(sql.replace("§", "\0"))
    return [
        " ".join(written(tokens, spelling, quote).replace(VALUE_MARK, "V").replace(MARK, "U").split())
        for spelling in spellings(tokens)
    ]


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT § FROM a", "SELECT U FROM a"),
        ("FROM a § WHERE x", "FROM a WHERE x"),
        ("WHERE x § y", "WHERE x = y"),
        ("WHERE x = %s", "WHERE x = V"),
        ("WHERE x ? 'y'", "WHERE x = 'y'"),
        ("VALUES §", "VALUES (1)"),
        ("SET §", "SET U = 1"),
        ("SET § = 1", "SET U = 1"),
        ("UNION ALL §", "UNION ALL SELECT 1"),
        ("WITH x AS (§)", "WITH x AS (SELECT 1)"),
        ("WITH § SELECT", "WITH U AS (SELECT 1) SELECT"),
        ("INSERT INTO a §", "INSERT INTO a SELECT 1"),
        ("INSERT INTO §", "INSERT INTO U"),
        ("SELECT * §", "SELECT *"),
        ("SELECT 2 * §", "SELECT 1 * U"),
        ("shop_§ §_x", "shop_U U_x"),
        ("'x''y' 'plain' '§'", "'x' 'plain' 'x'"),
        ("a <-> b && c", "a = b = c"),
        ("42 1.5", "1 1"),
        ('"a""b" `c`', '"a""b" "c"'),
    ],
)
def test_the_likeliest_spelling_follows_the_neighbors(sql, expected):
    assert texts(sql)[0] == expected


def test_names_are_quoted_as_the_dialect_does():
    assert texts('"a`b"', "`")[0] == "`a``b`"


def test_a_text_without_unknown_parts_has_one_spelling():
    assert texts("SELECT 1") == ["SELECT 1"]


def test_the_others_differ_in_one_part():
    assert texts("x § y §")[1:3] == ["x = y = 1", "x y"]


def test_there_are_not_too_many():
    assert len(texts("§ " * 500)) == 25
