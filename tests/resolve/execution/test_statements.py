"""Statements run in order; where a test cannot be decided, every branch runs and the outcomes are joined."""

import pytest

from cutpoint.domain.values import Place, Sequence
from tests.support.executed import executed, result_of

DEBUG = "import os\nDEBUG = os.environ.get('DEBUG', {})\n"
ON, OFF = DEBUG.format(True), DEBUG.format(False)


def place_of(done, item: str) -> Place:
    value = done.value("x")
    assert isinstance(value, Sequence)
    place = value.places[value.items.index(item)]
    assert place is not None
    return place


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("x = y = 1", "1"),
        ("x, y = 1, 2", "1"),
        ("(a, b), x = (1, 2), 3", "3"),
        ("a, *x = [1, 2, 3]", "[2, 3]"),
        ("*x, a = [1, 2, 3]", "[1, 2]"),
        ("x, y = unknown", "?"),
        ("x, y = 1, 2, 3", "?"),
        ("x: int = 1", "1"),
        ("x = 1\nx: int", "1"),
        ("x = 1\nx += 2", "3"),
        ("x = ('a',)\nx += ('b',)", "('a', 'b')"),
        ("x = ['a']\nx += unknown", "['a', ?]"),
        ("x = 1\ndel x\nx = 2", "2"),
        ("x = {'a': 1, 'b': 2}\ndel x['a']", "{'b': 2}"),
        ("x = ['a', 'b']\ndel x[0]", "['b']"),
        ("x = 1\nassert False", "1"),
        ("class A: pass\nA.b = 1\nx = A.b", "1"),
        ("class A:\n  b = 1\nx = A().b", "1"),
    ],
)  # fmt: skip
def test_an_assignment(code, expected):
    assert result_of(code) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("if True: x = 1\nelse: x = 2", "1"),
        ("if 0: x = 1\nelif 1: x = 2\nelse: x = 3", "2"),
        ("if None: x = 1\nelse: x = 2", "2"),
        ("if unknown: x = 1\nelse: x = 2", "1 | 2"),
        ("if unknown: x = 1\nelif other: x = 2\nelse: x = 3", "1 | 2 | 3"),
        ("if unknown: x = 1\nelif True: x = 2\nelse: x = 3", "1 | 2"),
        ("x = 0\nif unknown: x = 1", "1 | 0"),
        ("if unknown: x = 1", "1"),
        ("x = 1\nif unknown: x = None", "1 | None"),
    ],
)
def test_a_branch_that_cannot_be_decided_counts_beside_the_other(code, expected):
    assert result_of(code) == expected


def test_defaults_tell_the_likely_branch():
    branches = "if DEBUG: x = 1\nelse: x = 2"
    assert result_of(ON + branches) == "1 | 2"
    assert result_of(OFF + branches) == "2 | 1"


def test_what_only_an_unlikely_branch_gives_is_marked():
    assert result_of(OFF + "if DEBUG: x = 1") == "1!"
    assert result_of(ON + "if DEBUG: pass\nelse: x = 1") == "1!"
    assert result_of(ON + "if DEBUG: x = 1") == "1"


def test_an_unlikely_branch_is_told_from_a_conditional_one_item_by_item():
    done = executed(OFF + "x = ['a']\nif DEBUG:\n  x += ['b']\nelse:\n  x += ['c']\nif unknown:\n  x += ['d']")
    marks = {item: (place_of(done, item).conditional, place_of(done, item).unlikely) for item in "abcd"}
    assert marks == {"a": (False, False), "b": (True, True), "c": (True, False), "d": (True, False)}


def test_the_marks_end_with_the_branch():
    done = executed(OFF + "x = []\nif DEBUG:\n  if unknown: x += ['a']\nx += ['b']")
    assert not place_of(done, "b").conditional
    assert not place_of(done, "b").unlikely
    assert (done.run.undecided, done.run.unlikely, done.run.trying) == (0, 0, 0)


def test_branches_start_from_the_same_state():
    assert result_of("y = 1\nif unknown: y = 2\nelse: x = y") == "1"


