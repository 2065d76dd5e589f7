"""Import statements of a module, at every depth, and calls that import a module by a constant name."""

import ast
from collections.abc import Iterator

from cutpoint.domain.facts import ImportFact
from cutpoint.recognize.expressions import has_utf8

_IMPORTING_CALLS = {"import_module", "import_string", "__import__"}


def import_facts(tree: ast.Module, text: str) -> tuple[ImportFact, ...]:
    """All imports of the module in the order of their lines."""
    facts = list(_statements(tree))
    # Walking expressions costs as much as parsing, so only files with the word pay for it.
    if "import_module" in text or "import_string" in text or "__import__" in text:
        facts += _calls(tree)
    return tuple(sorted(facts, key=lambda fact: (fact.line, fact.module)))


def _statements(tree: ast.Module) -> Iterator[ImportFact]:
    todo: list[tuple[list[ast.stmt], str]] = [(tree.body, "module")]
    while todo:
        statements, scope = todo.pop()
        for statement in statements:
            if isinstance(statement, ast.ImportFrom):
                names = tuple(alias.name for alias in statement.names)
                yield ImportFact(statement.module or "", statement.level, names, statement.lineno, scope)
            elif isinstance(statement, ast.Import):
                for alias in statement.names:
                    yield ImportFact(alias.name, 0, None, statement.lineno, scope)
            elif isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
                todo.append((statement.body, "function" if scope == "module" else scope))
            elif isinstance(statement, ast.If) and _is_type_checking(statement.test):
                todo.append((statement.body, "typing"))
                todo.append((statement.orelse, scope))
            elif type(statement) not in _PLAIN:
                todo.extend((body, scope) for body in _bodies(statement))


_PLAIN = {ast.Expr, ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Return, ast.Raise, ast.Assert, ast.Pass, ast.Delete}


def _bodies(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    for field in ("body", "orelse", "finalbody"):
        body = getattr(statement, field, None)
        if body:
            yield body
    for handler in getattr(statement, "handlers", ()):
        yield handler.body
    for case in getattr(statement, "cases", ()):
        yield case.body


def _is_type_checking(test: ast.expr) -> bool:
    match test:
        case ast.Name(id="TYPE_CHECKING") | ast.Attribute(attr="TYPE_CHECKING"):
            return True
    return False


def _calls(tree: ast.Module) -> Iterator[ImportFact]:
    todo: list[tuple[ast.AST, str]] = [(tree, "module")]
    while todo:
        node, scope = todo.pop()
        match node:
            case ast.Call(
                func=ast.Name(id=name) | ast.Attribute(attr=name), args=[ast.Constant(value=str() as module), *_]
            ) if name in _IMPORTING_CALLS and has_utf8(module):
                level = len(module) - len(module.lstrip("."))
                yield ImportFact(module[level:], level, None, node.lineno, scope)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
                scope = "function"
        todo.extend((child, scope) for child in ast.iter_child_nodes(node))
