import pytest

from cutpoint.interpret.sql.split_statements import split_statements
from cutpoint.interpret.sql.tokens import tokens_of


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("", []),
        (";;", []),
        ("a; b", ["a", "b"]),
        ("a ';' ; b", ["a ;", "b"]),
        ("BEGIN; a; COMMIT; b", ["BEGIN", "a", "COMMIT", "b"]),
        ("BEGIN TRANSACTION; a; END; b", ["BEGIN TRANSACTION", "a", "END", "b"]),
        ("BEGIN a; b; END; c", ["BEGIN a ; b ; END", "c"]),
        ("BEGIN a; BEGIN b; END; END; c", ["BEGIN a ; BEGIN b ; END ; END", "c"]),
        ("CREATE TRIGGER t BEGIN a; b; END; c", ["CREATE TRIGGER t BEGIN a ; b ; END", "c"]),
        (
            "CREATE FUNCTION f BEGIN CASE x WHEN 1 THEN a; END CASE; b; END; c",
            ["CREATE FUNCTION f BEGIN CASE x WHEN 1 THEN a ; END CASE ; b ; END", "c"],
        ),
        (
            "CREATE PROCEDURE p BEGIN IF x THEN a; END IF; b; END; c",
            ["CREATE PROCEDURE p BEGIN IF x THEN a ; END IF ; b ; END", "c"],
        ),
        ("CREATE TABLE begin; a", ["CREATE TABLE begin", "a"]),
        ("SELECT CASE x END; a", ["SELECT CASE x END", "a"]),
        ("CREATE TRIGGER t BEGIN a; b", ["CREATE TRIGGER t BEGIN a ; b"]),
    ],
)
def test_statements_are_split(sql, expected):
    assert [" ".join(token.text for token in statement) for statement in split_statements(tokens_of(sql))] == expected