def test_a_branch_that_leaves_does_not_count_for_what_follows():
    assert result_of("def f():\n  y = 1\n  if unknown:\n    return 2\n  return y\nx = f()") == "2 | 1"
    assert result_of("def f():\n  y = 1\n  if unknown:\n    y = 2\n    raise E\n  return y\nx = f()") == "1"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("x = []\nfor n in (1, 2): x.append(n)", "[1, 2]"),
        ("x = []\nfor k, v in {'a': 1}.items(): x += [k, v]", "['a', 1]"),
        ("x = []\nfor n in (1, 2, 3):\n  if n == 2: continue\n  x.append(n)", "[1, 3]"),
        ("x = []\nfor n in (1, 2, 3):\n  if n == 2: break\n  x.append(n)", "[1]"),
        ("x = 0\nfor n in (): x = 1\nelse: x = 2", "2"),
        ("for n in (1, 2):\n  break\nelse: n = 3\nx = n", "1"),
        ("x = []\nfor n in unknown: x.append('a')", "['a']"),
        ("x = []\nwhile unknown: x.append('a')", "['a']"),
        ("x = []\nwhile False: x.append('a')", "[]"),
        ("x = []\nfor i, n in enumerate('ab'): x.append((i, n))", "[(0, 'a'), (1, 'b')]"),
    ],
)
def test_a_loop(code, expected):
    assert result_of(code) == expected


def test_what_a_loop_over_something_unknown_adds_is_conditional():
    done = executed("x = []\nfor n in unknown: x.append('a')\nfor n in (1,): x.append('b')")
    assert place_of(done, "a").conditional
    assert not place_of(done, "b").conditional


def test_a_with_runs_its_body():
    assert result_of("with open('f') as f: x = 1") == "1"


def test_a_with_that_suppresses_goes_on():
    assert result_of("x = 1\nwith suppress(E):\n  x = 2\n  raise E\n  x = 3\n") == "2"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("try: x = 1\nexcept ImportError: x = 2", "1"),
        ("try: import json\nexcept ImportError: x = 2\nelse: x = 3", "3"),
        ("try: import missing\nexcept ImportError: x = 2\nelse: x = 1", "1 | 2"),
        ("x = 1\ntry:\n  import missing\nexcept ImportError:\n  x = 2", "1 | 2"),
        ("x = 1\ntry:\n  raise E\nexcept E:\n  x = 2", "2"),
        ("try: x = 1\nexcept KeyError: x = 2", "1 | 2"),
        ("try: x = 1\nexcept: x = 2", "1 | 2"),
        ("x = 1\ntry: pass\nfinally: x = 2", "2"),
    ],
)
def test_a_try(code, expected):
    assert result_of(code) == expected


def test_an_import_of_ours_that_fails_is_caught():
    files = {
        "main.py": "try:\n  from pkg.local import x\nexcept ImportError:\n  x = 'default'",
        "pkg/__init__.py": "",
    }
    done = executed(files)
    assert done.text("x") == "'default'"
    assert done.spots == []


def test_an_import_of_ours_that_fails_where_nobody_catches_it_is_a_blind_spot():
    done = executed({"main.py": "from pkg.local import x\ny = 1", "pkg/__init__.py": ""})
    assert done.spots == [("main.py", 1, "unresolved-import")]
    assert done.text("x") == "<pkg.local.x>"
    assert done.text("y") == "1"


@pytest.mark.parametrize(
    ("cases", "expected"),
    [
        ("case 2: x = 1\n  case 1: x = 2\n  case _: x = 3", "2"),
        ("case 2: x = 1\n  case _: x = 3", "3"),
        ("case 3 | 1: x = 1\n  case _: x = 2", "1"),
        ("case y if y == 2: x = 1\n  case y: x = y + 4", "5"),
        ("case None: x = 1\n  case 1 as y: x = y", "1"),
    ],
)
def test_a_match_on_what_is_known_takes_its_case(cases, expected):
    assert result_of(f"match 1:\n  {cases}") == expected


def test_a_while_goes_round_until_its_test_says_no():
    assert result_of("x = []\nn = 0\nwhile n < 3:\n  x.append(n)\n  n += 1") == "[0, 1, 2]"
    assert result_of("x = []\nwhile True:\n  x.append(1)\n  if len(x) == 2: break") == "[1, 1]"
    assert result_of("while False: pass\nelse: x = 2") == "2"


@pytest.mark.parametrize("loop", ["while unknown:", "for n in unknown:"])
def test_a_loop_that_may_not_run_leaves_what_was_before_as_well(loop):
    assert result_of(f"x = 1\n{loop} x = 2") == "2 | 1"


def test_every_case_of_a_match_counts():
    done = executed("x = []\nmatch y:\n  case 1: x.append('a')\n  case _: x.append('b')")
    assert done.text("x") == "['a', 'b']"
    assert place_of(done, "a").conditional


def test_global_and_nonlocal_names_are_bound_outside():
    assert result_of("def f():\n  global x\n  import json\n  x = 1\nf()") == "1"
    assert result_of("def f():\n  y = 1\n  def g():\n    nonlocal y\n    y = 2\n  g()\n  return y\nx = f()") == "2"


def test_names_of_a_class_are_not_seen_from_its_functions():
    assert result_of("y = 1\nclass A:\n  y = 2\n  def f(self): return y\nx = A().f()") == "1"
