"""Analysis + cut → the proposal: the stages behind `propose`, and the text of the project for those that ask for it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.doubt import about_apps
from cutpoint.parse.parse_source import parse_source
from cutpoint.propose.boundary import Proposal, propose
from cutpoint.propose.sources import Argument, Signature
from cutpoint.propose.steps import steps
from cutpoint.score.crossing import crossing_of
from cutpoint.score.cutting import id_of, name_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.boundary import Step
    from cutpoint.domain.cut import Candidate
    from cutpoint.score.cutting import Cutting

    Function = ast.FunctionDef | ast.AsyncFunctionDef


def propose_cut(cutting: Cutting, candidate: Candidate, content_of: Callable[[str], bytes | None]) -> Proposal:
    """Migration plan for for *candidate*; *content_of* gives the bytes of a file of the project by its path, or None."""
    name = candidate.name or name_of(candidate.models, cutting.facts)
    crossing = crossing_of(cutting.parting(candidate), id_of(candidate.models), name)
    proposal = propose(crossing, Texts(content_of))
    analysis = cutting.subjects.analysis
    boundary = msgspec.structs.replace(
        proposal.boundary, complete=analysis.is_complete, doubts=about_apps(analysis.doubts)
    )
    return msgspec.structs.replace(proposal, boundary=boundary)


def steps_of_cut(cutting: Cutting, candidate: Candidate) -> tuple[Step, ...]:
    """The steps of the way to *candidate*, with what is left of each."""
    name = candidate.name or name_of(candidate.models, cutting.facts)
    return steps(crossing_of(cutting.parting(candidate), id_of(candidate.models), name))


class Texts:
    """The project's own text, each file parsed once and only when it is asked for."""

    def __init__(self, content_of: Callable[[str], bytes | None]) -> None:
        self._content_of = content_of
        self._functions: dict[str, dict[int, Function]] = {}
        self._alone: dict[str, set[int]] = {}

    def signature(self, path: str, line: int, function: str) -> Signature | None:
        """Of the function that is defined there, decorators included."""
        self._read(path)
        found = self._functions[path].get(line)
        if found is None or found.name != function.rpartition(".")[2]:
            return None
        return _signature(found, is_method=_is_method(found, function))

    def is_answer_used(self, path: str, line: int) -> bool:
        """Whether the innermost statement on this line is more than a call that stands alone."""
        self._read(path)
        return line not in self._alone[path]

    def _read(self, path: str) -> None:
        if path in self._functions:
            return
        functions: dict[int, Function] = {}
        alone: set[int] = set()
        content = self._content_of(path)
        tree = parse_source(content).tree if content is not None else None
        for node in ast.walk(tree) if tree is not None else ():
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                for line in (node.lineno, *(decorator.lineno for decorator in node.decorator_list)):
                    functions[line] = node
            elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call | ast.Await):
                alone.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
        self._functions[path], self._alone[path] = functions, alone


def _is_method(node: Function, function: str) -> bool:
    arguments = [*node.args.posonlyargs, *node.args.args]
    return bool(arguments) and arguments[0].arg in {"self", "cls"} and function.count(".") > 1


def _signature(node: Function, *, is_method: bool) -> Signature:
    arguments = node.args
    plain = [*arguments.posonlyargs, *arguments.args]
    without = len(plain) - len(arguments.defaults)
    defaults: list[ast.expr | None] = [*([None] * without), *arguments.defaults]
    found = [_argument(each, default) for each, default in zip(plain, defaults, strict=True)]
    if is_method:
        found = found[1:]
    if arguments.vararg is not None:
        found.append(Argument(arguments.vararg.arg, "", "", has_default=False, is_variadic=True))
    found += [
        _argument(each, default) for each, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    ]
    if arguments.kwarg is not None:
        found.append(Argument(arguments.kwarg.arg, "", "", has_default=False, is_variadic=True))
    return Signature(
        tuple(found),
        ast.unparse(node.returns) if node.returns is not None else "",
        plain[0].arg if is_method else "",
        is_async=isinstance(node, ast.AsyncFunctionDef),
        gives=_gives(node),
    )


def _argument(argument: ast.arg, default: ast.expr | None) -> Argument:
    annotation = ast.unparse(argument.annotation) if argument.annotation is not None else ""
    said = type(default.value).__name__ if isinstance(default, ast.Constant) else ""
    return Argument(argument.arg, annotation, said, has_default=default is not None, is_variadic=False)


def _gives(function: Function) -> bool:
    """Whether it returns or yields anything, functions inside of it not asked."""
    stack: list[ast.AST] = list(function.body)
    while stack:
        node = stack.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            continue
        if isinstance(node, ast.Return) and node.value is not None and not _is_none(node.value):
            return True
        if isinstance(node, ast.Yield | ast.YieldFrom):
            return True
        stack.extend(ast.iter_child_nodes(node))
    return False


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
