r"""An f-string of Python 3.12 or a t-string of 3.14 goes in, an f-string that Python 3.11 reads comes out.

In 3.11 the expressions of an f-string hold no backslash, no comment and not the quotes around the whole. So the whole
gets triple quotes, strings inside it single ones, and what cannot be written that way becomes a space:

    f"{", ".join(f"{x["a"]}\n" for x in y)}"   →   f'''{', '.join(f"{x['a']} " ... )}'''

What is called and named inside is kept, and so is the number of lines.
"""

import re
from collections.abc import Sequence
from typing import Literal, TypeAlias

import libcst as cst

# A name in quotes: releases of libcst before 1.9 have no t-strings.
StringLike: TypeAlias = "cst.FormattedString | cst.TemplatedString"
"""A string with expressions in it."""

_OUTER_QUOTES: tuple[Literal['"""'], Literal["'''"]] = ('"""', "'''")
_STRING_INSIDE, _STRING_INSIDE_STRING = 1, 2


def lower_string(module: cst.Module, node: StringLike) -> cst.FormattedString:
    """*node* as an f-string of old grammar with as many lines."""
    is_raw = "r" in node.prefix.lower()
    body = "".join(_part(module, part, 0) for part in node.parts)
    quotes = next((quotes for quotes in _OUTER_QUOTES if _fits(body, quotes)), None)
    if quotes is None:
        quotes, body = '"""', _without_doubles(body)
    return cst.FormattedString(
        parts=(cst.FormattedStringText(body),),
        start=f"{'r' if is_raw else ''}f{quotes}",
        end=quotes,
        lpar=node.lpar,
        rpar=node.rpar,
    )


def _fits(body: str, quotes: str) -> bool:
    return quotes not in body and not body.endswith(quotes[0])


def _without_doubles(body: str) -> str:
    # Both kinds of triple quotes are inside: single ones in their place change a text that hardly ever matters.
    while '"""' in body:
        body = body.replace('"""', "'")
    return body[:-1] + "'" if body.endswith('"') else body


def _part(module: cst.Module, part: cst.CSTNode, level: int, *, in_format: bool = False) -> str:
    """One part of a string that lies in *level* other strings."""
    text = getattr(part, "value", None)
    if isinstance(text, str):
        # Escapes go as a whole, or `\n` would leave an n.
        return text if level == 0 else _harmless(re.sub(r"\\.", " ", text), "'\"")
    return _field(module, part, level, in_format=in_format)


def _field(module: cst.Module, part: cst.CSTNode, level: int, *, in_format: bool) -> str:
    # `{expression = !r:format}`; the two kinds of string have fields of different classes and equal shape.
    code = "".join(
        _old_code(module, getattr(part, name), level + 1)
        for name in ("whitespace_before_expression", "expression", "whitespace_after_expression", "equal")
    )
    conversion = getattr(part, "conversion", None)
    formats: Sequence[cst.CSTNode] | None = getattr(part, "format_spec", None)
    if conversion is not None and not (in_format and formats):
        code += f"!{conversion}"
    if formats is not None and in_format:
        # Old f-strings have no format of a format: `{x:{y:{z}}}` becomes `{x:{y, z}}`.
        shown = (_old_code(module, getattr(inner, "expression", None), level + 1) for inner in formats)
        code = ", ".join((code, *filter(None, shown)))
    elif formats is not None:
        code += ":" + "".join(_part(module, inner, level, in_format=True) for inner in formats)
    # `{{` would be a brace: a set or dictionary needs a space before it.
    return "{ " + code + "}" if code.startswith("{") else "{" + code + "}"


def _old_code(module: cst.Module, node: object, level: int) -> str:
    if not isinstance(node, cst.CSTNode):
        return ""
    lowered = node.visit(_StringsInside(module, level))
    if not isinstance(lowered, cst.CSTNode):
        return ""
    # No string holds a backslash any more, so those that are left only continue a line.
    return module.code_for_node(lowered).replace("\\\n", "\n")


class _StringsInside(cst.CSTTransformer):
    """Rewrites strings and comments of an expression that lies in *level* strings."""

    def __init__(self, module: cst.Module, level: int) -> None:
        super().__init__()
        self._module = module
        self._level = level
        # The outermost string has triple quotes, a string in it double ones, and in that one only single ones are left.
        self._quote = '"' if level == _STRING_INSIDE else "'"

    def leave_SimpleString(  # noqa: N802 (libcst's name)
        self, original_node: cst.SimpleString, updated_node: cst.SimpleString
    ) -> cst.BaseExpression:
        value = original_node.evaluated_value
        prefix = "b" if isinstance(value, bytes) else ""
        text = value.decode("ascii", "replace").replace("\ufffd", " ") if isinstance(value, bytes) else value
        code = prefix + self._quoted(text)
        lines = original_node.value.count("\n")
        return _verbatim(code + "\n" * lines, updated_node)

    def visit_FormattedString(self, node: cst.FormattedString) -> bool:  # noqa: N802
        del node
        return False

    def leave_FormattedString(  # noqa: N802
        self, original_node: cst.FormattedString, updated_node: cst.FormattedString
    ) -> cst.BaseExpression:
        return self._inner(original_node, updated_node)

    def visit_TemplatedString(self, node: cst.BaseExpression) -> bool:  # noqa: N802
        del node
        return False

    def leave_TemplatedString(  # noqa: N802
        self, original_node: "cst.TemplatedString", updated_node: "cst.TemplatedString"
    ) -> cst.BaseExpression:
        return self._inner(original_node, updated_node)

    def leave_TrailingWhitespace(  # noqa: N802
        self, original_node: cst.TrailingWhitespace, updated_node: cst.TrailingWhitespace
    ) -> cst.TrailingWhitespace:
        del original_node
        return updated_node.with_changes(comment=None)

    def leave_EmptyLine(  # noqa: N802
        self, original_node: cst.EmptyLine, updated_node: cst.EmptyLine
    ) -> cst.EmptyLine:
        del original_node
        return updated_node.with_changes(comment=None)

    def _inner(self, node: StringLike, updated: cst.BaseExpression) -> cst.BaseExpression:
        lines = self._module.code_for_node(node).count("\n")
        if self._level < _STRING_INSIDE_STRING:
            body = "".join(_part(self._module, part, self._level) for part in node.parts)
            if "\n" not in body:
                return _verbatim(f"f{self._quote}{body}{self._quote}" + "\n" * lines, updated)
        # There are no quotes left to write an f-string with, so it becomes a tuple of what it shows.
        shown = (getattr(part, "expression", None) for part in node.parts)
        codes = [_old_code(self._module, expression, self._level) for expression in shown]
        code = "(" + "".join(f"{code}, " for code in codes if code) + ")"
        return _verbatim(code + "\n" * (lines - code.count("\n")), updated)

    def _quoted(self, text: str) -> str:
        if self._level == _STRING_INSIDE and "'" not in text:
            return f"'{_harmless(text, '')}'"
        return f"{self._quote}{_harmless(text, self._quote)}{self._quote}"


def _harmless(text: str, quotes: str) -> str:
    return "".join(" " if letter in quotes or letter == "\\" or not letter.isprintable() else letter for letter in text)


def _verbatim(code: str, instead_of: cst.BaseExpression) -> cst.SimpleString:
    return _Verbatim(code, lpar=instead_of.lpar, rpar=instead_of.rpar)


class _Verbatim(cst.SimpleString):
    """Any code in the place of a string: libcst writes a string as it is, once it isn't asked what it holds."""

    @property
    def prefix(self) -> str:
        return ""

    def _validate(self) -> None:
        pass
