import ast

import pytest

from cutpoint.domain import skeleton as sk
from cutpoint.recognize.expressions import lower


def lowered(text: str):
    return lower(ast.parse(text, mode="eval").body)


A, B, C = ([sk.NAME, name, 1] for name in "abc")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", A),
        ("'text'", "text"),
        ("'日本'", "日本"),
        ("1", 1),
        ("1.5", 1.5),
        ("True", True),
        ("None", None),
        ("b'abc'", [sk.BYTES, 3]),
        ("1j", [sk.OTHER, 1]),
        ("...", [sk.OTHER, 1]),
        ("a.b", [sk.ATTRIBUTE, A, "b", 1, 1]),
        ("a(b, *c, d=1, **b)", [sk.CALL, A, [B, [sk.STAR, C]], [["d", 1], [None, B]], 1, 1]),
        ("a[b]", [sk.SUBSCRIPT, A, B, 1, 1]),
        ("a[1:]", [sk.SUBSCRIPT, A, [sk.SLICE, 1, None, None], 1, 1]),
        ("{a, *b}", [sk.SET, [A, [sk.STAR, B]]]),
        ("{'k': a, **b}", [sk.DICT, [["k", A], [[sk.STAR], B]]]),
        ("a - b", [sk.BINARY, "-", [A, B]]),
        ("not a", [sk.UNARY, "not", A]),
        ("a < b is not c", [sk.COMPARE, A, ["<", "is not"], [B, C]]),
        ("a and b or c", [sk.BOOLEAN, "or", [[sk.BOOLEAN, "and", [A, B]], C]]),
        ("a if b else c", [sk.CONDITIONAL, B, A, C]),
        ("f'x{a}y'", [sk.FORMATTED, ["x", A, "y"]]),
        ("f'{a:>10}'", [sk.FORMATTED, [[sk.FORMAT, A, [sk.FORMATTED, [">10"]]]]]),
        ("lambda a, *b: c", [sk.LAMBDA, [["a", 1, None, [sk.NOTHING]], ["b", 2, None, [sk.NOTHING]]], C, 1]),
        ("[a for a in b if c]", [sk.COMPREHENSION, "list", A, None, [[A, B, [C], False]], 1, 1]),
        ("{a: b for a in c}", [sk.COMPREHENSION, "dict", A, B, [[A, C, [], False]], 1, 1]),
        ("(a for a in b)", [sk.COMPREHENSION, "generator", A, None, [[A, B, [], False]], 1, 1]),
        ("(a := b)", [sk.NAMED, "a", B]),
        ("await a", [sk.AWAIT, A]),
        ("(yield)", [sk.YIELD, None]),
        ("(yield from a)", [sk.YIELD_FROM, A]),
    ],
)
def test_an_expression_is_described(text, expected):
    assert lowered(text) == expected


@pytest.mark.parametrize("kind", ["bool", "int"])
def test_true_is_not_one(kind):
    assert type(lowered({"bool": "True", "int": "1"}[kind])).__name__ == kind


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("[]", 0),
        ("['a', 'b']", 1),
        ("[\n  'a',\n  'b']", [2, 3]),
        ("(\n'a', 'b',\n)", 2),
        ("[\n'a',\n# why\n*b,\n'c']", [2, 4, 5]),
    ],
)
def test_lists_and_tuples_know_the_lines_of_their_items(text, lines):
    assert lowered(text)[2] == lines


def test_a_chain_of_one_operator_is_flat_in_the_order_of_writing():
    assert lowered("a + b + c") == [sk.BINARY, "+", [A, B, C]]
    assert lowered("a + (b + c)") == [sk.BINARY, "+", [A, [sk.BINARY, "+", [B, C]]]]
    assert lowered("a - b + c") == [sk.BINARY, "+", [[sk.BINARY, "-", [A, B]], C]]


def test_a_chain_of_thousands_of_operands_is_no_recursion():
    # Longer than Python's own recursion limit; the tree is made by hand, as a parser would refuse less.
    tree: ast.expr = ast.Constant("x", lineno=1)
    for _ in range(50_000):
        tree = ast.BinOp(tree, ast.Add(), ast.Constant("x", lineno=1))
    assert len(lower(tree)[2]) == 50_001


@pytest.mark.parametrize("text", ["9223372036854775808", "99999999999999999999999999"])
def test_gives_up_on_numbers_that_the_cache_cannot_hold(text):
    assert lowered(text) == [sk.OTHER, 1]


def test_the_largest_number_that_fits_stays():
    assert lowered("9223372036854775807") == 2**63 - 1
    assert lowered("-9223372036854775807") == [sk.UNARY, "-", 2**63 - 1]


def test_gives_up_on_texts_without_utf_8():
    assert lowered(r"'\ud800'") == [sk.OTHER, 1]
    assert lowered(r"'\U0001F600'") == "\U0001f600"


def test_the_end_of_a_call_is_its_last_line():
    assert lowered("a(\nb\n)") == [sk.CALL, A, [[sk.NAME, "b", 2]], [], 1, 3]


def test_parameters_come_in_the_order_of_writing_with_their_defaults():
    lambda_ = lowered("lambda a, b=1, /, c=2, *rest, d, e=3, **more: 0")
    nothing = [sk.NOTHING]
    assert lambda_[1] == [
        ["a", sk.POSITIONAL_ONLY, None, nothing],
        ["b", sk.POSITIONAL_ONLY, None, 1],
        ["c", sk.POSITIONAL, None, 2],
        ["rest", sk.VARIADIC, None, nothing],
        ["d", sk.KEYWORD_ONLY, None, nothing],
        ["e", sk.KEYWORD_ONLY, None, 3],
        ["more", sk.KEYWORDS, None, nothing],
    ]


def test_a_default_of_none_is_not_the_absence_of_one():
    assert lowered("lambda a=None: 0")[1] == [["a", sk.POSITIONAL, None, None]]
