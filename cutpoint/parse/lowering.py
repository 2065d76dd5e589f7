"""The rewriting behind `lower_grammar`: a libcst tree goes in, one of older grammar with the same lines comes out."""

import ast
import dataclasses
import warnings
from typing import Any, TypeVar

import libcst as cst

from cutpoint.parse.lower_strings import lower_string

_Definition = TypeVar("_Definition", cst.FunctionDef, cst.ClassDef)


def lower_module(text: str) -> str | None:
    """*text* in older grammar, or None when libcst cannot read it either."""
    try:
        module = cst.parse_module(text)
        return module.visit(_Lowering(module)).code
    except (cst.ParserSyntaxError, cst.CSTValidationError, cst.CSTLogicError, RecursionError):
        return None


class _Lowering(cst.CSTTransformer):
    def __init__(self, module: cst.Module) -> None:
        super().__init__()
        self._module = module

    def leave_FunctionDef(  # noqa: N802 (libcst's name)
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> cst.FunctionDef:
        return self._without_type_parameters(original_node, updated_node)

    def leave_ClassDef(self, original_node: cst.ClassDef, updated_node: cst.ClassDef) -> cst.ClassDef:  # noqa: N802
        return self._without_type_parameters(original_node, updated_node)

    def leave_TypeAlias(  # noqa: N802
        self, original_node: cst.TypeAlias, updated_node: cst.TypeAlias
    ) -> cst.Assign:
        lines = self._lines_between(original_node, "type_parameters", "whitespace_after_type", "whitespace_after_name")
        space = cst.SimpleWhitespace(" " + "\\\n" * lines)
        target = cst.AssignTarget(
            target=updated_node.name,
            whitespace_before_equal=space,
            whitespace_after_equal=updated_node.whitespace_after_equals,
        )
        return cst.Assign(targets=(target,), value=updated_node.value, semicolon=updated_node.semicolon)

    def leave_ExceptHandler(  # noqa: N802
        self, original_node: cst.ExceptHandler, updated_node: cst.ExceptHandler
    ) -> cst.ExceptHandler:
        del original_node
        match updated_node.type:
            case cst.Tuple(lpar=[] | ()) as classes:
                return updated_node.with_changes(type=_in_parentheses(classes))
        return updated_node

    def leave_ExceptStarHandler(  # noqa: N802
        self, original_node: cst.ExceptStarHandler, updated_node: cst.ExceptStarHandler
    ) -> cst.ExceptStarHandler:
        del original_node
        match updated_node.type:
            case cst.Tuple(lpar=[] | ()) as classes:
                return updated_node.with_changes(type=_in_parentheses(classes))
        return updated_node

    def visit_FormattedString(self, node: cst.FormattedString) -> bool:  # noqa: N802
        del node
        # What lies inside is lowered together with the outermost string, which decides about quotes.
        return False

    def leave_FormattedString(  # noqa: N802
        self, original_node: cst.FormattedString, updated_node: cst.FormattedString
    ) -> cst.FormattedString:
        del original_node
        return updated_node if self._is_old_enough(updated_node) else lower_string(self._module, updated_node)

    def visit_TemplatedString(self, node: cst.BaseExpression) -> bool:  # noqa: N802
        del node
        return False

    def leave_TemplatedString(  # noqa: N802
        self, original_node: "cst.TemplatedString", updated_node: "cst.TemplatedString"
    ) -> cst.FormattedString:
        del original_node
        return lower_string(self._module, updated_node)

    def leave_LazyImport(  # noqa: N802
        self, original_node: "cst.LazyImport", updated_node: "cst.LazyImport"
    ) -> cst.BaseSmallStatement:
        del original_node
        return cst.Import(**_fields_of_eager(updated_node))

    def leave_LazyImportFrom(  # noqa: N802
        self, original_node: "cst.LazyImportFrom", updated_node: "cst.LazyImportFrom"
    ) -> cst.BaseSmallStatement:
        del original_node
        return cst.ImportFrom(**_fields_of_eager(updated_node))

    def _without_type_parameters(self, original: _Definition, updated: _Definition) -> _Definition:
        if original.type_parameters is None:
            return updated
        lines = self._lines_between(original, "type_parameters", "whitespace_after_type_parameters")
        # A backslash at the end of each line goes on with the statement, so what follows stays where it is.
        space = cst.SimpleWhitespace(original.whitespace_after_name.value + "\\\n" * lines)
        return updated.with_changes(
            type_parameters=None,
            whitespace_after_name=space,
            whitespace_after_type_parameters=cst.SimpleWhitespace(""),
        )

    def _lines_between(self, node: cst.CSTNode, *fields: str) -> int:
        parts = [getattr(node, field) for field in fields]
        return sum(self._module.code_for_node(part).count("\n") for part in parts if isinstance(part, cst.CSTNode))

    def _is_old_enough(self, node: cst.FormattedString) -> bool:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                ast.parse(f"({self._module.code_for_node(node)})")
        except SyntaxError:
            return False
        return True


def _in_parentheses(classes: cst.Tuple) -> cst.Tuple:
    return classes.with_changes(lpar=(cst.LeftParen(),), rpar=(cst.RightParen(),))


def _fields_of_eager(lazy: "cst.LazyImport | cst.LazyImportFrom") -> dict[str, Any]:
    names = (field.name for field in dataclasses.fields(lazy))
    return {name: getattr(lazy, name) for name in names if name != "whitespace_after_lazy"}
