import pytest

from cutpoint.interpret.sql.tokens import tokens_of


def kinds(sql):
    return [(token.kind.name, token.text) for token in tokens_of(sql)]


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT x", [("WORD", "SELECT"), ("WORD", "x")]),
        ("'it''s'", [("STRING", "it's")]),
        ("E'it\\'s'", [("STRING", "it\\'s")]),
        ("N'x' b'1' X'ff' U&'y'", [("STRING", "x"), ("STRING", "1"), ("STRING", "ff"), ("STRING", "y")]),
        ("'it\\'s'", [("STRING", "it\\'s")]),
        ("'c:\\' 'd'", [("STRING", "c:\\"), ("STRING", "d")]),
        ('"a ""b"""', [("NAME", 'a "b"')]),
        ("`a``b`", [("NAME", "a`b")]),
        ("[a b]", [("NAME", "a b")]),
        ("x[1]", [("WORD", "x"), ("OPERATOR", "["), ("NUMBER", "1"), ("OPERATOR", "]")]),
        ("x[y]", [("WORD", "x"), ("OPERATOR", "["), ("WORD", "y"), ("OPERATOR", "]")]),
        ("1 1.5 .5 1e-3 0xFF", [("NUMBER", text) for text in ("1", "1.5", ".5", "1e-3", "0xFF")]),
        ("1..2", [("NUMBER", "1"), ("OPERATOR", "."), ("OPERATOR", "."), ("NUMBER", "2")]),
        ("%s %(x)s %d ? $1 :x :1", [("PLACEHOLDER", text) for text in ("%s", "%(x)s", "%d", "?", "$1", ":x", ":1")]),
        ("%%s %%(x)s", [("PLACEHOLDER", "%%s"), ("PLACEHOLDER", "%%(x)s")]),
        ("x %% y", [("WORD", "x"), ("OPERATOR", "%%"), ("WORD", "y")]),
        ("x % size", [("WORD", "x"), ("OPERATOR", "%"), ("WORD", "size")]),
        ("x %size", [("WORD", "x"), ("OPERATOR", "%"), ("WORD", "size")]),
        ("x=%s", [("WORD", "x"), ("OPERATOR", "="), ("PLACEHOLDER", "%s")]),
        ("'%s :x ?'", [("STRING", "%s :x ?")]),
        ("x::int", [("WORD", "x"), ("OPERATOR", "::"), ("WORD", "int")]),
        (
            "x[1:y]",
            [("WORD", "x"), *[("OPERATOR", "["), ("NUMBER", "1"), ("OPERATOR", ":"), ("WORD", "y"), ("OPERATOR", "]")]],
        ),
        ("a ?| b ?& c", [("WORD", "a"), ("OPERATOR", "?|"), ("WORD", "b"), ("OPERATOR", "?&"), ("WORD", "c")]),
        ("a<@b", [("WORD", "a"), ("OPERATOR", "<@"), ("WORD", "b")]),
        ("@x @@y", [("NAME", "@x"), ("NAME", "@@y")]),
        ("FROM #t", [("WORD", "FROM"), ("NAME", "#t")]),
        ("= ##t.x", [("OPERATOR", "="), ("NAME", "##t"), ("OPERATOR", "."), ("WORD", "x")]),
        ("a #> b #>> c", [("WORD", "a"), ("OPERATOR", "#>"), ("WORD", "b"), ("OPERATOR", "#>>"), ("WORD", "c")]),
        ("1 #x", [("NUMBER", "1")]),
        ("#x\n1", [("NUMBER", "1")]),
        ("1 # x", [("NUMBER", "1")]),
        ("1 --x\n2", [("NUMBER", "1"), ("NUMBER", "2")]),
        ("1 /* /* */ */ 2 /* x", [("NUMBER", "1"), ("NUMBER", "2")]),
        ("$$ x $$ $a$ $$ $a$", [("BODY", " x "), ("BODY", " $$ ")]),
        ("$a$ x", [("BODY", " x")]),
        ("a$b", [("WORD", "a$b")]),
        ("\0 a\0 \0a \0\0", [("HOLE", "\0"), ("WORD", "a\0"), ("WORD", "\0a"), ("HOLE", "\0\0")]),
        ("{} {0} {x.y!r} {a[0]}", [("HOLE", text) for text in ("{}", "{0}", "{x.y!r}", "{a[0]}")]),
        ("1\0", [("NUMBER", "1"), ("HOLE", "\0")]),
        ("x\nGO\ny", [("WORD", "x"), ("OPERATOR", ";"), ("WORD", "y")]),
        ("x GO y", [("WORD", "x"), ("WORD", "GO"), ("WORD", "y")]),
        ("'x", [("STRING", "x")]),
        ('a "x', [("WORD", "a"), ("STRING", "x")]),
        ("größe 表", [("WORD", "größe"), ("WORD", "表")]),
    ],
)
def test_a_text_has_tokens(sql, expected):
    assert kinds(sql) == expected


def test_only_words_and_operators_have_a_key():
    keys = [token.key for token in tokens_of("select \"select\" 'select' 1 ( %s")]
    assert keys == ["SELECT", "", "", "", "(", ""]


def test_space_is_told():
    assert [token.spaced for token in tokens_of("a b.c/**/d")] == [False, True, False, False, True]
