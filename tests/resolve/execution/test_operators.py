import pytest

from tests.support.executed import result_of


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("'a' + 'b'", "'ab'"),
        ("[1] + [2]", "[1, 2]"),
        ("(1,) + (2,)", "(1, 2)"),
        ("[1] + (2,)", "[1, 2]"),
        ("1 + 2 - 4", "-1"),
        ("7 // 2", "3"),
        ("7 % 4", "3"),
        ("6 & 3", "2"),
        ("6 | 1", "7"),
        ("2 * 3", "6"),
        ("'ab' * 2", "'abab'"),
        ("(1,) * 2", "(1, 1)"),
        ("[1] * 2", "[1, 1]"),
        ("{1} | {2}", "{1, 2}"),
        ("{1, 2} - {1}", "{2}"),
        ("{1, 2} & {1}", "{1}"),
        ("{'a': 1} | {'b': 2}", "{'a': 1, 'b': 2}"),
        ("-3", "-3"),
        ("not []", "True"),
        ("'%s-%d' % ('a', 1)", "'a-1'"),
        ("'%(a)s' % {'a': 'b'}", "'b'"),
        ("'100%% %s' % 'a'", "'100% a'"),
    ],
)
def test_an_operation_on_what_is_known(expression, expected):
    assert result_of(f"x = {expression}") == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("1 == 1", "True"),
        ("'a' != 'a'", "False"),
        ("None is None", "True"),
        ("None is not None", "False"),
        ("1 < 2 < 3", "True"),
        ("1 < 2 < 1", "False"),
        ("(3, 12) >= (3, 8)", "True"),
        ("'a' in ['a', 'b']", "True"),
        ("'c' in ('a', 'b')", "False"),
        ("'c' not in ('a', 'b')", "True"),
        ("'a' in {'a': 1}", "True"),
        ("'bc' in 'abcd'", "True"),
        ("'a' in [unknown, 'a']", "True"),
        ("[] is None", "False"),
        ("int is int", "True"),
    ],
)
def test_a_comparison_of_what_is_known(expression, expected):
    assert result_of(f"x = {expression}") == expected


@pytest.mark.parametrize(
    "expression",
    [
        "unknown + 1",
        "unknown == 1",
        "unknown < 1",
        "'a' in unknown",
        "'a' in [unknown, 'b']",
        "'a' in {'b': 1, **unknown}",
        "int is str",
        "1 < 'a'",
        "1 // 0",
        "1 % 0",
        "'%s' % unknown",
        "1 @ 2",
    ],
)
def test_an_operation_on_what_is_not_known_is_unknown(expression):
    assert result_of(f"x = {expression}") == "?"


def test_a_list_and_something_unknown_is_a_list_with_a_hole():
    assert result_of("x = [1] + unknown + [2]") == "[1, ?, 2]"
    assert result_of("x = unknown + (1,)") == "[?, 1]"


def test_what_is_compared_with_a_guess_is_a_guess():
    assert result_of("import os\nx = os.environ.get('A', 'b') == 'b'") == "~True"
    assert result_of("import os\nx = os.environ.get('A', 'b') in ('c',)") == "~False"
    assert result_of("import os\nx = not os.environ.get('A', 'b')") == "~False"


def test_a_false_link_in_a_chain_decides_it():
    assert result_of("x = unknown < 1 < 2") == "?"
    assert result_of("x = 2 < 1 < unknown") == "False"


@pytest.mark.parametrize(
    ("expression", "unknown"),
    [
        ("'x' * 100_000", False),
        ("'x' * 100_001", True),
        ("('x' * 60_000) + ('y' * 60_000)", True),
        ("(1,) * 10 ** 9", True),
    ],
)
def test_gives_up_on_texts_and_tuples_that_grow_without_end(expression, unknown):
    assert (result_of(f"x = {expression}") == "?") is unknown


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("unknown and False", "2"),
        ("unknown and other and None", "2"),
        ("unknown and True", "1 | 2"),
        ("unknown or True", "1 | 2"),
        ("unknown or False", "1 | 2"),
        ("not (unknown and '')", "1"),
    ],
)
def test_what_is_false_whatever_is_asked(test, expected):
    assert result_of(f"x = 1 if {test} else 2") == expected
