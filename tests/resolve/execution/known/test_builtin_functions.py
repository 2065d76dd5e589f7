import pytest

from tests.support.executed import result_of


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("str(1)", "'1'"),
        ("int('3')", "3"),
        ("bool('')", "False"),
        ("list((1, 2))", "[1, 2]"),
        ("set([1])", "{1}"),
        ("tuple([1])", "(1)"),
        ("sorted(['b', 'a'])", "['a', 'b']"),
        ("sorted(['bb', 'a'], key=len, reverse=True)", "['bb', 'a']"),
        ("list(reversed([1, 2]))", "[2, 1]"),
        ("dict(a=1)", "{'a': 1}"),
        ("dict([('a', 1)], b=2)", "{'a': 1, 'b': 2}"),
        ("list(dict.fromkeys(['a', 'b', 'a']))", "['a', 'b']"),
        ("len('abc')", "3"),
        ("list(range(3))", "[0, 1, 2]"),
        ("list(enumerate('ab', 1))", "[(1, 'a'), (2, 'b')]"),
        ("list(zip('ab', (1, 2)))", "[('a', 1), ('b', 2)]"),
        ("list(map(lambda n: n + 1, (1, 2)))", "[2, 3]"),
        ("list(filter(None, ['', 'a']))", "['a']"),
        ("list(filter(lambda n: n > 1, (1, 2)))", "[2]"),
        ("sum([[1], [2]], [])", "[1, 2]"),
        ("next(n for n in (1, 2) if n > 1)", "2"),
        ("next((), 'default')", "'default'"),
        ("any([0, 1])", "True"),
        ("all([0, 1])", "False"),
        ("any([])", "False"),
    ],
)
def test_a_builtin_gives_what_python_gives(expression, expected):
    assert result_of(f"x = {expression}") == expected


@pytest.mark.parametrize(
    "expression",
    ["str(unknown)", "int('a')", "len(unknown)", "range(unknown)", "next(())", "any([unknown, 0])", "all([unknown, 1])", "sum([1])"],
)  # fmt: skip
def test_a_builtin_of_what_is_not_known_is_unknown(expression):
    assert result_of(f"x = {expression}") == "?"


def test_what_decides_a_quantifier_outweighs_what_is_unknown():
    assert result_of("x = any([unknown, 1])") == "True"
    assert result_of("x = all([unknown, 0])") == "False"


def test_holes_stay_holes():
    assert result_of("x = list(dict.fromkeys(['a', unknown, 'a', *others]))") == "['a', ?, ?]"
    assert result_of("x = dict(unknown)") == "{...}"
    assert result_of("x = sorted(['b', unknown, 'a'])") == "['b', ?, 'a']"


def test_a_guess_stays_one():
    assert result_of("import os\nx = int(os.environ.get('A', '1'))") == "~1"
    assert result_of("import os\nx = bool(os.environ.get('A', ''))") == "~False"


def test_gives_up_on_long_ranges_after_a_thousand_numbers():
    assert result_of("x = len(range(1_000_000_000))") == "1000"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import itertools\nx = itertools.chain([1], [2])", "[1, 2]"),
        ("import itertools\nx = itertools.chain.from_iterable([[1], [2]])", "[1, 2]"),
        ("from collections import OrderedDict\nx = OrderedDict([('a', 1)])", "{'a': 1}"),
        ("import six\nx = list(six.itervalues({'a': 1}))", "[1]"),
        ("from django.utils import six\nx = list(six.iteritems({'a': 1}))", "[('a', 1)]"),
        ("from functools import partial\ndef f(a, b): return a, b\nx = partial(f, 1)(b=2)", "(1, 2)"),
        ("from copy import deepcopy\nx = deepcopy({'a': 1})", "{'a': 1}"),
        ("from typing import cast\nx = cast(str, 'a')", "'a'"),
        ("from django.utils.translation import gettext_lazy as _\nx = _('a')", "'a'"),
    ],
)
def test_small_things_of_libraries(code, expected):
    assert result_of(code) == expected


def test_a_copy_is_another_list():
    code = "from copy import deepcopy\ny = ['a']\nx = {}(y)\ny.append('b')"
    assert result_of(code.format("deepcopy")) == "['a']"
    assert result_of(code.format("list")) == "['a']"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("getattr(A, 'y')", "1"),
        ("getattr(A, 'z', 2)", "2"),
        ("getattr(A, unknown)", "?"),
        ("getattr(A, 'z')", "?"),
        ("getattr(lib.Thing, 'z', 2)", "<lib.Thing.z>"),
        ("hasattr(A, 'y')", "True"),
        ("hasattr(A, 'z')", "False"),
        ("hasattr(lib.Thing, 'z')", "?"),
        ("isinstance('a', str)", "True"),
        ("isinstance(1, (str, list))", "False"),
        ("isinstance([], list)", "True"),
        ("isinstance(A(), A)", "True"),
        ("isinstance(A(), B)", "False"),
        ("isinstance(B(), A)", "True"),
        ("isinstance(A, type)", "True"),
        ("isinstance(unknown, A)", "?"),
        ("isinstance(lib.Thing(), A)", "False"),
        ("isinstance(lib.make(), A)", "?"),
        ("isinstance(lib.Thing(), lib.Other)", "?"),
        ("isinstance(['a'], str)", "False"),
        ("isinstance({}, (str, bytes))", "False"),
        ("isinstance([], lib.Other)", "?"),
        ("issubclass(B, A)", "True"),
        ("issubclass(A, B)", "False"),
        ("issubclass(L, lib.Other)", "?"),
        ("issubclass(L, lib.Thing)", "True"),
        ("callable(A)", "True"),
        ("callable('a')", "False"),
        ("type(A())", "class main.A"),
    ],
)
def test_questions_about_types(expression, expected):
    code = f"import lib\nclass A: y = 1\nclass B(A): pass\nclass L(lib.Thing): pass\nx = {expression}"
    assert result_of(code) == expected


def test_setattr_sets():
    assert result_of("class A: pass\nsetattr(A, 'y' + '1', 2)\nx = A.y1") == "2"


def test_globals_are_the_names_of_the_module():
    assert result_of("globals()['x'] = 1") == "1"
    assert result_of("y = 1\nx = globals()['y']") == "1"
    assert result_of("globals().update(x=1)") == "1"
    assert result_of("x = 1\nif 'x' in globals(): x = 2") == "2"
