"""Statements of `ast` -> statements of the skeleton; function bodies come out packed."""

import ast
import sys
from collections.abc import Callable
from typing import Any, ClassVar

from cutpoint.domain import skeleton as sk
from cutpoint.domain.skeleton import Body, Node
from cutpoint.recognize.expressions import lower, lower_all, lower_keywords, lower_parameters
from cutpoint.recognize.operators import BINARY_OPERATORS
from cutpoint.recognize.patterns import lower_pattern

# A call of one of these inside a function may make a model or change a class, so the call matters to whoever calls it.
_TELLING_CALLS = frozenset(
    {
        *("type", "setattr", "add_to_class", "contribute_to_class", "import_module", "new_class", "ModelBase"),
        *("exec", "globals", "locals", "vars", "include", "run_path", "run_module", "exec_module"),
    }
)


class StatementLowering:
    """Lowers the statements of one module; without *bodies*, only functions that may make models keep theirs."""

    def __init__(self, *, bodies: bool) -> None:
        """Start with nothing seen."""
        self._bodies = bodies
        self._effects = False
        self._parameters: frozenset[str] = frozenset()

    def lower_body(self, statements: list[ast.stmt]) -> Body:
        """Statements in order, without docstrings, `pass` and other statements that do nothing."""
        lowered: Body = []
        for statement in statements:
            node = self._LOWER[type(statement)](self, statement)
            if node is not None:
                lowered.append(node)
        return lowered

    def _expression(self, node: ast.Expr) -> Node:
        if isinstance(node.value, ast.Constant):
            return None
        self._effects |= self._calls_method_of_parameter(node.value)
        return [sk.EXPRESSION, lower(node.value), node.lineno, node.end_lineno]

    def _calls_method_of_parameter(self, node: ast.expr) -> bool:
        """`router.register(…)` as a statement: done for what it does to an object that the function was handed."""
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            return False
        receiver: ast.expr = node.func
        while isinstance(receiver, ast.Attribute):
            receiver = receiver.value
        return isinstance(receiver, ast.Name) and receiver.id in self._parameters

    def _assign(self, node: ast.Assign) -> Node:
        self._effects |= any(isinstance(target, ast.Attribute | ast.Subscript) for target in node.targets)
        return [sk.ASSIGN, lower_all(node.targets), lower(node.value), node.lineno, node.end_lineno]

    def _annotated(self, node: ast.AnnAssign) -> Node:
        value = lower(node.value) if node.value else sk.NO_VALUE
        return [sk.ANNOTATED, lower(node.target), lower(node.annotation), value, node.lineno, node.end_lineno]

    def _augmented(self, node: ast.AugAssign) -> Node:
        operator = BINARY_OPERATORS[type(node.op)]
        return [sk.AUGMENTED, lower(node.target), operator, lower(node.value), node.lineno, node.end_lineno]

    def _return(self, node: ast.Return) -> Node:
        return [sk.RETURN, lower(node.value) if node.value else None, node.lineno, node.end_lineno]

    def _if(self, node: ast.If) -> Node:
        # An elif is an if inside the else; ten thousand of them are a loop here and not a recursion.
        branches = [[lower(node.test), self.lower_body(node.body), node.lineno]]
        otherwise = node.orelse
        while len(otherwise) == 1 and isinstance(otherwise[0], ast.If):
            inner = otherwise[0]
            branches.append([lower(inner.test), self.lower_body(inner.body), inner.lineno])
            otherwise = inner.orelse
        return [sk.IF, branches, self.lower_body(otherwise)]

    def _for(self, node: ast.For | ast.AsyncFor) -> Node:
        parts = lower(node.target), lower(node.iter), self.lower_body(node.body), self.lower_body(node.orelse)
        return [sk.FOR, *parts, node.lineno, isinstance(node, ast.AsyncFor)]

    def _while(self, node: ast.While) -> Node:
        return [sk.WHILE, lower(node.test), self.lower_body(node.body), self.lower_body(node.orelse), node.lineno]

    def _try(self, node: ast.Try | ast.TryStar) -> Node:
        handlers = [
            [lower(handler.type) if handler.type else None, handler.name, self.lower_body(handler.body)]
            for handler in node.handlers
        ]
        body, otherwise, final = map(self.lower_body, (node.body, node.orelse, node.finalbody))
        return [sk.TRY, body, handlers, otherwise, final, node.lineno]

    def _with(self, node: ast.With | ast.AsyncWith) -> Node:
        items = [
            [lower(item.context_expr), lower(item.optional_vars) if item.optional_vars else None] for item in node.items
        ]
        return [sk.WITH, items, self.lower_body(node.body), node.lineno, isinstance(node, ast.AsyncWith)]

    def _import(self, node: ast.Import) -> Node:
        self._effects = True
        return [sk.IMPORT, [[alias.name, alias.asname] for alias in node.names], node.lineno]

    def _from(self, node: ast.ImportFrom) -> Node:
        self._effects = True
        names = [[alias.name, alias.asname] for alias in node.names]
        return [sk.FROM, node.module or "", node.level, names, node.lineno]

    def _class(self, node: ast.ClassDef) -> Node:
        self._effects = True
        bases, keywords = lower_all(node.bases), lower_keywords(node.keywords)
        decorators = lower_all(node.decorator_list)
        body = self.lower_body(node.body)
        return [sk.CLASS, node.name, bases, keywords, decorators, body, node.lineno, node.end_lineno]

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Node:
        packed, flags = self._function_body(node)
        returns = lower(node.returns) if node.returns else None
        signature = node.name, lower_parameters(node.args), lower_all(node.decorator_list), returns
        return [sk.FUNCTION, *signature, packed, node.lineno, node.end_lineno, flags]

    def _function_body(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> tuple[bytes | None, int]:
        flags = sk.IS_ASYNC if isinstance(node, ast.AsyncFunctionDef) else 0
        if not self._bodies and not _may_make_models(node):
            return None, flags
        outer, parameters = self._effects, self._parameters
        given = node.args
        self._effects = False
        self._parameters = frozenset(each.arg for each in (*given.posonlyargs, *given.args, *given.kwonlyargs))
        body = self.lower_body(node.body)
        packed = sk.pack_body(body)
        telling = self._effects or any(word in packed for word in _TELLING_BYTES)
        self._effects, self._parameters = outer, parameters
        return packed, flags | (sk.HAS_EFFECTS if telling else 0)

    def _delete(self, node: ast.Delete) -> Node:
        return [sk.DELETE, lower_all(node.targets)]

    def _raise(self, node: ast.Raise) -> Node:
        return [sk.RAISE, lower(node.exc) if node.exc else None, node.lineno]

    def _global(self, node: ast.Global | ast.Nonlocal) -> Node:
        return [sk.GLOBAL, node.names]

    def _match(self, node: ast.Match) -> Node:
        cases = [
            [lower_pattern(case.pattern), lower(case.guard) if case.guard else None, self.lower_body(case.body)]
            for case in node.cases
        ]
        return [sk.MATCH, lower(node.subject), cases, node.lineno]

    def _type_alias(self, node: Any) -> Node:  # noqa: ANN401  # ast.TypeAlias, which Python 3.11 does not have
        return [sk.ASSIGN, [lower(node.name)], lower(node.value), node.lineno, node.end_lineno]

    def _assert(self, node: ast.Assert) -> Node:
        return [sk.ASSERT, lower(node.test), node.lineno]

    def _pass(self, _: ast.Pass) -> Node:
        return None

    def _break(self, _: ast.Break) -> Node:
        return [sk.BREAK]

    def _continue(self, _: ast.Continue) -> Node:
        return [sk.CONTINUE]

    _LOWER: ClassVar[dict[type[Any], Callable[[Any, Any], Node]]] = {
        ast.Expr: _expression,
        ast.Assign: _assign,
        ast.AnnAssign: _annotated,
        ast.AugAssign: _augmented,
        ast.Return: _return,
        ast.If: _if,
        ast.For: _for,
        ast.AsyncFor: _for,
        ast.While: _while,
        ast.Try: _try,
        ast.TryStar: _try,
        ast.With: _with,
        ast.AsyncWith: _with,
        ast.Import: _import,
        ast.ImportFrom: _from,
        ast.ClassDef: _class,
        ast.FunctionDef: _function,
        ast.AsyncFunctionDef: _function,
        ast.Delete: _delete,
        ast.Raise: _raise,
        ast.Global: _global,
        ast.Nonlocal: _global,
        ast.Match: _match,
        ast.Assert: _assert,
        ast.Pass: _pass,
        ast.Break: _break,
        ast.Continue: _continue,
        **({getattr(ast, "TypeAlias"): _type_alias} if sys.version_info >= (3, 12) else {}),  # noqa: B009  # not in 3.11
    }


_TELLING_BYTES = tuple(word.encode() for word in sorted(_TELLING_CALLS))


def _may_make_models(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    if node.name in {"__init__", "contribute_to_class", "ready"}:
        return True
    return any(isinstance(statement, ast.ClassDef | ast.Import | ast.ImportFrom) for statement in node.body) and (
        not node.name.startswith("test_")
    )
