"""What is declared in SQL: the look-alikes, the odd and the large."""

import pytest

from cutpoint.domain.access import Action
from cutpoint.domain.declared_schema import DeclaredSchema, SchemaText
from cutpoint.interpret.sql.declarations import declarations_in


def declared(*texts: str) -> DeclaredSchema:
    return declarations_in(SchemaText("m.py", line, text) for line, text in enumerate(texts, 1))


@pytest.mark.parametrize(
    "head",
    [
        "CREATE TRIGGER t AFTER INSERT OR UPDATE ON a FOR EACH ROW EXECUTE FUNCTION f()",
        "CREATE OR REPLACE TRIGGER t BEFORE UPDATE OF x, y OR INSERT ON public.a EXECUTE PROCEDURE f()",
        'CREATE CONSTRAINT TRIGGER t AFTER INSERT ON "a" DEFERRABLE FOR EACH ROW EXECUTE FUNCTION public.f()',
        "CREATE TRIGGER dbo.t ON dbo.a AFTER INSERT, UPDATE AS BEGIN DELETE FROM b END",
        "CREATE DEFINER = 'root'@'localhost' TRIGGER t AFTER INSERT ON `a` FOR EACH ROW DELETE FROM b",
        "CREATE TRIGGER IF NOT EXISTS t INSERT ON a BEGIN DELETE FROM b; END",
    ],
)
def test_triggers_of_several_dialects(head):
    schema = declared("CREATE FUNCTION f() RETURNS trigger AS 'BEGIN DELETE FROM b; END' LANGUAGE plpgsql", head)
    (trigger,) = schema.triggers("a", Action.INSERT, None)
    assert [(deed.action, deed.table) for _, deed in schema.deeds(trigger.routine)] == [(Action.DELETE, "b")]
    assert not list(schema.triggers("a", Action.DELETE, None))


@pytest.mark.parametrize(
    "text",
    [
        "",
        ";;;",
        "CREATE",
        "CREATE TRIGGER",
        "CREATE TRIGGER t",
        "CREATE TRIGGER t AFTER INSERT ON",
        "CREATE TRIGGER \0 AFTER INSERT ON a EXECUTE FUNCTION f()",
        "CREATE TRIGGER t AFTER INSERT ON \0 EXECUTE FUNCTION f()",
        "CREATE VIEW",
        "CREATE FUNCTION (",
        "DROP TRIGGER",
        "DROP VIEW ON ON",
        "Create a view of the trigger",
        "ALTER FUNCTION f() RENAME TO g",
        "CREATE TABLE view (id int)",
    ],
)
def test_what_declares_nothing(text):
    assert not declared(text)


def test_a_long_chain_of_routines_is_followed_to_its_end():
    texts = [f"CREATE FUNCTION f{n}() RETURNS int AS $$ SELECT f{n + 1}() $$ LANGUAGE sql" for n in range(3000)]
    schema = declared(*texts, "CREATE FUNCTION f3000() RETURNS int AS $$ DELETE FROM a $$ LANGUAGE sql")
    routine = schema.routine("public.F0")
    assert routine is not None
    assert [(where.name, deed.table) for where, deed in schema.deeds(routine)] == [("f3000", "a")]
