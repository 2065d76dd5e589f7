import inspect
import logging
import sys

import pytest

from cutpoint.interpret.sql.parse_tree import DIALECTS, MAX_NESTING, max_nesting, nesting, parse_tree
from cutpoint.interpret.sql.tokens import tokens_of


def test_a_statement_has_a_tree():
    tree = parse_tree("SELECT 1", "postgres")
    assert tree is not None and tree.key == "select"


@pytest.mark.parametrize("text", ["", "SELECT FROM FROM", "SELECT 1; SELECT 2", "CALL f()", "SELECT 'x"])
def test_what_is_not_one_statement_has_none(text):
    assert parse_tree(text, "postgres") is None


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_dialect_is_there(dialect):
    assert parse_tree("SELECT x FROM a", dialect) is not None


def test_sqlglot_says_nothing(caplog, capfd):
    assert parse_tree("ALTER TABLE a DISABLE TRIGGER ALL", "postgres") is None
    assert not caplog.records and capfd.readouterr() == ("", "")


def test_its_logger_is_as_it_was():
    parse_tree("SELECT 1", "postgres")
    assert not logging.getLogger("sqlglot").disabled


def test_a_caller_deep_in_recursion_gets_the_same():
    text = "SELECT " + "f(" * 30 + "1" + ")" * 30

    def at_depth(depth):
        return parse_tree(text, "postgres") if depth == 0 else at_depth(depth - 1)

    deep = at_depth(sys.getrecursionlimit() - len(inspect.stack(0)) - 150)
    assert deep is not None and deep == parse_tree(text, "postgres")


@pytest.mark.skipif(max_nesting() < MAX_NESTING, reason="the compiled parser is only kept from such texts")
@pytest.mark.parametrize("text", ["SELECT " + "STRUCT(" * 32 + "1" + ")" * 32, "SELECT * FROM a" + " JOIN b" * 30])
def test_what_is_tried_again_and_again_is_given_up(text):
    assert parse_tree(text, "postgres") is None


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT 1", 0),
        ("f(g(x), [y])", 2),
        ("CASE WHEN (x) THEN CASE y END END", 2),
        (") ) ( (", 2),
        ("NOT NOT NOT x", 3),
        ("- - - 1", 3),
        ("x[1][2][3]", 2),
        ("a JOIN b JOIN c ON x ON y JOIN d", 8),
        ("a CROSS JOIN b NATURAL JOIN c", 0),
    ],
)
def test_nesting_is_measured(sql, expected):
    assert nesting(tokens_of(sql)) == expected
