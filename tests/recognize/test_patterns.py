import ast

import pytest

from cutpoint.domain import skeleton as sk
from cutpoint.recognize.patterns import lower_pattern
from cutpoint.recognize.statements import StatementLowering


def cases_of(text: str):
    return StatementLowering(bodies=True).lower_body(ast.parse(f"match a:\n  {text}").body)[0][2]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("'x'", [sk.MATCH_VALUE, "x"]),
        ("a.b", [sk.MATCH_VALUE, [sk.ATTRIBUTE, [sk.NAME, "a", 2], "b", 2, 2]]),
        ("None", [sk.MATCH_VALUE, None]),
        ("True", [sk.MATCH_VALUE, True]),
        ("_", [sk.MATCH_AS, None, None]),
        ("x", [sk.MATCH_AS, None, "x"]),
        ("1 as x", [sk.MATCH_AS, [sk.MATCH_VALUE, 1], "x"]),
        ("1 | 2", [sk.MATCH_OR, [[sk.MATCH_VALUE, 1], [sk.MATCH_VALUE, 2]]]),
        ("[1, *rest]", [sk.MATCH_SEQUENCE, [[sk.MATCH_VALUE, 1], [sk.MATCH_STAR, "rest"]]]),
        ("[*_]", [sk.MATCH_SEQUENCE, [[sk.MATCH_STAR, None]]]),
        ("{'k': 1, **rest}", [sk.MATCH_MAPPING, ["k"], [[sk.MATCH_VALUE, 1]], "rest"]),
        ("A(1, b=2)", [sk.MATCH_CLASS, [sk.NAME, "A", 2], [[sk.MATCH_VALUE, 1]], [["b", [sk.MATCH_VALUE, 2]]]]),
    ],
)
def test_a_pattern_is_described(pattern, expected):
    (case,) = cases_of(f"case {pattern}: pass")
    assert case == [expected, None, []]


def test_a_case_keeps_its_guard_and_its_body():
    (case,) = cases_of("case x if y: z()")
    assert case[1] == [sk.NAME, "y", 2]
    assert case[2][0][0] == sk.EXPRESSION


def test_a_pattern_that_nobody_knows_is_a_bug_of_ours():
    class Newer(ast.pattern):
        pass

    with pytest.raises(TypeError, match="unknown pattern Newer"):
        lower_pattern(Newer())
