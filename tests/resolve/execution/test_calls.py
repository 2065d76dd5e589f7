"""Functions and classes of the analyzed code run on their arguments."""

import pytest

from tests.support.executed import executed, result_of


@pytest.mark.parametrize(
    ("signature", "call", "expected"),
    [
        ("a, b=2", "f(1)", "(1, 2)"),
        ("a, b", "f(b=1, a=2)", "(2, 1)"),
        ("a, *b", "f(1, 2, 3)", "(1, (2, 3))"),
        ("a, **b", "f(1, c=2)", "(1, {'c': 2})"),
        ("a, /, *, b", "f(1, b=2)", "(1, 2)"),
        ("a, b", "f(*[1, 2])", "(1, 2)"),
        ("a, b", "f(**{'a': 1, 'b': 2})", "(1, 2)"),
        ("a, b", "f(1)", "(1, ?)"),
    ],
)
def test_arguments_reach_their_parameters(signature, call, expected):
    assert result_of(f"def f({signature}): return a, b\nx = {call}") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("pass", "None"),
        ("return", "None"),
        ("if unknown:\n    return 1", "1 | None"),
        ("if unknown:\n    return 1\n  return 2", "1 | 2"),
        ("yield 1\n  yield 2", "[1, 2]"),
        ("yield from (1, 2)", "[1, 2]"),
        ("for n in (1, 2):\n    yield n", "[1, 2]"),
    ],
)
def test_what_a_function_returns(body, expected):
    assert result_of(f"def f():\n  {body}\nx = f()") == expected


def test_a_function_closes_over_its_scope():
    assert result_of("def outer(a):\n  def inner(b): return a, b\n  return inner\nx = outer(1)(2)") == "(1, 2)"


def test_a_call_without_effects_waits_until_its_result_is_asked_for():
    code = "def f(): return later\nx = f()\nlater = 1"
    assert result_of(code) == "1"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("class A:\n  def f(self): return 1\nx = A().f()", "1"),
        ("class A:\n  @classmethod\n  def f(cls): return cls.b\n  b = 1\nx = A.f()", "1"),
        ("class A:\n  @staticmethod\n  def f(a): return a\nx = A.f(1)", "1"),
        ("class A:\n  @property\n  def f(self): return 1\nx = A().f", "1"),
        ("class A:\n  def __init__(self, a): self.a = a\nx = A(1).a", "1"),
        ("class A:\n  def __call__(self, a): return a\nx = A()(1)", "1"),
        ("class A:\n  def __getattr__(self, name): return name\nx = A().b", "'b'"),
        ("class A:\n  a = 1\nclass B(A): pass\nx = B.a", "1"),
        ("class A:\n  def f(self): return 1\nclass B(A):\n  def f(self): return super().f() + 1\nx = B().f()", "2"),
        ("class A: pass\nx = A.__name__ + A.__module__", "'Amain'"),
        ("class A: pass\nclass B(A): pass\nx = A.__subclasses__()", "[class main.B]"),
        ("class A(list, unknown): pass\nx = A.b", "<builtins.list.b> of class main.A"),
        ("class A(unknown): pass\nx = A.b", "?"),
        ("from lib import B\nclass A(B): pass\nx = A.b", "<lib.B.b> of class main.A"),
        ("class A: pass\nx = A.nothing", "?"),
    ],
)  # fmt: skip
def test_classes_and_instances(code, expected):
    assert result_of(code) == expected


def test_the_order_of_bases_is_that_of_python():
    code = """
        class A: name = 'a'
        class B(A): pass
        class C(A): name = 'c'
        class D(B, C): pass
        x = D.name
    """
    assert result_of(code) == "'c'"


def test_bases_that_python_would_refuse_are_taken_depth_first():
    code = "class A: y = 1\nclass B(A): y = 2\nclass C(A, B): pass\nx = C.y"
    assert result_of(code) == "1"


