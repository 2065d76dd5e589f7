import ast
from textwrap import dedent

import pytest

from cutpoint.recognize.imports import import_facts


def facts(text: str):
    text = dedent(text)
    return [
        tuple(getattr(fact, name) for name in fact.__struct_fields__) for fact in import_facts(ast.parse(text), text)
    ]


def test_each_name_of_a_plain_import_is_one_of_its_own():
    assert facts("import a, b.c as d") == [("a", 0, None, 1, "module"), ("b.c", 0, None, 1, "module")]


def test_a_from_import_keeps_its_names_and_dots():
    assert facts("from ..a import b, c as d") == [("a", 2, ("b", "c"), 1, "module")]
    assert facts("from . import *") == [("", 1, ("*",), 1, "module")]


def test_imports_come_in_the_order_of_their_lines():
    text = """
        if x:
            import b
        import a
        try:
            import d
        except ImportError:
            import c
    """
    assert [fact[0] for fact in facts(text)] == ["b", "a", "d", "c"]


@pytest.mark.parametrize(
    "text",
    [
        "if x:\n  import a",
        "if x: pass\nelse:\n  import a",
        "try:\n  import a\nfinally: pass",
        "try: pass\nexcept E:\n  import a",
        "try: pass\nfinally:\n  import a",
        "for x in y:\n  import a",
        "while x:\n  import a",
        "with x:\n  import a",
        "class X:\n  import a",
        "match x:\n  case 1:\n    import a",
    ],
)
def test_what_runs_when_the_module_loads_is_of_module_scope(text):
    assert [(name, scope) for name, _, _, _, scope in facts(text)] == [("a", "module")]


@pytest.mark.parametrize(
    "text",
    [
        "def f():\n  import a",
        "async def f():\n  import a",
        "class X:\n  def f(self):\n    if y:\n      import a",
        "def f():\n  class X:\n    import a",
    ],
)
def test_what_runs_when_a_function_is_called_is_of_function_scope(text):
    assert [(name, scope) for name, _, _, _, scope in facts(text)] == [("a", "function")]


@pytest.mark.parametrize("test", ["TYPE_CHECKING", "typing.TYPE_CHECKING", "t.TYPE_CHECKING"])
def test_what_only_type_checkers_see_is_of_typing_scope(test):
    text = f"if {test}:\n  import a\n  def f():\n    import b\nelse:\n  import c"
    assert [(fact[0], fact[4]) for fact in facts(text)] == [("a", "typing"), ("b", "typing"), ("c", "module")]


@pytest.mark.parametrize("test", ["not TYPE_CHECKING", "TYPE_CHECKING or x", "TYPE_CHECKERS"])
def test_other_tests_do_not_make_an_import_one_for_types(test):
    assert facts(f"if {test}:\n  import a")[0][4] == "module"


@pytest.mark.parametrize(
    ("call", "module", "level"),
    [
        ("importlib.import_module('a.b')", "a.b", 0),
        ("import_module('.b', __package__)", "b", 1),
        ("import_string('a.b.C')", "a.b.C", 0),
        ("__import__('a')", "a", 0),
    ],
)
def test_a_call_that_imports_by_a_constant_name_is_an_import(call, module, level):
    assert facts(f"x = {call}") == [(module, level, None, 1, "module")]
    assert facts(f"def f():\n  {call}") == [(module, level, None, 2, "function")]
    assert facts(f"f = lambda: {call}") == [(module, level, None, 1, "function")]


@pytest.mark.parametrize(
    "text",
    [
        "import_module(name)",
        "import_module()",
        "import_module(f'a.{b}')",
        "x = 'import_module'",
        "load_module('a')",
        r"import_module('a.\ud800')",
    ],
)
def test_a_call_by_another_name_or_with_a_computed_one_is_none(text):
    assert facts(text) == []
