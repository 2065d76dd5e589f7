import pytest

from tests.support.executed import executed, result_of


@pytest.mark.parametrize(
    "call",
    [
        "type('Made', (A,), {'y': 1})",
        "type('Ma' + 'de', (A,), dict(y=1))",
        "types.new_class('Made', (A,), {}, lambda ns: ns.update(y=1))",
        "types.new_class(name='Made', bases=(A,), exec_body=lambda ns: ns.update({'y': 1}))",
        "ModelBase('Made', (A,), {'y': 1})",
        "type(A)('Made', (A,), {'y': 1})",
    ],
)
def test_a_class_that_a_call_makes_is_one(call):
    start = "import types\nfrom django.db.models.base import ModelBase\nclass A: z = 2\n"
    done = executed(f"{start}B = {call}\nx = (B.__name__, B.y, B.z)")
    assert done.text("x") == "('Made', 1, 2)"
    assert [cls.name for cls in done.run.classes] == ["A", "Made"]


def test_it_belongs_to_the_module_whose_function_calls_type():
    files = {"main.py": "from a import make\nx = make('B')", "a.py": "def make(name): return type(name, (), {})"}
    assert executed(files).text("x") == "class a.B"


def test_it_belongs_to_the_module_that_it_is_told():
    code = "x = type('B', (), {'__module__': 'a'})"
    assert executed({"main.py": code, "a.py": ""}).text("x") == "class a.B"
    assert executed("x = type('B', (), {'__module__': __name__})").text("x") == "class main.B"


@pytest.mark.parametrize("call", ["type(unknown, (), {})", "type('A', ())", "type(unknown)"])
def test_a_call_of_type_that_says_too_little_is_unknown(call):
    done = executed(f"x = {call}")
    assert done.text("x") == "?"
    assert done.run.classes == []


def test_a_metaclass_that_is_called_makes_a_class():
    assert result_of("class M(type): pass\nx = M('A', (), {'y': 1}).y") == "1"


@pytest.mark.parametrize("module", ["six", "django.utils.six", "future.utils", "compat"])
def test_with_metaclass_of_every_library_leaves_only_the_bases(module):
    files = {
        "main.py": f"from {module} import with_metaclass\nclass M(type): pass\nclass A: pass\nclass B(with_metaclass(M, A)): pass\nx = B.__bases__",
        "compat.py": "def with_metaclass(meta, *bases):\n  class metaclass(meta): pass\n  return type.__new__(metaclass, 'temporary', (), {})",
    }
    assert executed(files).text("x") == "(class main.A)"


def test_decorators_that_give_their_class_back():
    code = "import dataclasses, functools\n@dataclasses.dataclass\n@functools.total_ordering\nclass A: y = 1\nx = A.y"
    assert result_of(code) == "1"
