import ast
import sys
from textwrap import dedent

import pytest

from cutpoint.domain import skeleton as sk
from cutpoint.recognize.statements import StatementLowering
from tests.support.monolith import facts_of_text
from tests.support.monolith import one as only

A, B = ([sk.NAME, name, 1] for name in "ab")


def lowered(text: str, *, bodies: bool = True):
    return StatementLowering(bodies=bodies).lower_body(ast.parse(dedent(text)).body)


def one(text: str, *, bodies: bool = True):
    return only(lowered(text, bodies=bodies))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a()", [sk.EXPRESSION, [sk.CALL, A, [], [], 1, 1], 1, 1]),
        ("a = b = 1", [sk.ASSIGN, [A, B], 1, 1, 1]),
        ("a, *b = 1", [sk.ASSIGN, [[sk.TUPLE, [A, [sk.STAR, B]], 1]], 1, 1, 1]),
        ("a: b = 1", [sk.ANNOTATED, A, B, 1, 1, 1]),
        ("a: b", [sk.ANNOTATED, A, B, [sk.NOTHING], 1, 1]),
        ("a += 1", [sk.AUGMENTED, A, "+", 1, 1, 1]),
        ("for a in b: a", [sk.FOR, A, B, [[sk.EXPRESSION, A, 1, 1]], [], 1, False]),
        ("while a: break", [sk.WHILE, A, [[sk.BREAK]], [], 1]),
        ("while a: continue", [sk.WHILE, A, [[sk.CONTINUE]], [], 1]),
        ("with a as b, b: pass", [sk.WITH, [[A, B], [B, None]], [], 1, False]),
        ("import a.b as c, d", [sk.IMPORT, [["a.b", "c"], ["d", None]], 1]),
        ("from ..a import b as c", [sk.FROM, "a", 2, [["b", "c"]], 1]),
        ("from . import a", [sk.FROM, "", 1, [["a", None]], 1]),
        ("from a import *", [sk.FROM, "a", 0, [["*", None]], 1]),
        ("del a, b", [sk.DELETE, [A, B]]),
        ("raise a from b", [sk.RAISE, A, 1]),
        ("global a, b", [sk.GLOBAL, ["a", "b"]]),
        ("assert a, b", [sk.ASSERT, A, 1]),
        ("class a(b, k=1): c = 2", [sk.CLASS, "a", [B], [["k", 1]], [], [[sk.ASSIGN, [[sk.NAME, "c", 1]], 2, 1, 1]], 1, 1]),
    ],
)  # fmt: skip
def test_a_statement_is_described(text, expected):
    assert one(text) == expected


def test_what_does_nothing_is_left_out():
    assert lowered('"""Docstring."""\npass\n...\n1') == []


def test_a_try_has_its_four_parts():
    text = """
        try:
            a
        except (ImportError, ValueError) as error:
            b
        except:
            raise
        else:
            c
        finally:
            d
    """
    kind, body, handlers, otherwise, final, line = one(text)
    assert (kind, line) == (sk.TRY, 2)
    assert [only(part)[1][1] for part in (body, otherwise, final)] == ["a", "c", "d"]
    assert handlers[0][0] == [sk.TUPLE, [[sk.NAME, "ImportError", 4], [sk.NAME, "ValueError", 4]], 4]
    assert [handler[1] for handler in handlers] == ["error", None]
    assert handlers[1][0] is None and handlers[1][2] == [[sk.RAISE, None, 7]]


def test_an_elif_is_a_branch_and_an_if_inside_an_else_is_one_too():
    kind, branches, otherwise = one("if a: x = 1\nelif b: x = 2\nelse: x = 3")
    assert kind == sk.IF
    assert [(test[1], line) for test, _, line in branches] == [("a", 1), ("b", 2)]
    assert only(otherwise)[2] == 3
    assert len(one("if a: pass\nelse:\n  if b: pass\n  c")[1]) == 1


def test_thousands_of_elifs_are_no_recursion():
    tree: list[ast.stmt] = []
    for _ in range(20_000):
        tree = [ast.If(ast.Name("a", lineno=1), [ast.Pass()], tree, lineno=1)]
    assert len(only(StatementLowering(bodies=True).lower_body(tree))[1]) == 20_000


