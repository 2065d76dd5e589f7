"""Expressions become values: known ones as Python has them, others with their doubt."""

import pytest

from tests.support.executed import executed, result_of


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("[1, 'a', None]", "[1, 'a', None]"),
        ("[*[1, 2], 3]", "[1, 2, 3]"),
        ("(1, *(2, 3))", "(1, 2, 3)"),
        ("{1, 2}", "{1, 2}"),
        ("{'a': 1, **{'b': 2}}", "{'a': 1, 'b': 2}"),
        ("{'a': 1, **unknown}", "{'a': 1, ...}"),
        ("{unknown: 1}", "{...}"),
        ("{'a': 1}['a']", "1"),
        ("[1, 2, 3][1]", "2"),
        ("[1, 2, 3][-1]", "3"),
        ("(1, 2, 3)[1:]", "(2, 3)"),
        ("[1, 2, 3][:2]", "[1, 2]"),
        ("'text'[0]", "'t'"),
        ("'text'[slice(1)]", "'t'"),
        ("[1, 2, 3][slice(1, 2)]", "[2]"),
        ("f'{1}-{\"a\"}'", "'1-a'"),
        ("f'{7:03d}'", "'007'"),
        ("f'{\"a\"!r}'", "\"'a'\""),
        ("1 if True else 2", "1"),
        ("1 if [] else 2", "2"),
        ("None or 'a'", "'a'"),
        ("'' and 'a'", "''"),
        ("[n * 2 for n in (1, 2, 3) if n > 1]", "[4, 6]"),
        ("[(a, b) for a in (1, 2) for b in 'xy']", "[(1, 'x'), (1, 'y'), (2, 'x'), (2, 'y')]"),
        ("{n for n in 'ab'}", "{'a', 'b'}"),
        ("{n: 1 for n in 'ab'}", "{'a': 1, 'b': 1}"),
        ("list(n for n in 'ab')", "['a', 'b']"),
        ("(y := 3) + y", "6"),
        ("(lambda a, b=2: a + b)(1)", "3"),
        ("int", "<builtins.int>"),
    ],
)
def test_what_is_known_is_what_python_has(expression, expected):
    assert result_of(f"x = {expression}") == expected


@pytest.mark.parametrize(
    "expression",
    [
        "unknown",
        "unknown.attribute",
        "unknown()",
        "unknown[0]",
        "{'a': 1}['b']",
        "f'{unknown}'",
        "f'{1:{unknown}}'",
        "f'{1:>99999999}'",
        "1j",
        "-unknown",
        "[][3]",
    ],
)
def test_what_only_run_time_knows_is_unknown(expression):
    assert result_of(f"x = {expression}") == "?"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("[1, *unknown]", "[1, ?]"),
        ("[1, unknown, 2]", "[1, ?, 2]"),
        ("1 if unknown else 2", "1 | 2"),
        ("unknown or 'a'", "'a' | ?"),
        ("unknown and 'a'", "'a' | ?"),
        ("unknown or other or 'a'", "'a' | ? | ?"),
        ("None if unknown else 1", "1 | None"),
        ("1 if unknown else 1", "1"),
        ("[n for n in (1, 2) if unknown]", "[1, 2]"),
    ],
)
def test_a_hole_is_a_hole_in_what_is_known(expression, expected):
    assert result_of(f"x = {expression}") == expected


def test_a_guess_makes_the_likely_choice_come_first():
    start = "import os\nDEBUG = os.environ.get('DEBUG', {})\n"
    assert result_of(f"{start.format('True')}x = 1 if DEBUG else 2") == "1 | 2"
    assert result_of(f"{start.format('False')}x = 1 if DEBUG else 2") == "2 | 1"
    assert result_of(f"{start.format('False')}x = 1 if not DEBUG else 2") == "1 | 2"
    assert result_of(f"{start.format(repr('on'))}x = 1 if DEBUG == 'on' else 2") == "1 | 2"


def test_a_value_that_may_be_many_things_keeps_eight_of_them():
    code = "x = 0\n" + "".join(f"if unknown{n}: x = {n}\n" for n in range(1, 30))
    assert result_of(code).count("|") == 7


def test_gives_up_on_a_comprehension_that_goes_on_and_on():
    done = executed("x = [a for a in range(1000) for b in range(1000)]\ny = 1")
    assert len(done.value("x").items) == 20_000
    assert done.text("y") == "1"


def test_a_comprehension_leaves_no_name_behind():
    assert not executed("x = [n for n in (1, 2)]").has("n")


def test_a_name_that_leads_back_to_itself_is_unknown():
    files = {"main.py": "from a import x\ny = x", "a.py": "from b import x", "b.py": "from a import x"}
    assert executed(files).text("y") in ("?", "a Reference")
