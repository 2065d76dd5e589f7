from textwrap import dedent

import pytest

from cutpoint.recognize.clues import clues_of

MARK = "# cutpoint: ignore[x] -- y"


def lines(text):
    """Of each comment: its line, and the lines that it speaks of."""
    return [(line, said.partition(" ")[0]) for kind, said, line in clues_of(dedent(text)) if kind == "ignore"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"a()  {MARK}\n", [(1, "1-1")]),
        (f"{MARK}\na()\n", [(1, "2-2")]),
        (f"{MARK}\n\n# more\n{MARK}\na(\n  1,\n)\n", [(1, "5-7"), (4, "5-7")]),
        (f"a(\n  1,  {MARK}\n  {MARK}\n)\nb()\n", [(2, "1-4"), (3, "1-4")]),
        (f"if a:  {MARK}\n    b()\n", [(1, "1-1")]),
        (f"if a:\n    b()\n    {MARK}\nelse:\n    c()\n", [(3, "4-4")]),
        (f"{MARK}\n@one\n@two(\n  3\n)\ndef f(\n  a,\n): pass\n", [(1, "2-8")]),
        (f"@one\n@two\nclass F:  {MARK}\n    a = 1\n", [(3, "1-3")]),
        (f"x = (\n  a\n  @ b\n)\ny()  {MARK}\n", [(5, "5-5")]),
        (f"@one\ndef f(): pass\ny()  {MARK}\n", [(3, "3-3")]),
        (f"a(); b()  {MARK}\n", [(1, "1-1")]),
        (f"a = 1\n{MARK}\n", [(2, "0-0")]),
        (f"{MARK}", [(1, "0-0")]),
        (f"a = '''\n{MARK}\n'''  {MARK}\n", [(3, "1-3")]),
        (f"a()  {MARK}", [(1, "1-1")]),
    ],
)
def test_a_comment_speaks_of_the_statement_around_or_below(text, expected):
    assert lines(text) == expected


def test_what_the_tokenizer_cannot_read_is_not_asked_further():
    assert lines(f"a()  {MARK}\nb = (\n") == [(1, "1-1")]