def test_the_body_of_a_function_is_packed_and_its_signature_is_not():
    kind, name, parameters, decorators, returns, packed, line, end, flags = one("@b\ndef a(x: b = 1) -> b:\n  return x")
    assert (kind, name, line, end, flags) == (sk.FUNCTION, "a", 2, 3, 0)
    assert parameters == [["x", sk.POSITIONAL, [sk.NAME, "b", 2], 1]]
    assert decorators == [B] and returns == [sk.NAME, "b", 2]
    assert sk.unpack_body(packed) == [[sk.RETURN, [sk.NAME, "x", 3], 3, 3]]


@pytest.mark.parametrize(
    "body",
    [
        "class Inner: pass",
        "import x",
        "from x import y",
        "x.attribute = 1",
        "x['key'] = 1",
        "return type('Name', (), {})",
        "setattr(x, 'name', 1)",
        "x.add_to_class('name', 1)",
        "if x:\n    for y in x:\n      class Inner: pass",
        "def inner():\n    return types.new_class('X')\n  return inner",
        "x.append(1)",
        "for y in z:\n    x.inner.register(y)\n  return x",
    ],
)
def test_a_function_that_may_make_models_has_effects(body):
    assert one(f"def f(x):\n  {body}")[8] & sk.HAS_EFFECTS


@pytest.mark.parametrize(
    "body",
    [
        "return 1",
        "x = y",
        "x, y = y, x",
        "x += 1",
        "return [y for y in x]",
        "z.append(1)",
        "return x.pop()",
        "y = x.pop()",
        "print(x)",
    ],
)
def test_a_function_that_only_computes_has_none(body):
    assert one(f"def f(x, y):\n  {body}")[8] == 0


def test_the_effects_of_a_function_are_not_those_of_the_next_one():
    first, second = lowered("def f():\n  import x\ndef g():\n  return 1")
    assert first[8] == sk.HAS_EFFECTS and second[8] == 0


def test_an_async_function_is_marked():
    assert one("async def f():\n  import x")[8] == sk.IS_ASYNC | sk.HAS_EFFECTS
    assert one("async def f():\n  return 1")[8] == sk.IS_ASYNC


def test_without_bodies_only_functions_that_may_make_models_keep_theirs():
    kept = """
        def fixture():
            class Model: pass
        def __init__(self):
            self.x = 1
        def ready(self):
            return 1
    """
    assert all(function[5] is not None for function in lowered(kept, bodies=False))


def test_without_bodies_the_others_lose_theirs():
    dropped = """
        def helper():
            return 1
        def test_something():
            class Model: pass
        async def slow():
            return 1
    """
    functions = lowered(dropped, bodies=False)
    assert [function[5] for function in functions] == [None, None, None]
    assert [function[8] for function in functions] == [0, 0, sk.IS_ASYNC]


def test_asynchronous_loops_and_contexts_are_marked():
    _, _, _, _, _, packed, *_ = one("async def f():\n  async for a in b: pass\n  async with a: pass")
    loop, context = sk.unpack_body(packed)
    assert (loop[0], loop[-1]) == (sk.FOR, True)
    assert (context[0], context[-1]) == (sk.WITH, True)


def test_an_except_star_is_an_except():
    assert one("try: a\nexcept* ValueError: b")[0] == sk.TRY


def test_a_nonlocal_is_a_global():
    outer = one("def f():\n  a = 1\n  def g():\n    nonlocal a")
    inner = sk.unpack_body(outer[5])[1]
    assert sk.unpack_body(inner[5]) == [[sk.GLOBAL, ["a"]]]


def test_a_type_alias_is_an_assignment_whatever_the_interpreter():
    facts = facts_of_text("type Money = int\nclass A[T]: pass")
    body = sk.unpack_body(facts.body)
    assert [node[0] for node in body] == [sk.ASSIGN, sk.CLASS], sys.version
    assert body[0][1] == [[sk.NAME, "Money", 1]]
