import ast
import warnings

import pytest

from cutpoint.parse.parse_source import DEEPEST, LARGEST_SOURCE, parse_source


def kind_and_line(data):
    problem = parse_source(data).problem
    return problem and (problem[1], problem[0])


def test_parses():
    module = parse_source(b"x = 1\n\ndef f():\n    pass")
    assert module.tree is not None
    assert [type(node) for node in module.tree.body] == [ast.Assign, ast.FunctionDef]
    assert (module.lines, module.problem, module.text) == (4, None, "x = 1\n\ndef f():\n    pass")


@pytest.mark.parametrize(("data", "lines"), [(b"", 0), (b"\n", 1), (b"x", 1), (b"x\n", 1), (b"x\r\ny\r\n", 2)])
def test_counts_lines(data, lines):
    assert parse_source(data).lines == lines


def test_warnings_of_the_grammar_are_nobodys_business():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        module = parse_source(b"x = '\\d'\nif x is 1: pass\n")
    assert (module.problem, caught) == (None, [])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert parse_source(b"x = '\\d' 'other'\n").problem is None


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"x = 1\nx = (\n", ("syntax-error", 2)),
        (b"def f(:\n", ("syntax-error", 1)),
        (b"x = 1\n  y = 2\n", ("syntax-error", 2)),
        (b"\n\nx = '\0'\n", ("nul-bytes", 3)),
        (b"x = '\xe9'\n", ("undecodable", 1)),
        (b"<<<<<<< HEAD\nx = 1\n=======\n", ("syntax-error", 1)),
        (b"{% if x %}\nx = 1\n", ("syntax-error", 1)),
    ],
)
def test_names_what_is_wrong(data, expected):
    module = parse_source(data)
    assert kind_and_line(data) == expected
    assert module.tree is None


@pytest.mark.parametrize(
    "line",
    [
        "print 'x'",
        "print x, y",
        "print",
        "exec 'x = 1' in d",
        "raise ValueError, 'x'",
        "x = ur'x'",
        "x = 0777",
        "x = 10L",
        "x = `y`",
        "x = 1 <> 2",
        "f = lambda (a, b): a",
    ],
)
def test_recognizes_python_2(line):
    expected = None if line == "print" else ("python-2", 2)
    assert kind_and_line(f"import os\n{line}\n".encode()) == expected


def test_recognizes_python_2_in_handlers_and_far_from_the_first_error():
    assert kind_and_line(b"try:\n    pass\nexcept ValueError, error:\n    pass\n") == ("python-2", 3)
    assert kind_and_line(b"def f(a, (b, c)):\n    pass\n") == ("python-2", 1)
    assert kind_and_line(b"x = (\ny = 1\nprint 'x'\n")[0] == "python-2"


def test_a_broken_file_of_python_3_is_no_python_2():
    assert kind_and_line(b"print('x')\nx = = 1\n") == ("syntax-error", 2)
    assert kind_and_line(b"x = a if else b  # print x\n") == ("syntax-error", 1)


def test_newer_grammar_is_lowered_and_keeps_its_lines():
    module = parse_source(b"class Loader[\n    K,\n    V,\n](Base):\n    pass\n\ntype X = int\n")
    assert module.problem is None
    assert module.tree is not None
    assert [node.lineno for node in module.tree.body] == [1, 7]
    assert module.text.startswith("class Loader[")


def test_gives_up_on_files_that_are_too_large():
    assert kind_and_line(b"x = 1\n" * (LARGEST_SOURCE // 6 + 1)) == ("too-large", 0)


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "(" * 5_000 + ")" * 5_000,
        "x = " + "[" * 150 + "1" + "]" * 150 + "\n" + "x = " + "{" * 500,
        "".join(f"{' ' * depth}if x:\n" for depth in range(500)),
        "x = " + "-" * 100_000 + "1",
        "x = " + " + ".join(["y"] * 200_000),
        "x = y" + ".y" * 200_000,
        "x = y" + "()" * 100_000,
        "x = " + "lambda: " * 50_000 + "1",
        "x = " + "not " * 100_000 + "1",
    ],
)
def test_gives_up_on_what_is_nested_too_deeply(text):
    problem = parse_source(text.encode()).problem
    assert problem is not None
    assert problem[1] == "too-deep"


def test_reads_what_is_merely_long():
    rows = "DATA = [\n" + "    ('a', 1, None),\n" * 100_000 + "]\n"
    module = parse_source(rows.encode())
    assert (module.lines, module.problem) == (100_002, None)
    chain = "if x == 0:\n    pass\n" + "".join(f"elif x == {number}:\n    pass\n" for number in range(300))
    assert parse_source(chain.encode()).problem is None


def test_is_too_deep_beyond_one_bound_of_its_own():
    # A sum is a tree as deep as it has terms; the module, the statement, the last name and its context come on top.
    assert parse_source(b"x = " + b"+".join([b"y"] * (DEEPEST - 100))).problem is None
    assert kind_and_line(b"x = " + b"+".join([b"y"] * (DEEPEST + 1))) == ("too-deep", 0)
