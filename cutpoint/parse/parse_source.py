"""The bytes of a source file go in, a ParsedModule comes out: a tree, or the reason for having none."""

import ast
import warnings
from typing import NamedTuple, TypeAlias

from cutpoint.parse.decode import Refusal, decode_source
from cutpoint.parse.modernize import lower_grammar
from cutpoint.parse.python_two import line_is_python_two, text_is_python_two

LARGEST_SOURCE = 2 << 20
"""Bytes; a larger file is data that happens to be written in Python."""

DEEPEST = 2_500
"""Levels of the tree; the parsers of different versions of Python give up at different ones."""

_TOO_DEEP = (0, "too-deep", "nested too deeply to be parsed")

Problem: TypeAlias = tuple[int, str, str]
"""(line, kind, reason); line 0 means the file as a whole."""


class ParsedModule(NamedTuple):
    """One file as a tree of the standard `ast`; exactly one of *tree* and *problem* is None.

    Kinds of problem: `too-large`, `nul-bytes`, `undecodable`, `python-2`, `syntax-error`, `too-deep`.
    """

    tree: ast.Module | None
    text: str
    r"""Decoded, with `\n` at the end of lines; empty when it cannot be decoded.
    For a file whose grammar was lowered, this is the text as written, not the lowered one."""
    lines: int
    problem: Problem | None


def parse_source(data: bytes) -> ParsedModule:
    """Parse *data*, whatever it holds; never raises because of it, and prints nothing.

    Grammar newer than the interpreter's is lowered first, so that lines (but not columns) are those of the file.
    """
    if len(data) > LARGEST_SOURCE:
        reason = f"larger than {LARGEST_SOURCE >> 20} MB"
        return ParsedModule(None, "", data.count(b"\n"), (0, "too-large", reason))
    text = decode_source(data)
    if isinstance(text, Refusal):
        return ParsedModule(None, "", data.count(b"\n"), (text.line, text.kind, text.reason))
    lines = text.count("\n") + (not text.endswith("\n") and bool(text))
    with warnings.catch_warnings():
        # Python warns of invalid escapes and the like; where warnings are errors, it would refuse the file.
        warnings.simplefilter("ignore")
        result = _tree_or_problem(text)
    if isinstance(result, ast.Module):
        return ParsedModule(result, text, lines, None)
    return ParsedModule(None, text, lines, result)


def _tree_or_problem(text: str) -> ast.Module | Problem:
    result = _parse(text)
    if not isinstance(result, SyntaxError):
        return result
    line, message = result.lineno or 0, result.msg
    if "too many nested parentheses" in message or "too many levels of indentation" in message:
        return (line, "too-deep", message)
    if line_is_python_two(text, line, message):
        return _python_two(line)
    lowered = lower_grammar(text)
    if lowered is not None:
        second = _parse(lowered)
        if not isinstance(second, SyntaxError):
            return second
        line, message = second.lineno or line, second.msg
    if text_is_python_two(text):
        return _python_two(line)
    return (line, "syntax-error", message)


def _parse(text: str) -> ast.Module | SyntaxError | Problem:
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        return error
    except (RecursionError, MemoryError):
        return _TOO_DEEP
    except ValueError as error:
        # Surrogates, which some codecs let through.
        return (0, "undecodable", str(error))
    # A level takes a character at least.
    return _TOO_DEEP if len(text) > DEEPEST and _is_too_deep(tree) else tree


def _is_too_deep(tree: ast.Module) -> bool:
    level: list[ast.AST] = [tree]
    for _ in range(DEEPEST):
        level = [child for node in level for child in ast.iter_child_nodes(node)]
        if not level:
            return False
    return True


def _python_two(line: int) -> Problem:
    return (line, "python-2", "written for Python 2")