def test_a_class_that_is_its_own_base_ends_there():
    done = executed("class A: pass\nA.__bases__ = (A,)\nx = A.nothing\ny = 1")
    assert done.text("y") == "1"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("def d(cls):\n  cls.y = 1\n  return cls\n@d\nclass A: pass\nx = A.y", "1"),
        ("def d(cls):\n  class B(cls): pass\n  return B\n@d\nclass A: pass\nx = A.__name__", "'B'"),
        ("def d(n):\n  def inner(cls):\n    cls.y = n\n    return cls\n  return inner\n@d(3)\nclass A: pass\nx = A.y", "3"),
        ("@unknown\nclass A:\n  y = 1\nx = A.y", "1"),
        ("from lib import d\n@d\nclass A:\n  y = 1\nx = A.y", "1"),
    ],
)  # fmt: skip
def test_decorators_of_classes(code, expected):
    assert result_of(code) == expected


@pytest.mark.parametrize(
    ("decorator", "expected"),
    [
        ("functools.lru_cache", "1"),
        ("functools.lru_cache(maxsize=1)", "1"),
        ("lib.anything", "1"),
        ("ours", "?"),
    ],
)
def test_a_function_behind_a_decorator_of_a_library_gives_what_it_gives(decorator, expected):
    code = f"import functools, lib\ndef ours(f):\n  def wrapped(): return 2\n  return unknown\n@{decorator}\ndef f(): return 1\nx = f()"
    assert result_of(code) == expected


@pytest.mark.parametrize(
    ("decorator", "expected"),
    [
        ("def d(f):\n  seen.append(f)\n  return f\n@d", "[1]"),
        ("def d(f):\n  def wrapped(): return 2\n  seen.append(wrapped)\n  return wrapped\n@d", "[2]"),
        ("def d(n):\n  def inner(f):\n    seen.append(f)\n    return f\n  return inner\n@d('a')", "[1]"),
        ("class R:\n  def d(self, f):\n    seen.append(f)\n    return f\n@R().d", "[1]"),
    ],
)
def test_decorators_of_functions_fill_lists(decorator, expected):
    assert result_of(f"seen = []\n{decorator}\ndef f(): return 1\nx = [each() for each in seen]") == expected


def test_a_cached_property_is_worked_out_once():
    assert (
        result_of("""
from functools import cached_property
seen = []
class A:
  @cached_property
  def one(self):
    seen.append(1)
    return 1
a = A()
b = [a.one, a.one]
x = seen
""")
        == "[1]"
    )


def test_what_a_decorator_hooks_up_is_called_by_name():
    assert (
        result_of("""
hooks = {}
def register(name, function=None):
    if function is None:
        def decorator(function):
            register(name, function)
            return function
        return decorator
    if name not in hooks:
        hooks[name] = []
    hooks[name].append((function, 0))
@register("first")
def one(): return [1, 2]
@register("second")
def three(): return [3]
register("first", lambda: [4])
x = []
for function in [pair[0] for pair in sorted(hooks.get("first", []), key=lambda pair: pair[1])]:
    x += function()
""")
        == "[1, 2, 4]"
    )


@pytest.mark.parametrize(
    ("metaclass", "expected"),
    [
        ("def __new__(mcs, name, bases, attrs):\n    attrs['y'] = 1\n    return super().__new__(mcs, name, bases, attrs)", "1"),
        ("def __new__(mcs, name, bases, attrs):\n    cls = type.__new__(mcs, name, bases, attrs)\n    cls.y = 2\n    return cls", "2"),
    ],
)  # fmt: skip
def test_a_metaclass_of_ours_adds_to_its_classes(metaclass, expected):
    done = executed(
        f"class Meta(type):\n  {metaclass}\nclass A(metaclass=Meta): pass\nclass B(A): pass\nx = A.y\nz = B.y"
    )
    assert (done.text("x"), done.text("z")) == (expected, expected)
    assert [cls.name for cls in done.run.classes] == ["Meta", "A", "B"]


def test_with_metaclass_leaves_the_bases_alone():
    code = "import six\nclass M(type): pass\nclass A: y = 1\nclass B(six.with_metaclass(M, A)): pass\nx = B.__mro__"
    assert result_of(code) == "(class main.B, class main.A)"


def test_init_subclass_runs_for_every_class_below():
    code = "class A:\n  def __init_subclass__(cls, tag=None):\n    cls.tag = tag\nclass B(A, tag='b'): pass\nx = B.tag"
    assert result_of(code) == "'b'"


def test_what_is_made_by_a_library_stays_a_call_of_it():
    assert result_of("from lib import f\nx = f(1, a=2)") == "<lib.f>(1, a=2)"
    assert result_of("import lib\nx = lib.f()") == "<lib.f>()"
