import ast

from cutpoint.domain import skeleton as sk
from cutpoint.domain.source import Role
from cutpoint.recognize.recognize import recognize


def test_facts_hold_imports_body_and_clues():
    text = "import a\nINSTALLED_APPS = []\n"
    facts = recognize(ast.parse(text), text, 2, Role.CODE)
    assert [fact.module for fact in facts.imports] == ["a"]
    assert [node[0] for node in sk.unpack_body(facts.body)] == [sk.IMPORT, sk.ASSIGN]
    assert facts.clues == (("assigns-apps", "", 2),)
    assert (facts.lines, facts.problems, facts.failed) == (2, (), False)


def test_test_code_is_read_without_the_bodies_of_its_tests():
    text = "def test_x():\n  return 1"
    with_body, without = (recognize(ast.parse(text), text, 2, role) for role in (Role.CODE, Role.TEST))
    assert sk.unpack_body(with_body.body)[0][5] is not None
    assert sk.unpack_body(without.body)[0][5] is None


def test_migrations_keep_theirs():
    text = "def forwards(apps, schema_editor):\n  return 1"
    facts = recognize(ast.parse(text), text, 2, Role.MIGRATION)
    assert sk.unpack_body(facts.body)[0][5] is not None


def test_gives_up_on_what_is_nested_too_deeply_and_keeps_the_imports():
    name: ast.expr = ast.Name("a", lineno=2)
    for _ in range(100_000):
        name = ast.Attribute(name, "b", lineno=2, end_lineno=2)
    tree = ast.parse("import a")
    tree.body.append(ast.Expr(name, lineno=2, end_lineno=2))
    facts = recognize(tree, "import a\na.b.b.b", 2, Role.CODE)
    assert [fact.module for fact in facts.imports] == ["a"]
    assert facts.problems == ((0, "too-deep", "nested too deeply to be described; its imports were read"),)
    assert sk.unpack_body(facts.body) == []
    assert not facts.failed
